import { AppError } from "@gandan/model/error/app-error";
import { deliveredText } from "@gandan/model/letter/delivered-texts";
import { type KeptKind, kindsOfUnit, type LetterTone, type UnitKind } from "@gandan/model/letter/letter-kinds";
import { type LetterText, readText } from "@gandan/model/letter/letter-text";
import type { TransactionSql } from "postgres";

/** All kinds of letters of a unit, ended ones too. */
export async function loadKinds(sql: TransactionSql, unitId: string): Promise<UnitKind[]> {
  const kept = await sql<KeptKind[]>`
    select kind, title, tone, occasion, groups, drafting, lead, ended_at is not null as ended
    from letter_kind where unit_id = ${unitId}`;
  return kindsOfUnit(kept);
}

/** @throws AppError NOT_FOUND letter.kindUnknown */
export function kindNamed(kinds: readonly UnitKind[], name: string): UnitKind {
  const kind = kinds.find((each) => each.kind === name);
  if (!kind) throw new AppError("NOT_FOUND", "letter.kindUnknown");
  return kind;
}

/** A version of the text of a kind: 0 is the delivered one, with which every kind begins. */
export interface TextVersion {
  kind: string;
  version: number;
}

/** Texts by kind and version. */
export class LetterTexts {
  readonly #sources: ReadonlyMap<string, string | null>;
  readonly #latest: ReadonlyMap<string, number>;

  constructor(rows: readonly { kind: string; version: number; source: string | null }[]) {
    this.#sources = new Map(rows.map(({ kind, version, source }) => [`${kind} ${version}`, source]));
    const latest = new Map<string, number>();
    for (const { kind, version } of rows) latest.set(kind, Math.max(version, latest.get(kind) ?? 0));
    this.#latest = latest;
  }

  /** The version in force. */
  latest(kind: string): number {
    return this.#latest.get(kind) ?? 0;
  }

  /** False where the delivered text stands. */
  isOwn(kind: string, version: number): boolean {
    return (this.#sources.get(`${kind} ${version}`) ?? null) !== null;
  }

  source(kind: string, tone: LetterTone, version: number): string {
    return this.#sources.get(`${kind} ${version}`) ?? deliveredText(kind, tone);
  }

  text(kind: string, tone: LetterTone, version: number): LetterText {
    return textOf(this.source(kind, tone, version), tone);
  }
}

const READ = new Map<string, LetterText>();

/** A text that was read when it was saved, so that it can be read again. */
function textOf(source: string, tone: LetterTone): LetterText {
  const key = `${tone}\n${source}`;
  let text = READ.get(key);
  if (!text) {
    const read = readText(source, tone);
    if (!read.text) throw new Error(`A kept text of a letter cannot be read: ${JSON.stringify(read.problems)}`);
    text = read.text;
    if (READ.size >= 200) READ.clear();
    READ.set(key, text);
  }
  return text;
}

/** All texts that a unit has ever had, of some kinds. */
export async function loadTexts(sql: TransactionSql, unitId: string, kinds: readonly string[]): Promise<LetterTexts> {
  const rows = await sql<{ kind: string; version: number; source: string | null }[]>`
    select kind, version, source from letter_template where unit_id = ${unitId} and kind = any(${[...kinds]}::text[])`;
  return new LetterTexts(rows);
}
