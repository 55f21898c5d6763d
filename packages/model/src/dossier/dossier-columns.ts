import { channel, type LetterKind, type letterKind, signerRole } from "./dossier-event";
import { type DossierFacts, NEVER } from "./dossier-facts";
import { dossierGroupCode } from "./dossier-group";
import { WordCodes } from "./word-codes";

export const CHANNELS = channel.options;
export const SIGNER_ROLES = signerRole.options;
export const APOLOGY_FIELDS = ["cause", "new-due", "responsible", "remedy"] as const;
/** Code of a dossier without a signed apology. */
export const NO_SIGNER = 255;

const MAX_COUNT = 255;
const LETTER_COLUMNS = { apology: 0, thanks: 1, congratulation: 2, condolence: 3, other: 4 } as const satisfies Record<
  LetterKind,
  number
>;
const channelCodes = new Map<string, number>(CHANNELS.map((name, code) => [name, code]));
const signerCodes = new Map<string, number>(SIGNER_ROLES.map((name, code) => [name, code]));
const fieldBits = new Map<string, number>(APOLOGY_FIELDS.map((name, bit) => [name, 1 << bit]));

/** Position of a channel in {@link CHANNELS}. */
export function channelCode(name: string): number {
  return channelCodes.get(name) ?? 0;
}

/** Position of a signer's role in {@link SIGNER_ROLES}; {@link NO_SIGNER} for none. */
export function signerCode(role: string | null): number {
  return role === null ? NO_SIGNER : (signerCodes.get(role) ?? NO_SIGNER);
}

/** One bit for each field of an apology, in the order of {@link APOLOGY_FIELDS}. */
export function apologyFieldBits(fields: readonly string[]): number {
  let bits = 0;
  for (const field of fields) bits |= fieldBits.get(field) ?? 0;
  return bits;
}

/** The word under which a set of flags has its code: sorted, joined by spaces; the empty set is "". */
export function flagSetWord(flags: readonly string[]): string {
  return flags.length < 2 ? (flags[0] ?? "") : [...new Set(flags)].sort().join(" ");
}

/** Procedures and flag sets of one or several column sets. */
export class DossierWords {
  readonly procedures = new WordCodes();
  readonly flagSets = new WordCodes();
}

/**
 * Facts of many dossiers by column: local minutes ({@link NEVER} = has not happened) in Int32Array, codes and counts
 * in small arrays. Rows 0..length-1 are valid. An importer may fill the arrays itself: `reserve(n)`, write
 * (procedures and flags through `words`), set `length`. Counts above 255 are kept as 255.
 */
export class DossierColumns {
  length = 0;
  receivedAt = new Int32Array(0);
  acceptedAt = new Int32Array(0);
  dueAt = new Int32Array(0);
  promisedAt = new Int32Array(0);
  finishedAt = new Int32Array(0);
  handedOverAt = new Int32Array(0);
  closedAt = new Int32Array(0);
  endedAt = new Int32Array(0);
  pausedSince = new Int32Array(0);
  pausedMinutes = new Int32Array(0);
  apologyAt = new Int32Array(0);
  /** First letter of each kind, by {@link letterColumn}. */
  letterAt = Object.keys(LETTER_COLUMNS).map(() => new Int32Array(0));
  procedure = new Uint16Array(0);
  flagSet = new Uint16Array(0);
  group = new Uint8Array(0);
  channel = new Uint8Array(0);
  supplementRequests = new Uint8Array(0);
  reappointments = new Uint8Array(0);
  apologyFields = new Uint8Array(0);
  apologySigner = new Uint8Array(0);

  constructor(
    capacity = 0,
    readonly words = new DossierWords(),
  ) {
    if (capacity > 0) this.reserve(capacity);
  }

  /** Rows that fit without growing. */
  get capacity(): number {
    return this.receivedAt.length;
  }

