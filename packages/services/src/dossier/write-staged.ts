import type { Writable } from "node:stream";
import type { Fragment, TransactionSql } from "postgres";
import { noticeIsOver } from "../notice/dossier-reminders";
import { FACT_NAMES, STAGED_COLUMNS, type StagedDossier, stagedJson, stagedPieces } from "./staged-dossier";

/** Who writes, from where, and when. */
export interface RecordScope {
  unitId: string;
  actor: string;
  now: Date;
  source: "import" | "desk" | "demo";
}

type Insertion = (scope: RecordScope) => Promise<void>;

/** Up to this many rows go as one parameter; more are copied into a table of the transaction. */
const FEW = 100;
const CHANGING = [...FACT_NAMES, "last_seq", "next_judge_at", "next_remind_at", "letters_at"];
const NAMES = ["applicant_name", "phone", "officer", "name_key", "name_tail", "name_marked", "phone_tail"];
const INSERTED = ["external_code", "received_on", "own_version_id", ...CHANGING, ...NAMES].join(", ");
const UPDATED = [
  ...CHANGING.map((name) => `${name} = i.${name}`),
  ...NAMES.map((name) => `${name} = coalesce(i.${name}, d.${name})`),
].join(", ");

/**
 * Brings rows to the server, where nothing is written yet: the insertion that it gives writes dossiers, their fresh
 * events and their outcomes, each kind at once. One at a time; a dossier comes once.
 */
export async function stageRows(sql: TransactionSql, rows: readonly StagedDossier[]): Promise<Insertion> {
  if (rows.length <= FEW) {
    const json = stagedJson(rows);
    return (scope) =>
      insertFrom(sql, scope, sql`jsonb_to_recordset(${json}::text::jsonb) as s(${sql.unsafe(STAGED_COLUMNS)})`);
  }
  const [, , stream] = await Promise.all([
    sql`create temp table if not exists staged_dossier (${sql.unsafe(STAGED_COLUMNS)}) on commit drop`.execute(),
    sql`truncate pg_temp.staged_dossier`.execute(),
    sql`copy pg_temp.staged_dossier from stdin`.writable(),
  ]);
  await sendRows(stream, rows);
  return (scope) => insertFrom(sql, scope, sql`pg_temp.staged_dossier s`);
}

/**
 * Sends rows to COPY. The server's answer to the last piece is not waited for: if it is an error, the next statement of
 * the transaction fails.
 */
async function sendRows(stream: Writable, rows: readonly StagedDossier[]): Promise<void> {
  let failure: Error | undefined;
  const broken = new Promise<never>((_resolve, reject) => {
    const fail = (error?: Error) => {
      failure ??=
        error ?? Object.assign(new Error("Connection lost while rows were sent."), { code: "CONNECTION_CLOSED" });
      reject(failure);
    };
    stream.once("error", fail);
    // A connection that is lost closes the stream without a word, and answers no write any more.
    stream.once("close", () => fail());
  });
  broken.catch(() => {});
  const send = (piece: Buffer) =>
    Promise.race([
      broken,
      new Promise<void>((resolve, reject) => {
        stream.write(piece, (error) => (error ? reject(failure ?? error) : resolve()));
      }),
    ]);
  try {
    for (const piece of stagedPieces(rows)) await send(piece);
    stream.end();
  } catch (error) {
    // An open COPY would let no other statement pass, not even the end of the transaction.
    stream.destroy(failure ?? (error as Error));
    throw error;
  }
}

/** Numbers of dossiers in order of time, so that what comes together lies together in the indexes. */
async function insertFrom(
  sql: TransactionSql,
  { unitId, actor, now, source }: RecordScope,
  staged: Fragment,
): Promise<void> {
  await sql`
    with intake as materialized (
      select coalesce(s.known_id, uuidv7()) as id, s.* from ${staged}
    ), added as (
      insert into dossier (unit_id, id, updated_at, ${sql.unsafe(INSERTED)})
      select ${unitId}::uuid, id, ${now}::timestamptz, ${sql.unsafe(INSERTED)} from intake where known_id is null
    ), changed as (
      update dossier d set updated_at = ${now}, ${sql.unsafe(UPDATED)}
      from intake i where i.known_id is not null and d.unit_id = ${unitId} and d.id = i.known_id
    ), withdrawn as (
      update notice n set withdrawn_at = ${now}
      from intake i where i.known_id is not null and n.unit_id = ${unitId} and n.dossier_id = i.known_id
        and n.withdrawn_at is null and ${noticeIsOver(sql)}
    ), judged as (
      insert into dossier_outcome (unit_id, dossier_id, version_id, bits, pending, judged_at)
      select ${unitId}::uuid, i.id, o.version_id, o.bits, o.pending, ${now}::timestamptz
      from intake i, jsonb_to_recordset(i.outcomes) as o(version_id uuid, bits bigint, pending boolean)
      on conflict (unit_id, dossier_id, version_id) do update
        set bits = excluded.bits, pending = excluded.pending, judged_at = excluded.judged_at
    )
    insert into dossier_event (unit_id, dossier_id, seq, at, recorded_at, actor, source, fact)
    select ${unitId}::uuid, i.id, i.first_seq + e.n - 1, (e.event ->> 'at')::timestamptz,
      coalesce((e.event ->> 'recordedAt')::timestamptz, i.recorded_at), ${actor}, ${source}, e.event -> 'fact'
    from intake i, jsonb_array_elements(i.events) with ordinality as e(event, n)`;
}
