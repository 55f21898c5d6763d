import { toLocalMinute } from "@gandan/calendar/local-time";
import type { TransactionSql } from "postgres";
import { columnsToFacts, type FactColumns } from "../outcome/fact-columns";
import type { Judge } from "../outcome/judge";

interface ReasonCount {
  version_id: string;
  month: string;
  rule_id: string;
  reason: string;
  procedure_group: string;
  n: number;
}

type Row = FactColumns & { id: string; receivedOn: string; ownVersionId: string | null };

/** Codes with the high bit set and the low bit clear: missed. */
const HAS_MISSED = "((o.bits & -6148914691236517206) & ~((o.bits & 6148914691236517205) << 1)) <> 0";

/**
 * Why dossiers received in `months` missed rules: counts by version, month, rule, reason and procedure group.
 * Reads only dossiers with a missed outcome, 5,000 at a time.
 */
export async function countReasons(
  sql: TransactionSql,
  unitId: string,
  judge: Judge,
  months: readonly string[],
  now: Date,
): Promise<ReasonCount[]> {
  const counts = new Map<string, ReasonCount>();
  const asOf = toLocalMinute(now);
  for (const month of months) {
    const rows = sql<Row[]>`
      select d.id, d.received_on as "receivedOn", d.own_version_id as "ownVersionId",
        ${sql.unsafe(FACT_SELECT)}
      from dossier d
      where d.unit_id = ${unitId} and d.received_on >= ${month}::date
        and d.received_on < (${month}::date + interval '1 month')::date
        and exists (select 1 from dossier_outcome o
          where o.unit_id = d.unit_id and o.dossier_id = d.id and ${sql.unsafe(HAS_MISSED)})`;
    for await (const page of rows.cursor(5_000)) {
      for (const row of page) {
        const judged = judge.judge(columnsToFacts(row), row.receivedOn, asOf, row.ownVersionId);
        for (const { span, ruleIds, judgements } of judged) {
          judgements.forEach(({ outcome, reason }, i) => {
            if (outcome !== "missed") return;
            const ruleId = ruleIds[i]!;
            const key = `${span.versionId} ${month} ${ruleId} ${reason.key} ${row.procedureGroup}`;
            const count = counts.get(key);
            if (count) count.n++;
            else
              counts.set(key, {
                version_id: span.versionId,
                month,
                rule_id: ruleId,
                reason: reason.key,
                procedure_group: row.procedureGroup,
                n: 1,
              });
          });
        }
      }
    }
  }
  return [...counts.values()];
}

/** Selects the columns of {@link FactColumns} of `dossier d` under their names in code. */
export const FACT_SELECT = `
  d.procedure_code as "procedureCode", d.procedure_group as "procedureGroup", d.channel, d.flags, d.state,
  d.received_at as "receivedAt", d.accepted_at as "acceptedAt", d.due_at as "dueAt", d.promised_at as "promisedAt",
  d.finished_at as "finishedAt", d.handed_over_at as "handedOverAt", d.closed_at as "closedAt",
  d.ended_at as "endedAt", d.paused_minutes as "pausedMinutes", d.paused_since as "pausedSince",
  d.supplement_requests as "supplementRequests", d.reappointments, d.apology_at as "apologyAt",
  d.apology_fields as "apologyFields", d.apology_signer as "apologySigner", d.letters`;
