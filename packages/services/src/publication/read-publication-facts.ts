import { minuteOfDate, toLocalMinute } from "@gandan/calendar/local-time";
import { NEVER } from "@gandan/model/dossier/dossier-facts";
import { type Period, shiftDay } from "@gandan/model/oversight/period";
import type { PublicationFacts } from "@gandan/model/rules/facts";
import type { TransactionSql } from "postgres";

/**
 * What a unit has published and since when results stand on its page, for rules on publications; corrections count for
 * nothing of their own. Undefined for a unit that has never asked citizens anything.
 */
export async function readPublicationFacts(
  sql: TransactionSql,
  unitId: string,
  period: Period,
): Promise<PublicationFacts | undefined> {
  const published = await sql<{ publication: string; at: Date }[]>`
    select slug as publication, signed_at as at from publication
    where unit_id = ${unitId} and state = 'published' and corrects is null order by signed_at`;
  const online = await sql<{ publication: string; from: Date; to: Date | null }[]>`
    select slug as publication, from_at as "from", to_at as "to" from publication_standing
    where unit_id = ${unitId} order by from_at`;
  const [asked] = await sql`select 1 from survey_form where unit_id = ${unitId} and opened_on <= ${period.to} limit 1`;
  if (!asked && published.length === 0 && online.length === 0) return undefined;
  return {
    period: { from: minuteOfDate(period.from, "00:00"), to: minuteOfDate(shiftDay(period.to, 1), "00:00") - 1 },
    published: published.map(({ publication, at }) => ({ publication, at: toLocalMinute(at) })),
    online: online.map(({ publication, from, to }) => ({
      publication,
      from: toLocalMinute(from),
      to: to === null ? NEVER : toLocalMinute(to),
    })),
  };
}
