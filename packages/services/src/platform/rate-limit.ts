interface Window {
  startedAt: number;
  taken: number;
}

/** Windows remembered at once; beyond it the oldest is forgotten, so that a flood of addresses costs no memory. */
const MOST_KEYS = 50_000;

/** At most `most` of something from each key in a window of `windowMs`, counted in the memory of this process. */
export class RateLimit {
  readonly #windows = new Map<string, Window>();
  readonly #most: number;
  readonly #windowMs: number;

  constructor(most: number, windowMs: number) {
    this.#most = most;
    this.#windowMs = windowMs;
  }

  /** Counts one more. @returns null when it may pass, else the seconds until one may again */
  take(key: string, now: Date): number | null {
    const at = now.getTime();
    let window = this.#windows.get(key);
    if (!window || at - window.startedAt >= this.#windowMs) {
      this.#windows.delete(key);
      if (this.#windows.size >= MOST_KEYS) {
        const oldest = this.#windows.keys().next();
        if (!oldest.done) this.#windows.delete(oldest.value);
      }
      window = { startedAt: at, taken: 0 };
      this.#windows.set(key, window);
    }
    window.taken++;
    if (window.taken <= this.#most) return null;
    return Math.max(1, Math.ceil((window.startedAt + this.#windowMs - at) / 1000));
  }
}

/**
 * The key of an address: of IPv6 the network of 64 bits, within which one device takes any address. Null, where the
 * address is not known, is one key for all.
 */
export function addressKey(address: string | null): string {
  if (address === null) return "";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const first = head ? head.split(":") : [];
  const last = tail ? tail.split(":") : [];
  const groups =
    tail === undefined ? first : [...first, ...Array(Math.max(0, 8 - first.length - last.length)).fill("0"), ...last];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":");
}
