/** What somebody typed into a form of a unit and what has become of it. */
export interface KeptForm {
  /** The form, and for what waits to be sent also which sending of it. */
  id: string;
  person: string;
  unit: string;
  /** Address that the form is sent to; its page lies there too. */
  href: string;
  /** What the form is for, in words. */
  title: string;
  fields: [name: string, value: string][];
  state: "typed" | "unsent";
  /** Epoch milliseconds. */
  at: number;
}

/** Whose forms are kept: nobody else's are read. */
export interface KeptOwner {
  person: string;
  unit: string;
}

const NAME = "gd-kept";
/** Citizens' data: not longer than a working day. */
export const LONGEST_MS = 24 * 60 * 60_000;
/** Told on the window whenever what is kept changes. */
export const KEPT_CHANGED = "gd-kept-changed";

/** Fields that say which of several forms of a page it is, and which sending. */
const valueIn = (fields: KeptForm["fields"], wanted: string) => fields.find(([name]) => name === wanted)?.[1] ?? "";

/** The form that fields belong to: its page, and the deed where a page has one form for each. */
export function typedId(href: string, fields: KeptForm["fields"]): string {
  const which = valueIn(fields, "deed") || valueIn(fields, "withdraw");
  return [href.replace(/[?&]index(?=&|$)/, ""), which].filter(Boolean).join(" ");
}

/** One sending of a form: sent again it has the same key, so that it makes nothing twice. */
export const unsentId = (href: string, fields: KeptForm["fields"]): string =>
  `${typedId(href, fields)} unsent ${valueIn(fields, "key")}`;

/** What forms keep in this tab of the browser; without storage nothing is kept, and all else works. */
export class KeptStore {
  readonly #storage: Storage;
  readonly #now: () => number;
  readonly #changed: () => void;

  constructor(storage: Storage, now: () => number, changed: () => void) {
    this.#storage = storage;
    this.#now = now;
    this.#changed = changed;
  }

  /** All that the person has in the unit, the oldest first. What is too old or somebody else's is forgotten. */
  list({ person, unit }: KeptOwner): KeptForm[] {
    const all = this.#read();
    const kept = all.filter((form) => form.person === person && this.#now() - form.at < LONGEST_MS);
    if (kept.length < all.length) this.#write(kept);
    return kept.filter((form) => form.unit === unit).sort((a, b) => a.at - b.at);
  }

  keep(form: Omit<KeptForm, "at">): void {
    this.#write([...this.#read().filter(({ id }) => id !== form.id), { ...form, at: this.#now() }]);
  }

  forget(...ids: string[]): void {
    const all = this.#read();
    const left = all.filter(({ id }) => !ids.includes(id));
    if (left.length < all.length) this.#write(left);
  }

  clear(): void {
    this.#storage.removeItem(NAME);
    this.#changed();
  }

  #read(): KeptForm[] {
    try {
      const kept: unknown = JSON.parse(this.#storage.getItem(NAME) ?? "[]");
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }

  #write(forms: readonly KeptForm[]): void {
    try {
      if (forms.length > 0) this.#storage.setItem(NAME, JSON.stringify(forms));
      else this.#storage.removeItem(NAME);
    } catch {
      // Full or forbidden: the form itself still has what was typed.
    }
    this.#changed();
  }
}

let opened: KeptStore | null | undefined;
let current: KeptOwner | null = null;

/** The store of this tab; null where the browser gives none. */
export function keptStore(): KeptStore | null {
  if (opened === undefined) {
    try {
      opened = new KeptStore(window.sessionStorage, Date.now, () => window.dispatchEvent(new Event(KEPT_CHANGED)));
    } catch {
      opened = null;
    }
  }
  return opened;
}

/** Who has the page before them. */
export const keptOwner = (): KeptOwner | null => current;
export function ownKept(owner: KeptOwner): void {
  current = owner;
}
