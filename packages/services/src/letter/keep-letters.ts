import { localDateOf, toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { type DossierFacts, NEVER } from "@gandan/model/dossier/dossier-facts";
import { type DueLetter, dueLetters } from "@gandan/model/letter/due-letters";
import type { LetterContent } from "@gandan/model/letter/letter-content";
import type { LetterOccasion, UnitKind } from "@gandan/model/letter/letter-kinds";
import type { TransactionSql } from "postgres";
import { isEnded } from "../adoption/refuse-ended";
import { lockRecording } from "../dossier/lock-recording";
import { columnsToFacts, type FactColumns } from "../outcome/fact-columns";
import { loadJudge } from "../outcome/load-judge";
import { FACT_SELECT } from "../rollup/count-reasons";
import { firstContent, searchText } from "./first-content";
import type { LetterState } from "./letter-row";
import { type LetterTexts, loadKinds, loadTexts } from "./unit-kinds";

/** Who drafts by the event, in rows and in the audit log. */
export const SYSTEM = "system";

const BATCH = 200;

type Row = FactColumns & {
  id: string;
  externalCode: string;
  receivedOn: string;
  ownVersionId: string | null;
  applicantName: string | null;
  officer: string | null;
};

interface KeptLetter {
  id: string;
  dossierId: string;
  kind: string;
  state: LetterState;
  fact: string | null;
  withdrawnFor: Withdrawal | null;
  content: LetterContent;
}

/** Why a draft withdraws itself. */
export type Withdrawal = "finished" | "ended" | "paused" | "not-due";

/** What is done with the letters of one unit in one transaction. */
interface Work {
  sql: TransactionSql;
  unitId: string;
  now: Date;
  kinds: readonly UnitKind[];
  texts: LetterTexts;
}

/**
 * Drafts the letters that dossiers call for, and withdraws drafts that are no longer needed, of at most 200 dossiers
 * whose mark (`letters_at`) has come; the mark is written with what was recorded of the dossier. One transaction with
 * its audit: a worker that is killed leaves the mark, and once for a fact is a key of the table.
 * @returns how many dossiers were looked at; call again while it is not 0
 */
export function keepLetters(scope: UnitScope, now: Date): Promise<number> {
  return inUnit(scope, async (_tx, sql) => {
    const { unitId } = scope;
    await lockRecording(sql, unitId);
    const rows = await sql<Row[]>`
      select d.id, d.external_code as "externalCode", d.received_on as "receivedOn", d.own_version_id as "ownVersionId",
        d.applicant_name as "applicantName", d.officer, ${sql.unsafe(FACT_SELECT)}
      from dossier d where d.unit_id = ${unitId} and d.letters_at <= ${now}
      order by d.letters_at, d.id limit ${BATCH} for update`;
    if (rows.length === 0) return 0;
    const next = (await isEnded(sql, unitId, localDateOf(toLocalMinute(now))))
      ? rows.map(({ id }) => ({ id, letters_at: null }))
      : await keepOf(sql, unitId, rows, now);
    await sql`
      update dossier d set letters_at = r.letters_at
      from jsonb_to_recordset(${JSON.stringify(next)}::text::jsonb) as r(id uuid, letters_at timestamptz)
      where d.unit_id = ${unitId} and d.id = r.id`;
    return rows.length;
  });
}

async function keepOf(sql: TransactionSql, unitId: string, rows: readonly Row[], now: Date) {
  const [judge, kinds, kept] = await Promise.all([
    loadJudge(sql, unitId, now),
    loadKinds(sql, unitId),
    sql<KeptLetter[]>`
      select id, dossier_id as "dossierId", kind, state, fact, withdrawn_for as "withdrawnFor", content from letter
      where unit_id = ${unitId} and dossier_id = any(${rows.map(({ id }) => id)}::uuid[]) order by drafted_at, id`,
  ]);
  const texts = await loadTexts(
    sql,
    unitId,
    kinds.map(({ kind }) => kind),
  );
  const work: Work = { sql, unitId, now, kinds, texts };
  const inUse = kinds.filter(({ ended }) => !ended);
  const asOf = toLocalMinute(now);
  const next: { id: string; letters_at: Date | null }[] = [];
  for (const row of rows) {
    const facts = columnsToFacts(row);
    const models = judge.spansFor(row.receivedOn, row.ownVersionId).map(({ source }) => source);
    const plan = dueLetters(facts, { kinds: inUse, models, calendar: judge.calendar }, asOf);
    const letters = kept.filter(({ dossierId }) => dossierId === row.id);
    await withdrawNeedless(work, facts, plan.due, letters);
    for (const due of plan.due) await draftFor(work, row, due, letters);
    next.push({ id: row.id, letters_at: plan.next === NEVER ? null : toInstant(plan.next) });
  }
  return next;
}

const isOpen = ({ state }: KeptLetter) => state === "drafted" || state === "checked" || state === "returned";

async function withdrawNeedless(
  work: Work,
  facts: DossierFacts,
  due: readonly DueLetter[],
  letters: readonly KeptLetter[],
): Promise<void> {
  const needed = new Set(due.map(({ kind }) => kind.kind));
  const over = facts.finishedAt !== NEVER || facts.endedAt !== NEVER;
  for (const letter of letters) {
    if (!isOpen(letter) || needed.has(letter.kind)) continue;
    const occasion = work.kinds.find(({ kind }) => kind === letter.kind)?.occasion ?? "hand";
    // What a person began goes only when there is nothing left to apologise for in time.
    if (letter.fact === null && !(occasion === "late" && over)) continue;
    await withdraw(work, letter, reasonOf(facts, occasion));
  }
}

function reasonOf(facts: DossierFacts, occasion: LetterOccasion): Withdrawal {
  if (occasion !== "late") return "not-due";
  if (facts.finishedAt !== NEVER) return "finished";
  if (facts.endedAt !== NEVER) return "ended";
  return facts.pausedSince === NEVER ? "not-due" : "paused";
}

async function withdraw({ sql, unitId, now }: Work, letter: KeptLetter, why: Withdrawal): Promise<void> {
  await sql`
    update letter set state = 'withdrawn', withdrawn_for = ${why}, checked_by = null, checked_at = null
    where unit_id = ${unitId} and id = ${letter.id}`;
  const details = { dossierId: letter.dossierId, why };
  await appendAudit(sql, { unitId, at: now, actor: SYSTEM, action: "letter.withdraw", subject: letter.id, details });
}

/** Begins the draft for a fact, or takes up the one that had withdrawn itself; what a person gave up stays given up. */
async function draftFor(work: Work, row: Row, due: DueLetter, letters: readonly KeptLetter[]): Promise<void> {
  const { sql, unitId, now } = work;
  const { kind } = due;
  const ofKind = letters.filter((letter) => letter.kind === kind.kind);
  if (ofKind.some(({ state }) => state !== "withdrawn")) return;
  const before = ofKind.find(({ fact }) => fact === due.fact);
  const dueAt = due.dueAt === null ? null : toInstant(due.dueAt);
  if (before) {
    if (before.withdrawnFor === null) return;
    await sql`
      update letter set state = 'drafted', withdrawn_for = null, due_at = ${dueAt}, revision = revision + 1
      where unit_id = ${unitId} and id = ${before.id}`;
    await told(work, before.id, row.id, due);
    return;
  }
  if (!due.fresh) return;
  // Words that somebody wrote for an earlier appointment are still true; the date is not.
  const { newDueAt: _, ...written } = ofKind.findLast(({ withdrawnFor }) => withdrawnFor !== null)?.content ?? {};
  const content: LetterContent = { ...firstContent(kind, row), ...written };
  const [drafted] = await sql<{ id: string }[]>`
    insert into letter (unit_id, dossier_id, kind, fact, due_at, state, content, template_version, search, drafted_by,
      drafted_at)
    values (${unitId}, ${row.id}, ${kind.kind}, ${due.fact}, ${dueAt}, 'drafted',
      ${JSON.stringify(content)}::text::jsonb, ${work.texts.latest(kind.kind)},
      ${searchText(content, row.externalCode)}, ${SYSTEM}, ${now})
    on conflict do nothing returning id`;
  if (drafted) await told(work, drafted.id, row.id, due);
}

function told({ sql, unitId, now }: Work, letterId: string, dossierId: string, { kind, fact }: DueLetter) {
  const details = { dossierId, kind: kind.kind, fact };
  return appendAudit(sql, { unitId, at: now, actor: SYSTEM, action: "letter.draft", subject: letterId, details });
}