  /** Makes room for `capacity` rows; the arrays are replaced, rows are kept. */
  reserve(capacity: number): void {
    if (capacity <= this.capacity) return;
    this.receivedAt = grown(this.receivedAt, new Int32Array(capacity));
    this.acceptedAt = grown(this.acceptedAt, new Int32Array(capacity));
    this.dueAt = grown(this.dueAt, new Int32Array(capacity));
    this.promisedAt = grown(this.promisedAt, new Int32Array(capacity));
    this.finishedAt = grown(this.finishedAt, new Int32Array(capacity));
    this.handedOverAt = grown(this.handedOverAt, new Int32Array(capacity));
    this.closedAt = grown(this.closedAt, new Int32Array(capacity));
    this.endedAt = grown(this.endedAt, new Int32Array(capacity));
    this.pausedSince = grown(this.pausedSince, new Int32Array(capacity));
    this.pausedMinutes = grown(this.pausedMinutes, new Int32Array(capacity));
    this.apologyAt = grown(this.apologyAt, new Int32Array(capacity));
    this.letterAt = this.letterAt.map((column) => grown(column, new Int32Array(capacity)));
    this.procedure = grown(this.procedure, new Uint16Array(capacity));
    this.flagSet = grown(this.flagSet, new Uint16Array(capacity));
    this.group = grown(this.group, new Uint8Array(capacity));
    this.channel = grown(this.channel, new Uint8Array(capacity));
    this.supplementRequests = grown(this.supplementRequests, new Uint8Array(capacity));
    this.reappointments = grown(this.reappointments, new Uint8Array(capacity));
    this.apologyFields = grown(this.apologyFields, new Uint8Array(capacity));
    this.apologySigner = grown(this.apologySigner, new Uint8Array(capacity));
  }

  /** Adds one dossier; returns its row. */
  push(facts: DossierFacts): number {
    const row = this.length;
    if (row === this.capacity) this.reserve(Math.max(1024, row * 2));
    this.length = row + 1;
    this.set(row, facts);
    return row;
  }

  /** Writes `facts` into row `i`, which must be within the capacity. */
  set(i: number, facts: DossierFacts): void {
    this.receivedAt[i] = facts.receivedAt;
    this.acceptedAt[i] = facts.acceptedAt;
    this.dueAt[i] = facts.dueAt;
    this.promisedAt[i] = facts.promisedAt;
    this.finishedAt[i] = facts.finishedAt;
    this.handedOverAt[i] = facts.handedOverAt;
    this.closedAt[i] = facts.closedAt;
    this.endedAt[i] = facts.endedAt;
    this.pausedSince[i] = facts.pausedSince;
    this.pausedMinutes[i] = facts.pausedMinutes;
    this.apologyAt[i] = facts.apologyAt;
    for (const column of this.letterAt) column[i] = NEVER;
    for (const { letter, at } of facts.letters) {
      const column = this.letterAt[letterColumn(letter)]!;
      if (at < column[i]!) column[i] = at;
    }
    this.procedure[i] = this.words.procedures.codeOf(facts.procedure);
    this.flagSet[i] = this.words.flagSets.codeOf(flagSetWord(facts.flags));
    this.group[i] = dossierGroupCode(facts.group);
    this.channel[i] = channelCode(facts.channel);
    this.supplementRequests[i] = Math.min(facts.supplementRequests, MAX_COUNT);
    this.reappointments[i] = Math.min(facts.reappointments, MAX_COUNT);
    this.apologyFields[i] = apologyFieldBits(facts.apologyFields);
    this.apologySigner[i] = signerCode(facts.apologySigner);
  }
}

/** Which of `letterAt` holds a letter of this kind. */
export function letterColumn(letter: (typeof letterKind.options)[number]): number {
  return LETTER_COLUMNS[letter];
}

function grown<A extends Int32Array | Uint16Array | Uint8Array>(old: A, larger: A): A {
  larger.set(old);
  return larger;
}
