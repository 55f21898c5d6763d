import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { addTally, emptyTally, type Tally } from "@gandan/model/outcome/tally";
import type { ComparisonInput } from "@gandan/model/oversight/oversight-inputs";
import { earliestOf, monthsUpTo, type Period } from "@gandan/model/oversight/period";
import { medianOf, type Standing, standingOut } from "@gandan/model/oversight/standing-out";
import { compareUnits as compareScores, type RankRange } from "@gandan/model/score/compare-units";
import { explainRule } from "@gandan/model/score/explain";
import { scoreModel } from "@gandan/model/score/score-model";
import { type Interval, wilson } from "@gandan/model/score/wilson";
import type { TransactionSql } from "postgres";
import type { UnitIndicators } from "../rollup/read-indicators";
import { indicatorsOf } from "../score/read-score";
import { localToday } from "../unit/local-today";
import { readBelowIndicators, readMonths } from "./read-below-indicators";
import { type JudgingVersion, readUsedVersions, readYardstick } from "./read-versions";
import { restateUnits, type UnitGroup } from "./restate-units";
import { type PlainUnitBelow, readHeirs, readPlainUnitsBelow } from "./units-below";

const TREND_MONTHS = 12;
const DEFAULT_MIN_N = 10;
const DEFAULT_RANK_MIN_N = 100;

/** One indicator of one unit. */
export interface ComparedCell {
  met: number;
  /** met + missed. */
  n: number;
  /** Null below the minimum n. */
  share: number | null;
  interval: Interval | null;
}

/** Points of 100; null without enough data. */
export interface RankedPoints {
  points: number;
  interval: Interval;
  rank: RankRange;
}

/** What a unit earns by one version of its own model: points of the measured part, not comparable between units. */
export interface OwnScore {
  versionId: string;
  title: string;
  points: number;
  coverage: number;
  total: number;
  n: number;
  dossiers: number;
}

/** What a comparison says of one unit, without what the unit answered and came out of. */
export interface ComparedFigures {
  unit: PlainUnitBelow;
  /** The units whose figures are counted here: itself, where figures are restated also those that went into it. */
  members: readonly PlainUnitBelow[];
  dossiers: number;
  /** Facts under the score. */
  n: number;
  /** Aligned with `indicators`. */
  cells: ComparedCell[];
  ranked: RankedPoints | null;
  own: OwnScore[];
  /** The chosen indicator by month; null below the minimum n. */
  months: (number | null)[];
}

/** Units side by side; `Row` is what is known of each. */
export interface ComparisonOf<Row> {
  period: Period;
  yardstick: { versionId: string; title: string; version: number; from: LocalDate; to: LocalDate | null } | null;
  indicators: { id: string; title: string; sentence: string; clause: string | null }[];
  minN: number;
  rankMinN: number;
  /** How many units have a rank. */
  ranked: number;
  /** Points of the lines that are measured for every ranked unit, and of the whole scorecard. */
  comparedPoints: number;
  totalPoints: number;
  /** Sorted as asked. */
  rows: Row[];
  standing: Standing[];
  trend: { indicator: string; months: LocalDate[]; median: (number | null)[] } | null;
  /** When the latest roll-up of the period was folded. */
  asOf: Date | null;
}

/** A short name of a rule: that of the only line it fills, else its own. */
function indicatorOf(version: JudgingVersion, id: string, language: "vi" | "en") {
  const line = version.source.scorecard?.lines.find(
    ({ measured_by }) => measured_by.length === 1 && measured_by[0] === id,
  );
  const { sentence, clause, title } = explainRule(version.source, id, undefined, [], language);
  return { id, title: line?.title ?? title ?? sentence, sentence, clause };
}

function cellOf(met: number, missed: number, minN: number): ComparedCell {
  const n = met + missed;
  return n === 0 || n < minN
    ? { met, n, share: null, interval: null }
    : { met, n, share: met / n, interval: wilson(met, n) };
}

type MonthSum = Pick<Tally, "met" | "missed">;

async function readTrend(
  sql: TransactionSql,
  groups: readonly UnitGroup[],
  input: { version: JudgingVersion; indicator: string; last: LocalDate; period: Period; minN: number },
) {
  const months = monthsUpTo(input.last, TREND_MONTHS);
  const members = groups.flatMap((group) => group.members);
  const place = input.version.ruleIds.indexOf(input.indicator);
  const { versionId } = input.version;
  const found = await readMonths(sql, members, { versionId, place, months, period: input.period });
  const byGroup = new Map(groups.map(({ unit }) => [unit.id, months.map((): MonthSum | null => null)]));
  const sumsOf = new Map(groups.flatMap(({ unit, members }) => members.map(({ id }) => [id, byGroup.get(unit.id)!])));
  for (const { unitId, tallies } of found) {
    const sums = sumsOf.get(unitId)!;
    for (const [at, met, missed] of tallies) {
      const sum = sums[at];
      if (sum) {
        sum.met += met;
        sum.missed += missed;
      } else sums[at] = { met, missed };
    }
  }
  /** Months below the minimum n say nothing. */
  const ofUnit = (unitId: string) =>
    (byGroup.get(unitId) ?? []).map((sum) => {
      const n = sum === null ? 0 : sum.met + sum.missed;
      return n === 0 || n < input.minN ? null : sum;
    });
  return { months, ofUnit, asOf: latestOf(found) };
}

