import { minuteOfDate, toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { NEVER } from "@gandan/model/dossier/dossier-facts";
import type { Period } from "@gandan/model/oversight/period";
import { petitionFacts } from "@gandan/model/petition/fold-petition";
import type { PetitionKind } from "@gandan/model/petition/petition-terms";
import type { PetitionFacts } from "@gandan/model/rules/facts";
import type { TransactionSql } from "postgres";
import { loadCalendar } from "../outcome/load-judge";

interface Row {
  kind: PetitionKind;
  receivedAt: Date;
  passedOnAt: Date | null;
  acceptedAt: Date | null;
  resolvedAt: Date | null;
  endedAt: Date | null;
}

const MINUTES_A_DAY = 1_440;
const minuteOf = (at: Date | null) => (at ? toLocalMinute(at) : NEVER);

/**
 * What rules judge of the petitions that a unit received in a period: kinds and days, from the lines of the register
 * alone. Undefined for a unit that never got any.
 */
export async function readPetitionFacts(
  sql: TransactionSql,
  unitId: string,
  { from, to }: Period,
  now: Date,
): Promise<PetitionFacts[] | undefined> {
  const [first, end] = [toInstant(minuteOfDate(from)), toInstant(minuteOfDate(to) + MINUTES_A_DAY)];
  const [rows, [some], calendar] = await Promise.all([
    sql<Row[]>`
      select kind, received_at as "receivedAt", passed_on_at as "passedOnAt", accepted_at as "acceptedAt",
        resolved_at as "resolvedAt", ended_at as "endedAt"
      from petition where unit_id = ${unitId} and received_at >= ${first} and received_at < ${end}
      order by received_at, id`,
    sql<{ there: boolean }[]>`select exists (select from petition where unit_id = ${unitId}) as there`,
    loadCalendar(sql, unitId, now),
  ]);
  if (!some?.there) return undefined;
  return rows.map(({ kind, receivedAt, passedOnAt, acceptedAt, resolvedAt, endedAt }) =>
    petitionFacts(calendar, {
      kind,
      receivedAt: toLocalMinute(receivedAt),
      passedOnAt: minuteOf(passedOnAt),
      acceptedAt: minuteOf(acceptedAt),
      resolvedAt: minuteOf(resolvedAt),
      endedAt: minuteOf(endedAt),
    }),
  );
}
