import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

type Bytes = Uint8Array<ArrayBuffer>;

/** A page as it is sent, in each form that browsers take. */
export interface FinishedPage {
  /** Strong tag of the plain text, without the form of sending. */
  tag: string;
  plain: Bytes;
  gzip: Bytes;
  brotli: Bytes;
}

interface Kept<Value> {
  value: Value;
  unitId: string;
  until: number;
}

const pack = promisify(gzip);
const packBetter = promisify(brotliCompress);
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Makes a page ready to be sent many times. */
export async function finishPage(html: string): Promise<FinishedPage> {
  const plain = new TextEncoder().encode(html);
  const [gzipped, brotli] = await Promise.all([pack(plain, { level: 6 }), packBetter(plain, BROTLI)]);
  const tag = createHash("sha1").update(plain).digest("base64url");
  return { tag, plain, gzip: new Uint8Array(gzipped), brotli: new Uint8Array(brotli) };
}

/**
 * Finished pages (or what else is made for anybody) of units in the memory of this process: the least recently asked leaves when there are too many, all of
 * a unit leave when something of it has changed, and none is older than `maxAgeMs`, should such a message be lost.
 */
export class PageCache<Value = FinishedPage> {
  readonly #kept = new Map<string, Kept<Value>>();
  readonly #making = new Map<string, Promise<Value>>();
  #changes = 0;

  constructor(
    private readonly limit = { pages: 2000, maxAgeMs: 60_000 },
    private readonly now: () => number = Date.now,
  ) {}

  /** What is kept under a key while it may be shown. */
  get(key: string): Value | null {
    const kept = this.#kept.get(key);
    if (!kept) return null;
    this.#kept.delete(key);
    if (kept.until <= this.now()) return null;
    this.#kept.set(key, kept);
    return kept.value;
  }

  /**
   * What is kept under a key; made once, however many ask for it meanwhile. What was made while a unit changed is given to
   * those who waited for it and not kept.
   * @param unit its id, or where it stands in what was made
   */
  getOrMake(key: string, unit: string | ((value: Value) => string), make: () => Promise<Value>): Promise<Value> {
    const known = this.get(key);
    if (known) return Promise.resolve(known);
    const waiting = this.#making.get(key);
    if (waiting) return waiting;
    const before = this.#changes;
    const making = make()
      .then((value) => {
        const unitId = typeof unit === "string" ? unit : unit(value);
        if (before === this.#changes) this.#keep(key, { value, unitId, until: this.now() + this.limit.maxAgeMs });
        return value;
      })
      .finally(() => {
        if (this.#making.get(key) === making) this.#making.delete(key);
      });
    this.#making.set(key, making);
    return making;
  }

  #keep(key: string, kept: Kept<Value>): void {
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= this.limit.pages) this.#kept.delete(oldest);
    this.#kept.set(key, kept);
  }

  /** Lets go of the pages of a unit, of all with null. */
  drop(unitId: string | null): void {
    this.#changes++;
    this.#making.clear();
    for (const [key, kept] of this.#kept) if (unitId === null || kept.unitId === unitId) this.#kept.delete(key);
  }
}
