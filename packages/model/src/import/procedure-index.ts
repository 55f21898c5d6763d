import { foldText } from "./fold-text";
import { ownText } from "./own-text";

/** National code, alone or with the province's extension: "1.001193", "1.001193.000.00.00.H10". */
const CODE = /(?<![\d.])(\d\.\d{6})(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?(?![\d.])/;

/** Texts whose procedure is remembered; what a file makes up must not fill the memory. */
const MOST_TEXTS = 10_000;

/** Finds the code of a procedure by what a file says: its code, its name, or both in one cell. */
export class ProcedureIndex {
  readonly #codes: ReadonlySet<string>;
  /** null for a name that several procedures share. */
  readonly #names = new Map<string, string | null>();
  readonly #read = new Map<string, string | undefined>();

  constructor(procedures: readonly { code: string; name: string }[]) {
    this.#codes = new Set(procedures.map(({ code }) => code));
    for (const { code, name } of procedures) {
      const folded = foldText(name);
      const known = this.#names.get(folded);
      this.#names.set(folded, known === undefined || known === code ? code : null);
    }
  }

  /** The code; undefined when the catalogue does not know it, or when several procedures bear that name. */
  find(text: string): string | undefined {
    let code = this.#read.get(text);
    if (code === undefined && !this.#read.has(text)) {
      if (this.#read.size > MOST_TEXTS) this.#read.clear();
      code = this.#look(text);
      this.#read.set(ownText(text), code);
    }
    return code;
  }

  #look(text: string): string | undefined {
    if (this.#codes.has(text)) return text;
    const code = CODE.exec(text)?.[1];
    if (code !== undefined) return this.#codes.has(code) ? code : undefined;
    return this.#names.get(foldText(text)) ?? undefined;
  }
}