const shareOf = (sum: MonthSum | null) => (sum === null ? null : sum.met / (sum.met + sum.missed));

function latestOf(folds: readonly { asOf: Date | null }[]): Date | null {
  let latest: Date | null = null;
  for (const { asOf } of folds) if (asOf !== null && (latest === null || asOf > latest)) latest = asOf;
  return latest;
}

interface Parts {
  sql: TransactionSql;
  ctx: UnitCtx;
  input: ComparisonInput;
  groups: UnitGroup[];
  last: LocalDate;
  /** The only unit whose own figures are wanted. */
  only: string | undefined;
}

type Figures = ComparisonOf<ComparedFigures>;

const nothing = { standing: [], trend: null, asOf: null, ranked: 0, comparedPoints: 0, totalPoints: 0, indicators: [] };

/** The tallies of a group, in the order of the rules: most groups are one unit, whose figures stand as they are. */
function talliesOf(parts: readonly (UnitIndicators | undefined)[], rules: number): readonly Tally[] {
  const [only] = parts;
  if (parts.length === 1 && only) return only.tallies;
  const sums = Array.from({ length: rules }, emptyTally);
  for (const part of parts) if (part) for (let i = 0; i < rules; i++) addTally(sums[i]!, part.tallies[i]!);
  return sums;
}

async function compareByYardstick({ sql, ctx, input, groups, last, only }: Parts): Promise<Figures> {
  const period = { from: input.from, to: input.to };
  const version = await readYardstick(sql, ctx.unitId, period);
  const scorecard = version?.source.scorecard;
  const minN = scorecard?.min_n ?? DEFAULT_MIN_N;
  const rankMinN = scorecard?.rank_min_n ?? DEFAULT_RANK_MIN_N;
  const rowOf = ({ unit, members }: UnitGroup, figures: Partial<ComparedFigures> = {}): ComparedFigures => ({
    ...{ unit, members, dossiers: 0, n: 0, cells: [], ranked: null, own: [], months: [] },
    ...figures,
  });
  if (!version) {
    return { ...nothing, period, yardstick: null, minN, rankMinN, rows: groups.map((group) => rowOf(group)) };
  }
  const { ruleIds, source } = version;
  const indicator = ruleIds.find((id) => id === input.indicator) ?? ruleIds[0];
  const members = groups.flatMap((group) => group.members);
  const [sums, trend] = await Promise.all([
    readBelowIndicators(sql, members, [version], period, new Set(ruleIds)),
    indicator === undefined ? null : readTrend(sql, groups, { version, indicator, last, period, minN }),
  ]);
  const sumOf = new Map(sums.map((sum) => [sum.unitId, sum]));
  const counted = groups.map(({ unit, members }) => {
    const parts = members.map(({ id }) => sumOf.get(id));
    const tallies = talliesOf(parts, ruleIds.length);
    const score = scoreModel(source, indicatorsOf(ruleIds, tallies));
    return { unitId: unit.id, parts, tallies, score, months: trend?.ofUnit(unit.id) ?? [] };
  });
  const compared = compareScores(counted, rankMinN);
  const rows = groups.flatMap((group, i) => {
    if (only !== undefined && group.unit.id !== only) return [];
    const { parts, tallies, months } = counted[i]!;
    const { share, interval, rank, n } = compared.units[i]!;
    return rowOf(group, {
      dossiers: parts.reduce((sum, part) => sum + (part?.dossiers ?? 0), 0),
      n,
      cells: tallies.map(({ met, missed }) => cellOf(met, missed, minN)),
      ranked:
        share === null || interval === null || rank === null
          ? null
          : { points: 100 * share, interval: { low: 100 * interval.low, high: 100 * interval.high }, rank },
      months: months.map(shareOf),
    });
  });
  const monthsOf = new Map(counted.map(({ unitId, months }) => [unitId, months]));
  const measured = rows.map(({ unit: { id }, cells, ranked }) => {
    return { unitId: id, ranked: ranked !== null, cells, months: monthsOf.get(id)! };
  });
  const { versionId, title, version: number, from, to } = version;
  return {
    period,
    yardstick: { versionId, title, version: number, from, to },
    indicators: ruleIds.map((id) => indicatorOf(version, id, ctx.language)),
    minN,
    rankMinN,
    ranked: compared.units.filter(({ rank }) => rank !== null).length,
    comparedPoints: compared.points,
    totalPoints: scorecard?.total ?? 0,
    rows,
    standing: only === undefined ? standingOut(measured) : [],
    trend:
      trend && indicator
        ? {
            indicator,
            months: trend.months,
            median: trend.months.map((_, i) =>
              medianOf(counted.flatMap(({ months }) => shareOf(months[i] ?? null) ?? [])),
            ),
          }
        : null,
    asOf: trend?.asOf ?? null,
  };
}

