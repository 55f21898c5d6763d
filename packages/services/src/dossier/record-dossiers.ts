import { setImmediate } from "node:timers/promises";
import type { TransactionSql } from "postgres";
import type { Judge } from "../outcome/judge";
import { lockRecording } from "./lock-recording";
import { type DossierIntake, type KnownDossier, prepareDossier } from "./prepare-dossier";
import type { StagedDossier } from "./staged-dossier";
import { type RecordScope, stageRows } from "./write-staged";

export type { DossierIntake } from "./prepare-dossier";

export interface RecordResult {
  created: number;
  changed: number;
  unchanged: number;
}

/** Dossiers prepared and written at once. */
const CHUNK = 1_000;

/**
 * Writes dossiers with their events, folded facts and outcomes, and notes the days whose roll-ups must be folded,
 * all in the caller's transaction. Idempotent by (external code, time and content of an event); a code that comes twice
 * is one dossier. One transaction of a unit records at a time, the others wait for its end.
 * The day of receipt and the own model version stay as they were first recorded.
 * `scope.now` is when the system learned of it.
 */
export async function recordDossiers(
  sql: TransactionSql,
  scope: RecordScope,
  judge: Judge,
  batch: readonly DossierIntake[],
): Promise<RecordResult> {
  const { unitId, now } = scope;
  const result: RecordResult = { created: 0, changed: 0, unchanged: 0 };
  const days = new Set<string>();
  const intakes = mergeCodes(batch);
  // Before the first read: what is read then includes all that others have recorded.
  await lockRecording(sql, unitId);
  const known = await lockKnown(sql, unitId, intakes);
  let writing: Promise<void> | undefined;
  for (let from = 0; from < intakes.length; from += CHUNK) {
    const staged: StagedDossier[] = [];
    for (const intake of intakes.slice(from, from + CHUNK)) {
      const before = known.get(intake.externalCode);
      const row = prepareDossier(judge, intake, before, now);
      if (!row) {
        result.unchanged++;
        continue;
      }
      if (before) result.changed++;
      else result.created++;
      days.add(row.receivedOn);
      staged.push(row);
    }
    // The server writes one chunk while the next is prepared.
    await writing;
    if (staged.length === 0) continue;
    const insert = await stageRows(sql, staged);
    writing = insert(scope);
    writing.catch(() => {});
    await setImmediate();
  }
  await writing;
  if (days.size > 0) {
    await sql`insert into rollup_dirty (unit_id, day) select ${unitId}, d::date from unnest(${[...days]}::text[]) d`;
  }
  return result;
}

/** One intake for each external code, in order of first sight; of names the last one given. */
function mergeCodes(batch: readonly DossierIntake[]): DossierIntake[] {
  const merged = new Map<string, DossierIntake>();
  for (const intake of batch) {
    const before = merged.get(intake.externalCode);
    merged.set(
      intake.externalCode,
      before
        ? {
            externalCode: intake.externalCode,
            applicantName: intake.applicantName ?? before.applicantName,
            phone: intake.phone ?? before.phone,
            officer: intake.officer ?? before.officer,
            events: [...before.events, ...intake.events],
          }
        : intake,
    );
  }
  return [...merged.values()];
}

async function lockKnown(sql: TransactionSql, unitId: string, intakes: readonly DossierIntake[]) {
  const codes = intakes.map(({ externalCode }) => externalCode);
  const rows = await sql<KnownDossier[]>`
    with d as (
      select id, external_code, received_on, last_seq, own_version_id, next_remind_at from dossier
      where unit_id = ${unitId} and external_code = any(${codes}::text[]) for update
    )
    select d.id, d.external_code as "externalCode", d.received_on as "receivedOn", d.last_seq as "lastSeq",
      d.own_version_id as "ownVersionId", d.next_remind_at as "nextRemindAt",
      (select jsonb_agg(jsonb_build_object('at', e.at, 'recordedAt', e.recorded_at, 'fact', e.fact) order by e.seq)
        from dossier_event e where e.unit_id = ${unitId} and e.dossier_id = d.id) as events
    from d`;
  return new Map(rows.map((row) => [row.externalCode, row]));
}

/** Upserts outcomes given as a JSON array of {dossier_id, version_id, bits, pending}. */
export async function writeOutcomes(sql: TransactionSql, unitId: string, outcomes: string, now: Date) {
  await sql`
    insert into dossier_outcome (unit_id, dossier_id, version_id, bits, pending, judged_at)
    select ${unitId}, r.dossier_id, r.version_id, r.bits, r.pending, ${now}
    from jsonb_populate_recordset(null::dossier_outcome, ${outcomes}::jsonb) r
    on conflict (unit_id, dossier_id, version_id) do update
      set bits = excluded.bits, pending = excluded.pending, judged_at = excluded.judged_at`;
}
