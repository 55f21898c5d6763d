import type { RowIntake } from "@gandan/model/import/read-row";
import { toldEvents } from "@gandan/model/import/told-events";
import type { TransactionSql } from "postgres";

const TABLES = [
  `create temp table if not exists told_dossier (
    code text, procedure_code text, received_on date, applicant text, phone text, officer text, events jsonb,
    dossier_id uuid, due_at timestamptz, promised_at timestamptz,
    own_applicant text, own_phone text, own_officer text) on commit drop`,
  "create temp table if not exists refused_code (code text) on commit drop",
  `create temp table if not exists told_difference (
    dossier_id uuid, place int, entry text, why text, own_at timestamptz, told_at timestamptz, own jsonb, told jsonb,
    own_recorded_at timestamptz, choice text) on commit drop`,
];

/** Makes the tables of the transaction in which what a file tells is set against what the unit has. */
export async function openStaging(sql: TransactionSql): Promise<void> {
  await Promise.all(TABLES.map((table) => sql.unsafe(table).execute()));
}

/** Empties them for the next portion. */
export async function clearStaging(sql: TransactionSql): Promise<void> {
  await sql`truncate pg_temp.told_dossier, pg_temp.told_difference`;
}

/**
 * Brings good rows to the server beside the dossiers that the unit has by their codes. Only of those the events are
 * brought: a new dossier is not compared with anything.
 * @param wanted `known` when new dossiers are not to be counted either
 * @returns the codes that the unit has
 */
export async function stageTold(
  sql: TransactionSql,
  unitId: string,
  rows: readonly RowIntake[],
  wanted: "all" | "known" = "all",
): Promise<ReadonlySet<string>> {
  const codes = rows.map(({ externalCode }) => externalCode);
  const found = await sql<{ code: string }[]>`
    select external_code as code from dossier where unit_id = ${unitId} and external_code = any(${codes}::text[])`;
  const known = new Set(found.map(({ code }) => code));
  const staged = wanted === "all" ? rows : rows.filter(({ externalCode }) => known.has(externalCode));
  if (staged.length === 0) return known;
  const json = JSON.stringify(staged.map((row) => told(row, known.has(row.externalCode))));
  await sql`
    insert into pg_temp.told_dossier
    select t.code, t.procedure_code, t.received_on, t.applicant, t.phone, t.officer, t.events,
      d.id, d.due_at, d.promised_at, d.applicant_name, d.phone, d.officer
    from jsonb_to_recordset(${json}::text::jsonb) as t(code text, procedure_code text, received_on date, applicant text,
      phone text, officer text, events jsonb)
    left join dossier d on d.unit_id = ${unitId} and d.external_code = t.code`;
  return known;
}

/** Codes of rows in error: their dossiers are in the file all the same. */
export async function stageRefused(sql: TransactionSql, codes: readonly string[]): Promise<void> {
  if (codes.length > 0) await sql`insert into pg_temp.refused_code select unnest(${codes as string[]}::text[])`;
}

const UTC_OFFSET_MS = 7 * 3_600_000;
const localDay = (instant: string) => new Date(Date.parse(instant) + UTC_OFFSET_MS).toISOString().slice(0, 10);

function told(row: RowIntake, isKnown: boolean) {
  const [received] = row.events;
  const procedure = received?.fact.type === "received" ? received.fact.procedure : "";
  const head = { code: row.externalCode, procedure_code: procedure, received_on: localDay(received!.at) };
  if (!isKnown) return head;
  const { applicantName: applicant, phone, officer } = row;
  return { ...head, applicant, phone, officer, events: toldEvents(row) };
}
