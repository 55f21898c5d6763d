import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { type Assessment, assessUnit, type EnteredLeaf } from "@gandan/model/index/assess-unit";
import type { IndexClass } from "@gandan/model/index/index-frame";
import type { IndexRound } from "@gandan/model/index/index-inputs";
import { rankUnits } from "@gandan/model/index/rank-units";
import { compileFrame } from "@gandan/model/index/score-index";
import { poolTallies, type Tally } from "@gandan/model/outcome/tally";
import type { TransactionSql } from "postgres";
import { loadJudge } from "../outcome/load-judge";
import { readIndicators } from "../rollup/read-indicators";
import { indicatorsOf } from "../score/read-score";
import { readFrame } from "./read-frame";

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
  } | null;
}

/** Entries of one unit for a frame, by leaf. */
export async function readEntries(
  sql: TransactionSql,
  unitId: string,
  frameId: string,
): Promise<Map<string, EnteredLeaf>> {
  const rows = await sql<(Omit<EnteredLeaf, "points"> & { leaf: string; points: string | null })[]>`
    select leaf, points, value, note, entered_at as "enteredAt" from index_entry
    where unit_id = ${unitId} and frame_id = ${frameId}`;
  return new Map(
    rows.map(({ leaf, points, ...rest }) => [leaf, { ...rest, points: points === null ? null : Number(points) }]),
  );
}

/** The year's indicators by rule of the yardsticks that judge a unit. */
async function yardstickTallies(sql: TransactionSql, unitId: string, year: number, now: Date) {
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  const judge = await loadJudge(sql, unitId, now);
  const spans = judge.versionsBetween(period.from, period.to).filter(({ yardstick }) => yardstick);
  const sums = await readIndicators(sql, {
    unitIds: [unitId],
    versionIds: [...new Set(spans.map(({ versionId }) => versionId))],
    ...period,
  });
  const tallies = new Map<string, Tally>();
  for (const sum of sums) {
    const span = spans.find(({ versionId }) => versionId === sum.versionId);
    if (!span) continue;
    for (const [ruleId, tally] of indicatorsOf(judge.ruleIdsOf(span), sum.tallies)) {
      tallies.set(ruleId, poolTallies([tally, ...(tallies.has(ruleId) ? [tallies.get(ruleId)!] : [])]));
    }
  }
  return tallies;
}

/**
 * The unit's own round of the index: the frame with what it entered and what its facts fill in.
 * @throws AppError FORBIDDEN
 */
export async function readOwnIndex(ctx: UnitCtx, input: IndexRound): Promise<IndexPage> {
  authorize(ctx, "index:read");
  return inUnit(ctx, async (_tx, sql) => {
    const { years, frame } = await readFrame(sql, ctx.unitId, input.year);
    if (!frame) return { years, round: null };
    const [entries, tallies] = await Promise.all([
      readEntries(sql, ctx.unitId, frame.id),
      yardstickTallies(sql, ctx.unitId, frame.year, ctx.now),
    ]);
    const { source } = frame;
    const assessment = assessUnit(source, compileFrame(source), entries, tallies);
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
        mayEnter: mayDo(ctx, "index:enter"),
      },
    };
  });
}
