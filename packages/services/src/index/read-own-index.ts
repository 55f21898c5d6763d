import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { type Assessment, assessUnit } from "@gandan/model/index/assess-unit";
import type { IndexClass } from "@gandan/model/index/index-frame";
import type { IndexRound } from "@gandan/model/index/index-inputs";
import { rankUnits } from "@gandan/model/index/rank-units";
import { compileFrame } from "@gandan/model/index/score-index";
import type { TransactionSql } from "postgres";
import { readYardstickTallies } from "../oversight/read-yardstick-tallies";
import type { UnitSpan } from "../oversight/units-below";
import { localToday } from "../unit/local-today";
import { type PublishedFrame, periodOf, readFrame } from "./read-frame";
import { readAppraisalsAbout, readEntries } from "./read-sheet";

export interface IndexPage {
  years: number[];
  /** Null when no unit above has published a frame for the year. */
  round: {
    frameId: string;
    year: number;
    title: string;
    sample: boolean;
    total: number;
    assessment: Assessment;
    reached: IndexClass | null;
    classes: IndexClass[];
    mayEnter: boolean;
    /** The unit is no more: it can be read, not changed. */
    ended: boolean;
  } | null;
}

/** The unit itself, on the days on which it was below the unit that published the frame. */
async function readOwnSpan(sql: TransactionSql, unitId: string, frame: PublishedFrame): Promise<UnitSpan[]> {
  return sql<UnitSpan[]>`
    select u.id, u.valid_from as "validFrom", u.valid_to as "validTo", min(a.valid_from) as "belowFrom",
      nullif(max(coalesce(a.valid_to, 'infinity')), 'infinity') as "belowTo"
    from unit u join unit_ancestors a on a.descendant_id = u.id and a.ancestor_id = ${frame.unitId}
    where u.id = ${unitId} group by u.id`;
}

/**
 * The unit's own round of the index: the frame with what it entered, what its facts fill in, and how it was appraised.
 * @throws AppError FORBIDDEN
 */
export async function readOwnIndex(ctx: UnitCtx, input: IndexRound): Promise<IndexPage> {
  authorize(ctx, "index:read");
  return inUnit(ctx, async (_tx, sql) => {
    const { unitId } = ctx;
    const { years, frame } = await readFrame(sql, unitId, input.year);
    if (!frame) return { years, round: null };
    const [entries, appraisals, span] = await Promise.all([
      readEntries(sql, unitId, frame.id),
      readAppraisalsAbout(sql, unitId, frame.id),
      readOwnSpan(sql, unitId, frame),
    ]);
    const talliesOf = await readYardstickTallies(sql, span, periodOf(frame));
    const [open] = await sql`
      select 1 from unit where id = ${unitId} and (valid_to is null or valid_to > ${localToday(ctx.now)}::date)`;
    const { source } = frame;
    const tallies = talliesOf(unitId).byRule;
    const assessment = assessUnit(source, compileFrame(source), { entries, tallies, appraisals });
    const [{ classId } = { classId: null }] = rankUnits([assessment.total ?? Number.NaN], source.classes);
    return {
      years,
      round: {
        frameId: frame.id,
        year: frame.year,
        title: frame.title,
        sample: source.sample,
        total: source.total,
        assessment,
        reached: source.classes.find(({ id }) => id === classId) ?? null,
        classes: source.classes,
        mayEnter: mayDo(ctx, "index:enter") && open !== undefined,
        ended: open === undefined,
      },
    };
  });
}
