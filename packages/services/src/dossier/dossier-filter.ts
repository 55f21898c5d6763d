import type { DossierQueue, ListDossiers } from "@gandan/model/dossier/list-dossiers";
import type { Fragment, TransactionSql } from "postgres";
import type { QueueTimes } from "./queue-times";

/** Said with every queue of work that is not over: what the partial index on open dossiers holds. */
export const openCondition = (sql: TransactionSql): Fragment => sql`d.finished_at is null and d.ended_at is null`;

/** Open, accepted before a moment, and registered with that promise in the model that the unit ran on the day of receipt. */
function promised(sql: TransactionSql, mode: "same-day" | "no-friday-carry-over", before: Date): Fragment {
  return sql`d.paused_since is null and d.accepted_at < ${before} and exists (
    select 1 from adoption a join registration r on r.unit_id = a.unit_id and r.adoption_id = a.id
    where a.unit_id = d.unit_id and a.valid_from <= d.received_on and (a.valid_to is null or a.valid_to > d.received_on)
      and r.procedure_code = d.procedure_code and r.mode = ${mode})`;
}

/** What a queue asks of an open `dossier d`; of those finished and not closed, which are not open, nothing. */
export function queueDemand(sql: TransactionSql, queue: DossierQueue, times: QueueTimes): Fragment {
  const { today, tomorrow, minute, soon, sameDay, week } = times;
  switch (queue) {
    case "open":
    case "finished-not-closed":
      return sql`true`;
    case "due-today":
      return sql`d.paused_since is null and d.promised_at >= ${today} and d.promised_at < ${tomorrow}`;
    case "due-soon":
      return sql`d.paused_since is null and d.promised_at >= ${minute} and d.promised_at <= ${soon}`;
    case "late":
      return sql`d.paused_since is null and d.due_at < ${minute}`;
    case "late-no-letter":
      return sql`d.paused_since is null and d.due_at < ${minute} and d.apology_at is null`;
    case "awaiting-citizen":
      return sql`d.state in ('awaiting-supplement', 'awaiting-duty')`;
    case "same-day":
      return promised(sql, "same-day", sameDay);
    case "friday":
      return promised(sql, "no-friday-carry-over", week);
    case "second-supplement":
      return sql`d.supplement_requests > 1`;
  }
}

/** The condition of a queue on `dossier d`; shaped so that the partial indexes on open and unclosed dossiers serve it. */
function queueCondition(sql: TransactionSql, queue: DossierQueue, times: QueueTimes): Fragment {
  if (queue === "finished-not-closed") return sql`d.finished_at is not null and d.closed_at is null`;
  return sql`${openCondition(sql)} and ${queueDemand(sql, queue, times)}`;
}

/** States of work that is not over; said beside the state, they let the index on open dossiers serve it. */
const OPEN_STATES: readonly string[] = ["new", "accepted", "processing", "awaiting-supplement", "awaiting-duty"];

/** All conditions of a list on `dossier d` but for the words searched. */
export function dossierFilter(sql: TransactionSql, unitId: string, input: ListDossiers, times: QueueTimes): Fragment {
  const { queue, state, group, from, to } = input;
  return sql`d.unit_id = ${unitId}
    ${queue ? sql`and ${queueCondition(sql, queue, times)}` : sql``}
    ${state ? sql`and d.state = ${state}` : sql``}
    ${state && OPEN_STATES.includes(state) ? sql`and ${openCondition(sql)}` : sql``}
    ${group ? sql`and d.procedure_group = ${group}` : sql``}
    ${from ? sql`and d.received_on >= ${from}::date` : sql``}
    ${to ? sql`and d.received_on <= ${to}::date` : sql``}`;
}
