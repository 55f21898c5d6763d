import { localDateOf, toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { canonicalJson } from "@gandan/db/audit/canonical-json";
import type { DossierEvent, DossierFact } from "@gandan/model/dossier/dossier-event";
import { NEVER } from "@gandan/model/dossier/dossier-facts";
import type { TransactionSql } from "postgres";
import { factsToColumns } from "../outcome/fact-columns";
import type { Judge, VersionOutcome } from "../outcome/judge";

export type EventSource = "import" | "desk" | "demo";

/** A dossier as a source tells it. Events already known are passed over; new ones are appended. */
export interface DossierIntake {
  externalCode: string;
  applicantName?: string | null;
  phone?: string | null;
  officer?: string | null;
  events: readonly DossierEvent[];
}

export interface RecordResult {
  created: number;
  changed: number;
  unchanged: number;
}

interface Known {
  id: string;
  externalCode: string;
  receivedOn: string;
  lastSeq: number;
  ownVersionId: string | null;
  events: { at: string; recordedAt: string; fact: DossierFact }[] | null;
}

interface Written {
  dossier: Record<string, unknown>;
  events: Record<string, unknown>[];
  outcomes: (Omit<VersionOutcome, "bits"> & { dossierId: string; bits: string })[];
}

const CHUNK = 2_000;
const keyOf = (at: string, fact: DossierFact) => `${new Date(at).toISOString()} ${canonicalJson(fact)}`;

/**
 * Writes dossiers with their events, folded facts and outcomes, and notes the days whose roll-ups must be folded,
 * all in the caller's transaction. Idempotent by (external code, time and content of an event); a code that comes twice
 * is one dossier. One transaction of a unit records at a time, the others wait for its end.
 * The day of receipt and the own model version stay as they were first recorded.
 * @param now when the system learned of it
 */
export async function recordDossiers(
  sql: TransactionSql,
  { unitId, actor, now, source }: { unitId: string; actor: string; now: Date; source: EventSource },
  judge: Judge,
  batch: readonly DossierIntake[],
): Promise<RecordResult> {
  const result: RecordResult = { created: 0, changed: 0, unchanged: 0 };
  const days = new Set<string>();
  const intakes = mergeCodes(batch);
  // Before the first read: what is read then includes all that others have recorded.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`record ${unitId}`}, 0))`;
  for (let from = 0; from < intakes.length; from += CHUNK) {
    const chunk = intakes.slice(from, from + CHUNK);
    const known = await lockKnown(sql, unitId, chunk);
    const written: Written[] = [];
    for (const intake of chunk) {
      const before = known.get(intake.externalCode);
      const write = prepare(judge, intake, before, actor, source, now);
      if (!write) {
        result.unchanged++;
        continue;
      }
      if (before) result.changed++;
      else result.created++;
      days.add(write.dossier.received_on as string);
      written.push(write);
    }
    await writeChunk(sql, unitId, written, now);
  }
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

async function lockKnown(sql: TransactionSql, unitId: string, chunk: readonly DossierIntake[]) {
  const codes = chunk.map(({ externalCode }) => externalCode);
  const rows = await sql<Known[]>`
    with d as (
      select id, external_code, received_on, last_seq, own_version_id from dossier
      where unit_id = ${unitId} and external_code = any(${codes}::text[]) for update
    )
    select d.id, d.external_code as "externalCode", d.received_on as "receivedOn", d.last_seq as "lastSeq",
      d.own_version_id as "ownVersionId",
      (select jsonb_agg(jsonb_build_object('at', e.at, 'recordedAt', e.recorded_at, 'fact', e.fact) order by e.seq)
        from dossier_event e where e.unit_id = ${unitId} and e.dossier_id = d.id) as events
    from d`;
  return new Map(rows.map((row) => [row.externalCode, row]));
}

/** The rows to write for one dossier, or null when it brings nothing new. */
function prepare(
  judge: Judge,
  intake: DossierIntake,
  before: Known | undefined,
  actor: string,
  source: EventSource,
  now: Date,
): Written | null {
  const old: DossierEvent[] = (before?.events ?? []).map(({ at, recordedAt, fact }) => ({
    at: new Date(at).toISOString(),
    recordedAt: new Date(recordedAt).toISOString(),
    fact,
  }));
  const seen = new Set(old.map(({ at, fact }) => keyOf(at, fact)));
  const fresh = intake.events.filter(({ at, fact }) => {
    const key = keyOf(at, fact);
    return !seen.has(key) && Boolean(seen.add(key));
  });
  if (before && fresh.length === 0) return null;

  const facts = judge.fold([...old, ...fresh]);
  const receivedOn = before?.receivedOn ?? localDateOf(facts.receivedAt);
  const asOf = toLocalMinute(now);
  const pinned = before ? before.ownVersionId : undefined;
  const next = judge.nextJudgeAt(facts, receivedOn, asOf, pinned);
  const id = before?.id ?? crypto.randomUUID();
  const firstSeq = (before?.lastSeq ?? 0) + 1;
  const columns = factsToColumns(facts);
  return {
    dossier: {
      id,
      external_code: intake.externalCode,
      received_on: receivedOn,
      procedure_code: columns.procedureCode,
      procedure_group: columns.procedureGroup,
      channel: columns.channel,
      flags: columns.flags,
      state: columns.state,
      received_at: columns.receivedAt,
      accepted_at: columns.acceptedAt,
      due_at: columns.dueAt,
      promised_at: columns.promisedAt,
      finished_at: columns.finishedAt,
      handed_over_at: columns.handedOverAt,
      closed_at: columns.closedAt,
      ended_at: columns.endedAt,
      paused_minutes: columns.pausedMinutes,
      paused_since: columns.pausedSince,
      supplement_requests: columns.supplementRequests,
      reappointments: columns.reappointments,
      apology_at: columns.apologyAt,
      apology_fields: columns.apologyFields,
      apology_signer: columns.apologySigner,
      letters: columns.letters,
      applicant_name: intake.applicantName ?? null,
      phone: intake.phone ?? null,
      officer: intake.officer ?? null,
      last_seq: firstSeq + fresh.length - 1,
      next_judge_at: next === NEVER ? null : toInstant(next),
      own_version_id: before ? before.ownVersionId : (judge.ownVersionOn(receivedOn)?.versionId ?? null),
    },
    events: fresh.map(({ at, recordedAt, fact }, i) => ({
      dossier_id: id,
      seq: firstSeq + i,
      at,
      recorded_at: recordedAt,
      actor,
      source,
      fact,
    })),
    outcomes: judge
      .outcomes(facts, receivedOn, asOf, pinned)
      .map(({ bits, ...rest }) => ({ ...rest, dossierId: id, bits: bits.toString() })),
  };
}

async function writeChunk(sql: TransactionSql, unitId: string, written: readonly Written[], now: Date) {
  if (written.length === 0) return;
  const dossiers = JSON.stringify(written.map(({ dossier }) => dossier));
  const events = JSON.stringify(written.flatMap(({ events: list }) => list));
  const outcomes = JSON.stringify(
    written.flatMap(({ outcomes: list }) =>
      list.map(({ dossierId, versionId, bits, pending }) => ({
        dossier_id: dossierId,
        version_id: versionId,
        bits,
        pending,
      })),
    ),
  );
  await sql`
    insert into dossier as old (unit_id, updated_at, id, external_code, received_on, ${sql(FACT_COLUMNS)},
      applicant_name, phone, officer, last_seq, next_judge_at, own_version_id)
    select ${unitId}, ${now}, r.id, r.external_code, r.received_on, ${sql.unsafe(FACT_COLUMNS.map((name) => `r.${name}`).join(", "))},
      r.applicant_name, r.phone, r.officer, r.last_seq, r.next_judge_at, r.own_version_id
    from jsonb_populate_recordset(null::dossier, ${dossiers}::jsonb) r
    on conflict (unit_id, id) do update set
      ${sql.unsafe(FACT_COLUMNS.map((name) => `${name} = excluded.${name}`).join(", "))},
      applicant_name = coalesce(excluded.applicant_name, old.applicant_name),
      phone = coalesce(excluded.phone, old.phone), officer = coalesce(excluded.officer, old.officer),
      last_seq = excluded.last_seq, next_judge_at = excluded.next_judge_at, updated_at = excluded.updated_at`;
  await sql`
    insert into dossier_event (unit_id, dossier_id, seq, at, recorded_at, actor, source, fact)
    select ${unitId}, r.dossier_id, r.seq, r.at, r.recorded_at, r.actor, r.source, r.fact
    from jsonb_populate_recordset(null::dossier_event, ${events}::jsonb) r`;
  await writeOutcomes(sql, unitId, outcomes, now);
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

const FACT_COLUMNS = [
  "procedure_code",
  "procedure_group",
  "channel",
  "flags",
  "state",
  "received_at",
  "accepted_at",
  "due_at",
  "promised_at",
  "finished_at",
  "handed_over_at",
  "closed_at",
  "ended_at",
  "paused_minutes",
  "paused_since",
  "supplement_requests",
  "reappointments",
  "apology_at",
  "apology_fields",
  "apology_signer",
  "letters",
];
