import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inScope } from "@gandan/db/in-scope";
import { AppError } from "@gandan/model/error/app-error";
import { type Assessment, assessUnit, type EnteredLeaf } from "@gandan/model/index/assess-unit";
import type { IndexClass } from "@gandan/model/index/index-frame";
import type { IndexOfUnit, IndexRound } from "@gandan/model/index/index-inputs";
import { rankUnits } from "@gandan/model/index/rank-units";
import { compileFrame } from "@gandan/model/index/score-index";
import { poolTallies, type Tally } from "@gandan/model/outcome/tally";
import type { TransactionSql } from "postgres";
import { readUsedVersions } from "../oversight/read-versions";
import { readUnitsBelow, type UnitBelow } from "../oversight/units-below";
import { readIndicators } from "../rollup/read-indicators";
import { indicatorsOf } from "../score/read-score";
import { type PublishedFrame, readFrame } from "./read-frame";

export interface RankedUnit {
  id: string;
  slug: string;
  name: string;
  code: string;
  /** Null for a unit that has handed in nothing. */
  total: number | null;
  answered: number;
  rank: number | null;
  reached: IndexClass | null;
  /** Points of each field, in the order of the frame. */
  fields: number[];
}

export interface IndexRanking {
  years: number[];
  round: {
    year: number;
    title: string;
    sample: boolean;
    total: number;
    classes: IndexClass[];
    fields: { id: string; title: string; points: number }[];
    /** Best first; units without a total last, by name. */
    units: RankedUnit[];
    /** Mean of the units that have a total. */
    mean: number | null;
  } | null;
}

async function entriesOf(sql: TransactionSql, unitIds: readonly string[], frameId: string) {
  const rows = await sql<
    {
      unitId: string;
      leaf: string;
      points: string | null;
      value: EnteredLeaf["value"];
      note: string | null;
      enteredAt: Date;
    }[]
  >`
    select unit_id as "unitId", leaf, points, value, note, entered_at as "enteredAt" from index_entry
    where unit_id = any(${[...unitIds]}::uuid[]) and frame_id = ${frameId}`;
  const byUnit = new Map<string, Map<string, EnteredLeaf>>(unitIds.map((id) => [id, new Map()]));
  for (const { unitId, leaf, points, ...rest } of rows) {
    byUnit.get(unitId)?.set(leaf, { ...rest, points: points === null ? null : Number(points) });
  }
  return byUnit;
}

async function talliesOf(sql: TransactionSql, unitIds: readonly string[], year: number) {
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  const used = (await readUsedVersions(sql, unitIds, period)).filter(({ yardstick }) => yardstick);
  const versions = new Map(used.map(({ versionId, version }) => [versionId, version]));
  const sums = await readIndicators(sql, { unitIds, versionIds: [...versions.keys()], ...period });
  const byUnit = new Map<string, Map<string, Tally>>(unitIds.map((id) => [id, new Map()]));
  for (const { unitId, versionId, tallies } of sums) {
    const own = byUnit.get(unitId);
    for (const [ruleId, tally] of indicatorsOf(versions.get(versionId)?.ruleIds ?? [], tallies)) {
      const before = own?.get(ruleId);
      own?.set(ruleId, before ? poolTallies([before, tally]) : tally);
    }
  }
  return byUnit;
}

/** Assesses units below in a constant number of queries, however many they are. */
async function assessUnits(
  sql: TransactionSql,
  units: readonly UnitBelow[],
  frame: PublishedFrame,
): Promise<Assessment[]> {
  const ids = units.map(({ id }) => id);
  const [entries, tallies] = await Promise.all([entriesOf(sql, ids, frame.id), talliesOf(sql, ids, frame.year)]);
  const tree = compileFrame(frame.source);
  return units.map(({ id }) => assessUnit(frame.source, tree, entries.get(id)!, tallies.get(id)!));
}

async function communesBelow(sql: TransactionSql, unitId: string, frame: PublishedFrame): Promise<UnitBelow[]> {
  const units = await readUnitsBelow(sql, unitId, { from: `${frame.year}-01-01`, to: `${frame.year}-12-31` });
  return units.filter(({ level }) => level === frame.source.level);
}

/**
 * All units below in the round of a year: totals, fields, classes and ranks.
 * @throws AppError FORBIDDEN
 */
export async function readIndexRanking(ctx: UnitCtx, input: IndexRound): Promise<IndexRanking> {
  authorize(ctx, "compare:read");
  return inScope(ctx, async (_tx, sql) => {
    const { years, frame } = await readFrame(sql, ctx.unitId, input.year);
    if (!frame) return { years, round: null };
    const { source } = frame;
    const units = await communesBelow(sql, ctx.unitId, frame);
    const assessed = await assessUnits(sql, units, frame);
    const ranks = rankUnits(
      assessed.map(({ total }) => total ?? Number.NaN),
      source.classes,
    );
    const rows = units.map((unit, i): RankedUnit => {
      const { total, answered, nodes } = assessed[i]!;
      const { rank, classId } = ranks[i]!;
      return {
        id: unit.id,
        slug: unit.slug,
        name: unit.name,
        code: unit.code,
        total,
        answered,
        rank,
        reached: source.classes.find(({ id }) => id === classId) ?? null,
        fields: nodes.filter(({ depth }) => depth === 0).map(({ points }) => points ?? 0),
      };
    });
    const order = new Intl.Collator("vi");
    rows.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || order.compare(a.name, b.name));
    const totals = rows.flatMap(({ total }) => (total === null ? [] : [total]));
    return {
      years,
      round: {
        year: frame.year,
        title: frame.title,
        sample: source.sample,
        total: source.total,
        classes: source.classes,
        fields: source.fields.map(({ id, title, points }) => ({ id, title, points })),
        units: rows,
        mean: totals.length === 0 ? null : totals.reduce((sum, each) => sum + each, 0) / totals.length,
      },
    };
  });
}

export interface IndexOfUnitPage {
  unit: { id: string; slug: string; name: string; code: string };
  years: number[];
  year: number;
  title: string;
  sample: boolean;
  total: number;
  assessment: Assessment;
  rank: number | null;
  ranked: number;
  reached: IndexClass | null;
}

/**
 * One unit below, down to each leaf with its value, note and source.
 * @throws AppError FORBIDDEN; NOT_FOUND unit.outside, index.frameNotFound
 */
export async function readIndexOfUnit(ctx: UnitCtx, input: IndexOfUnit): Promise<IndexOfUnitPage> {
  authorize(ctx, "compare:read");
  return inScope(ctx, async (_tx, sql) => {
    const { years, frame } = await readFrame(sql, ctx.unitId, input.year);
    if (!frame) throw new AppError("NOT_FOUND", "index.frameNotFound");
    const units = await communesBelow(sql, ctx.unitId, frame);
    const place = units.findIndex(({ slug }) => slug === input.below);
    const unit = units[place];
    if (!unit) throw new AppError("NOT_FOUND", "unit.outside");
    const assessed = await assessUnits(sql, units, frame);
    const ranks = rankUnits(
      assessed.map(({ total }) => total ?? Number.NaN),
      frame.source.classes,
    );
    const { rank, classId } = ranks[place]!;
    return {
      unit: { id: unit.id, slug: unit.slug, name: unit.name, code: unit.code },
      years,
      year: frame.year,
      title: frame.title,
      sample: frame.source.sample,
      total: frame.source.total,
      assessment: assessed[place]!,
      rank,
      ranked: ranks.filter((each) => each.rank !== null).length,
      reached: frame.source.classes.find(({ id }) => id === classId) ?? null,
    };
  });
}
