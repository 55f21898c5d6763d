import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inScope } from "@gandan/db/in-scope";
import { AppError } from "@gandan/model/error/app-error";
import { type Assessment, assessUnit } from "@gandan/model/index/assess-unit";
import type { IndexClass } from "@gandan/model/index/index-frame";
import type { IndexOfUnit } from "@gandan/model/index/index-inputs";
import type { IndexTree } from "@gandan/model/index/score-index";
import type { TransactionSql } from "postgres";
import { readYardstickTallies } from "../oversight/read-yardstick-tallies";
import { byName } from "../oversight/units-below";
import { type PublishedFrame, periodOf, readFrame } from "./read-frame";
import { type RankedUnit, rankedUnit } from "./read-index-ranking";
import { type RoundBelow, type RoundUnit, readRoundBelow } from "./read-round-below";
import { readAppraisals, readEntries } from "./read-sheet";

export interface IndexOfUnitPage {
  unit: { id: string; slug: string; name: string; code: string };
  years: number[];
  year: number;
  title: string;
  sample: boolean;
  total: number;
  classes: IndexClass[];
  assessment: Assessment;
  rank: number | null;
  /** Units with a rank. */
  ranked: number;
  reached: IndexClass | null;
  /** The best, those beside the unit, the last: a few rows of the ranking. */
  around: Pick<RankedUnit, "id" | "slug" | "name" | "rank" | "total" | "reached">[];
  mayAppraise: boolean;
}

/** One unit below in the round of a frame, as the unit that looks sees it. */
export async function assessBelow(
  sql: TransactionSql,
  { unitId }: Pick<UnitCtx, "unitId">,
  frame: PublishedFrame,
  tree: IndexTree,
  unit: RoundUnit,
): Promise<Assessment> {
  const [entries, appraisals, talliesOf] = await Promise.all([
    readEntries(sql, unit.id, frame.id),
    readAppraisals(sql, unitId, frame.id, unit.id),
    readYardstickTallies(sql, [unit], periodOf(frame)),
  ]);
  return assessUnit(frame.source, tree, { entries, appraisals, tallies: talliesOf(unit.id).byRule });
}

/** Places of the three best, of the unit with its neighbours, and of the last. */
function placesAround({ ranks, units }: RoundBelow, place: number): number[] {
  const order = [...units.keys()]
    .filter((at) => ranks[at]!.rank !== null)
    .sort((a, b) => ranks[a]!.rank! - ranks[b]!.rank! || byName(units[a]!, units[b]!));
  const own = order.indexOf(place);
  const beside = own < 0 ? [] : [own - 1, own, own + 1];
  const wanted = new Set([0, 1, 2, ...beside, order.length - 1]);
  return order.filter((_, i) => wanted.has(i));
}

/**
 * One unit below, down to each leaf with its value, note, source, appraisal and reason; and its rank among all.
 * @throws AppError FORBIDDEN; NOT_FOUND unit.outside, index.frameNotFound
 */
export async function readIndexOfUnit(ctx: UnitCtx, input: IndexOfUnit): Promise<IndexOfUnitPage> {
  authorize(ctx, "compare:read");
  return inScope(ctx, async (_tx, sql) => {
    const { years, frame } = await readFrame(sql, ctx.unitId, input.year);
    if (!frame) throw new AppError("NOT_FOUND", "index.frameNotFound");
    const round = await readRoundBelow(sql, ctx, frame);
    const place = round.units.findIndex(({ slug }) => slug === input.below);
    const unit = round.units[place];
    if (!unit) throw new AppError("NOT_FOUND", "unit.outside");
    const assessment = await assessBelow(sql, ctx, frame, round.tree, unit);
    const { rank, reached } = rankedUnit(round, place);
    return {
      unit: { id: unit.id, slug: unit.slug, name: unit.name, code: unit.code },
      years,
      year: frame.year,
      title: frame.title,
      sample: frame.source.sample,
      total: frame.source.total,
      classes: frame.source.classes,
      assessment,
      rank,
      ranked: round.ranks.filter((each) => each.rank !== null).length,
      reached,
      around: placesAround(round, place).map((at) => {
        const row = rankedUnit(round, at);
        return { id: row.id, slug: row.slug, name: row.name, rank: row.rank, total: row.total, reached: row.reached };
      }),
      mayAppraise: mayDo(ctx, "index:appraise"),
    };
  });
}