async function compareByOwn({ sql, input, groups }: Parts): Promise<Figures> {
  const period = { from: input.from, to: input.to };
  const units = groups.flatMap(({ members }) => members);
  const used = (await readUsedVersions(sql, units, period)).filter(({ yardstick }) => !yardstick);
  const versions = [...new Map(used.map(({ version }) => [version.versionId, version])).values()];
  const rules = new Set(versions.flatMap(({ ruleIds }) => ruleIds));
  const sums = await readBelowIndicators(sql, units, versions, period, rules);
  const sumOf = new Map(sums.map((sum): [string, UnitIndicators] => [`${sum.unitId} ${sum.versionId}`, sum]));
  const byUnit = new Map<string, OwnScore[]>(units.map(({ id }) => [id, []]));
  for (const { unitId, versionId, version } of used) {
    const sum = sumOf.get(`${unitId} ${versionId}`);
    if (!sum) continue;
    const { points, coverage, total, n } = scoreModel(version.source, indicatorsOf(version.ruleIds, sum.tallies));
    const { dossiers } = sum;
    byUnit.get(unitId)?.push({ versionId, title: version.title, points, coverage, total, n, dossiers });
  }
  const rows = units.map((unit): ComparedFigures => {
    const own = byUnit.get(unit.id)!;
    const dossiers = own.reduce((sum, each) => sum + each.dossiers, 0);
    const n = Math.max(0, ...own.map((each) => each.n));
    return { unit, members: [unit], dossiers, n, cells: [], ranked: null, own, months: [] };
  });
  const [minN, rankMinN] = [DEFAULT_MIN_N, DEFAULT_RANK_MIN_N];
  return { ...nothing, period, yardstick: null, minN, rankMinN, rows, asOf: latestOf(sums) };
}

/** Sorted by name, points or an indicator; units without a figure stand last in both directions. */
function sortRows({ rows, indicators }: Figures, { sort, direction }: ComparisonInput): ComparedFigures[] {
  const place = indicators.findIndex(({ id }) => id === sort);
  const keyOf = ({ ranked, own, cells }: ComparedFigures): number | null => {
    if (place >= 0) return cells[place]?.share ?? null;
    const best = own[0];
    return ranked?.points ?? (best && best.coverage > 0 ? best.points / best.coverage : null);
  };
  const sign = direction === "down" ? -1 : 1;
  const byName = rows.map((row, i) => [row, i] as const);
  if (place < 0 && sort !== "points") return direction === "down" ? [...rows].reverse() : rows;
  return byName
    .sort(([a, i], [b, j]) => {
      const [x, y] = [keyOf(a), keyOf(b)];
      if (x === null || y === null) return Number(x === null) - Number(y === null) || i - j;
      return sign * (x - y) || i - j;
    })
    .map(([row]) => row);
}

/** A comparison in figures, and the day on which adoptions are asked for. */
interface FiguresBelow {
  comparison: ComparisonOf<ComparedFigures>;
  on: LocalDate;
}

/**
 * The figures of the units below side by side over a period, from roll-ups only, in a number of queries that does not
 * grow with theirs: by one yardstick with ranks (the version in force at the end of the period), or each by its own model
 * without ranks. Sorted as asked.
 * @param only the one unit whose row is wanted: what is said of all is said of all, but nobody stands out
 */
export async function compareFigures(
  sql: TransactionSql,
  ctx: UnitCtx,
  input: ComparisonInput,
  only?: string,
): Promise<FiguresBelow> {
  const today = localToday(ctx.now);
  const last = earliestOf(input.to, today);
  const restated = input.restated && input.measure === "yardstick";
  const known = await readPlainUnitsBelow(sql, ctx.unitId, {
    from: input.from,
    to: restated && today > input.to ? today : input.to,
  });
  const units = known.filter(({ belowFrom }) => belowFrom <= input.to);
  const groups = restated
    ? restateUnits(units, known, await readHeirs(sql, known))
    : units.map((unit) => ({ unit, members: [unit] }));
  const parts = { sql, ctx, input, groups, last, only };
  const comparison = await (input.measure === "own" ? compareByOwn(parts) : compareByYardstick(parts));
  return { comparison: { ...comparison, rows: sortRows(comparison, input) }, on: last < input.from ? input.to : last };
}
