import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inScope } from "@gandan/db/in-scope";
import type { OfficersBelowInput } from "@gandan/model/officer-result/officer-inputs";
import { quarterOf, shiftDay } from "@gandan/model/oversight/period";
import { readPlainUnitsBelow } from "../oversight/units-below";
import { localToday } from "../unit/local-today";

/** How far those above have come, as counts without names. */
interface OfficerRoundCounts {
  judged: number;
  few: number;
  above: number;
  told: number;
  informed: number;
  replied: number;
  decided: number;
  closed: number;
}

export interface OfficersBelowRow {
  id: string;
  name: string;
  code: string;
  parentName: string | null;
  /** Null where nothing was counted. */
  round: OfficerRoundCounts | null;
  /** When the unit published results last; null for never. */
  publishedAt: Date | null;
}

export interface OfficersBelow {
  /** First and last day of the quarter. */
  quarter: LocalDate;
  to: LocalDate;
  rows: OfficersBelowRow[];
  total: number;
  /** Of all units, those of other pages included. */
  judged: number;
  above: number;
  /** Above and nothing done yet. */
  waiting: number;
  page: number;
  pageSize: number;
}

const PAGE_SIZE = 50;

/**
 * How many officers of the units below were judged by citizens in a quarter that is over, how many are above what the
 * unit's model lets pass and how far that has come, and when each unit published results last: counts, never a name.
 * @throws AppError FORBIDDEN
 */
export async function readOfficersBelow(ctx: UnitCtx, input: OfficersBelowInput): Promise<OfficersBelow> {
  authorize(ctx, "survey:read");
  const latest = quarterOf(shiftDay(localToday(ctx.now), -1), -1);
  const period = input.quarter === undefined || input.quarter > latest.from ? latest : quarterOf(input.quarter);
  return inScope(ctx, async (_tx, sql) => {
    const units = await readPlainUnitsBelow(sql, ctx.unitId, period);
    const ids = units.map(({ id }) => id);
    const rounds = await sql<(OfficerRoundCounts & { unitId: string })[]>`
      select unit_id as "unitId", judged, few, above, told, informed, replied, decided, closed from officer_round
      where unit_id = any(${ids}::uuid[]) and quarter = ${period.from}`;
    const page = units.slice((input.page - 1) * PAGE_SIZE, input.page * PAGE_SIZE);
    const published = await sql<{ unitId: string; at: Date }[]>`
      select unit_id as "unitId", max(signed_at) as at from publication
      where unit_id = any(${page.map(({ id }) => id)}::uuid[]) and state = 'published' group by 1`;
    const roundOf = new Map(rounds.map(({ unitId, ...counts }) => [unitId, counts]));
    const publishedOf = new Map(published.map(({ unitId, at }) => [unitId, at]));
    const sum = (count: (round: OfficerRoundCounts) => number) => rounds.reduce((all, one) => all + count(one), 0);
    return {
      quarter: period.from,
      to: period.to,
      rows: page.map(({ id, name, code, parentName }) => ({
        id,
        name,
        code,
        parentName,
        round: roundOf.get(id) ?? null,
        publishedAt: publishedOf.get(id) ?? null,
      })),
      total: units.length,
      judged: sum(({ judged }) => judged),
      above: sum(({ above }) => above),
      waiting: sum(({ told }) => told),
      page: input.page,
      pageSize: PAGE_SIZE,
    };
  });
}
