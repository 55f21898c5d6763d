import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inScope } from "@gandan/db/in-scope";
import { poolTallies } from "@gandan/model/outcome/tally";
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
import { type AdoptionEntry, readAdoptions } from "./read-adoptions";
import { type MonthTally, readBelowIndicators, readMonths } from "./read-below-indicators";
import { type JudgingVersion, readUsedVersions, readYardstick } from "./read-versions";
import { readYardstickTallies } from "./read-yardstick-tallies";
import { restateUnits, type UnitGroup } from "./restate-units";
import { readUnitsBelow, type UnitBelow } from "./units-below";

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

export interface ComparedUnit {
  unit: UnitBelow;
  /** Units whose figures are counted here too. */
  includes: string[];
  dossiers: number;
  /** Facts under the score. */
  n: number;
  /** Aligned with `indicators`. */
  cells: ComparedCell[];
  ranked: RankedPoints | null;
  own: OwnScore[];
  adoption: AdoptionEntry | null;
  /** The chosen indicator by month; null below the minimum n. */
  months: (number | null)[];
}

export interface Comparison {
  period: Period;
  yardstick: { versionId: string; title: string; version: number; from: LocalDate; to: LocalDate | null } | null;
  indicators: { id: string; title: string; sentence: string; clause: string | null }[];
  minN: number;
  rankMinN: number;
  /** Points of the lines that are measured for every ranked unit, and of the whole scorecard. */
  comparedPoints: number;
  totalPoints: number;
  /** Sorted as asked. */
  rows: ComparedUnit[];
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

type MonthSum = Pick<MonthTally, "met" | "missed">;

async function readTrend(
  sql: TransactionSql,
  groups: readonly UnitGroup[],
  input: { version: JudgingVersion; indicator: string; last: LocalDate; minN: number },
) {
  const months = monthsUpTo(input.last, TREND_MONTHS);
  const members = groups.flatMap((group) => group.members);
  const place = input.version.ruleIds.indexOf(input.indicator);
  const tallies = await readMonths(sql, members, { versionId: input.version.versionId, place, months });
  const placeOf = new Map(months.map((month, i) => [month, i]));
  const byGroup = new Map(groups.map(({ unit }) => [unit.id, months.map((): MonthSum | null => null)]));
  const sumsOf = new Map(groups.flatMap(({ unit, members }) => members.map(({ id }) => [id, byGroup.get(unit.id)!])));
  for (const { unitId, month, met, missed } of tallies) {
    const sums = sumsOf.get(unitId)!;
    const at = placeOf.get(month)!;
    const sum = sums[at];
    sums[at] = sum ? { met: sum.met + met, missed: sum.missed + missed } : { met, missed };
  }
  const ofUnit = (unitId: string) => byGroup.get(unitId) ?? [];
  const shareOf = (sum: MonthSum | null) => {
    const n = sum === null ? 0 : sum.met + sum.missed;
    return sum === null || n === 0 || n < input.minN ? null : sum.met / n;
  };
  return { months, tallies, ofUnit, shareOf };
}

interface Parts {
  sql: TransactionSql;
  ctx: UnitCtx;
  input: ComparisonInput;
  groups: UnitGroup[];
  adoptions: Map<string, AdoptionEntry>;
  last: LocalDate;
}

const nothing = { standing: [], trend: null, asOf: null, comparedPoints: 0, totalPoints: 0, indicators: [] };

async function compareByYardstick({ sql, ctx, input, groups, adoptions, last }: Parts): Promise<Comparison> {
  const period = { from: input.from, to: input.to };
  const version = await readYardstick(sql, ctx.unitId, period);
  const scorecard = version?.source.scorecard;
  const minN = scorecard?.min_n ?? DEFAULT_MIN_N;
  const rankMinN = scorecard?.rank_min_n ?? DEFAULT_RANK_MIN_N;
  const blank = (group: UnitGroup): ComparedUnit => ({
    unit: group.unit,
    includes: group.members.filter(({ id }) => id !== group.unit.id).map(({ name }) => name),
    dossiers: 0,
    n: 0,
    cells: [],
    ranked: null,
    own: [],
    adoption: adoptions.get(group.unit.id) ?? null,
    months: [],
  });
  if (!version) return { ...nothing, period, yardstick: null, minN, rankMinN, rows: groups.map(blank) };
  const { ruleIds, source } = version;
  const indicator = ruleIds.find((id) => id === input.indicator) ?? ruleIds[0];
  const members = groups.flatMap((group) => group.members);
  const [talliesOf, trend] = await Promise.all([
    readYardstickTallies(sql, members, period, { versions: [version], sharesOf: new Set(ruleIds) }),
    indicator === undefined ? null : readTrend(sql, groups, { version, indicator, last, minN }),
  ]);
  const rows = groups.map((group) => {
    const parts = group.members.map(({ id }) => talliesOf(id));
    const tallies = ruleIds.map((ruleId) => poolTallies(parts.flatMap(({ byRule }) => byRule.get(ruleId) ?? [])));
    return {
      row: {
        ...blank(group),
        dossiers: parts.reduce((sum, part) => sum + part.dossiers, 0),
        cells: tallies.map(({ met, missed }) => cellOf(met, missed, minN)),
        months: trend?.ofUnit(group.unit.id).map(trend.shareOf) ?? [],
      },
      score: scoreModel(source, indicatorsOf(ruleIds, tallies)),
    };
  });
  const scores = rows.map(({ row, score }) => ({ unitId: row.unit.id, score }));
  const compared = compareScores(scores, rankMinN);
  const ranked = rows.map(({ row }, i): ComparedUnit => {
    const { share, interval, rank, n } = compared.units[i]!;
    if (share === null || interval === null || rank === null) return { ...row, n };
    const { low, high } = interval;
    return { ...row, n, ranked: { points: 100 * share, interval: { low: 100 * low, high: 100 * high }, rank } };
  });
  const monthsOf = (unitId: string) => trend?.ofUnit(unitId) ?? [];
  const folds = (trend?.tallies ?? []).filter(
    ({ month }) => month <= input.to && month.slice(0, 7) >= input.from.slice(0, 7),
  );
  const { versionId, title, version: number, from, to } = version;
  return {
    period,
    yardstick: { versionId, title, version: number, from, to },
    indicators: ruleIds.map((id) => indicatorOf(version, id, ctx.language)),
    minN,
    rankMinN,
    comparedPoints: compared.points,
    totalPoints: scorecard?.total ?? 0,
    rows: ranked,
    standing: standingOut(
      ranked.map(({ unit, cells, ranked }) => ({
        unitId: unit.id,
        ranked: ranked !== null,
        cells,
        months: monthsOf(unit.id).map((sum) => (sum && sum.met + sum.missed >= minN ? sum : null)),
      })),
    ),
    trend:
      trend && indicator
        ? {
            indicator,
            months: trend.months,
            median: trend.months.map((_, i) => medianOf(ranked.flatMap(({ months }) => months[i] ?? []))),
          }
        : null,
    asOf: folds.reduce<Date | null>((latest, { asOf }) => (latest === null || asOf > latest ? asOf : latest), null),
  };
}

async function compareByOwn({ sql, input, groups, adoptions }: Parts): Promise<Comparison> {
  const period = { from: input.from, to: input.to };
  const units = groups.flatMap(({ members }) => members);
  const used = (await readUsedVersions(sql, units, period)).filter(({ yardstick }) => !yardstick);
  const versions = new Map(used.map(({ version }) => [version.versionId, version]));
  const sums = await readBelowIndicators(sql, units, [...versions.values()], period);
  const sumOf = new Map(sums.map((sum): [string, UnitIndicators] => [`${sum.unitId} ${sum.versionId}`, sum]));
  const asOf = sums.reduce<Date | null>((latest, { asOf }) => (latest === null || asOf > latest ? asOf : latest), null);
  const rows = units.map((unit): ComparedUnit => {
    const adoption = adoptions.get(unit.id) ?? null;
    const own = used
      .filter(({ unitId }) => unitId === unit.id)
      .flatMap(({ versionId, version }): OwnScore[] => {
        const sum = sumOf.get(`${unit.id} ${versionId}`);
        if (!sum) return [];
        const score = scoreModel(version.source, indicatorsOf(version.ruleIds, sum.tallies));
        const { points, coverage, total, n } = score;
        return [
          { versionId, title: adoption?.title ?? version.title, points, coverage, total, n, dossiers: sum.dossiers },
        ];
      });
    const dossiers = own.reduce((sum, each) => sum + each.dossiers, 0);
    const n = Math.max(0, ...own.map((each) => each.n));
    return { unit, includes: [], dossiers, n, cells: [], ranked: null, own, adoption, months: [] };
  });
  return { ...nothing, period, yardstick: null, minN: DEFAULT_MIN_N, rankMinN: DEFAULT_RANK_MIN_N, rows, asOf };
}

/** Sorted by name, points or an indicator; units without a figure stand last in both directions. */
function sortRows({ rows, indicators }: Comparison, { sort, direction }: ComparisonInput): ComparedUnit[] {
  const place = indicators.findIndex(({ id }) => id === sort);
  const keyOf = ({ ranked, own, cells }: ComparedUnit): number | null => {
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

/**
 * The units below side by side over a period, from roll-ups only, in a number of queries that does not grow with theirs:
 * by one yardstick with ranks (the version in force at the end of the period), or each by its own model without ranks.
 * @throws AppError FORBIDDEN
 */
export async function compareUnits(ctx: UnitCtx, input: ComparisonInput): Promise<Comparison> {
  authorize(ctx, "compare:read");
  return inScope(ctx, async (_tx, sql) => {
    const today = localToday(ctx.now);
    const last = earliestOf(input.to, today);
    const restated = input.restated && input.measure === "yardstick";
    const known = await readUnitsBelow(sql, ctx.unitId, {
      from: input.from,
      to: restated && today > input.to ? today : input.to,
    });
    const units = known.filter(({ belowFrom }) => belowFrom <= input.to);
    const groups = restated ? restateUnits(units, known) : units.map((unit) => ({ unit, members: [unit] }));
    const adoptions = await readAdoptions(
      sql,
      groups.map(({ unit }) => unit),
      last < input.from ? input.to : last,
    );
    const parts = { sql, ctx, input, groups, adoptions, last };
    const comparison = await (input.measure === "own" ? compareByOwn(parts) : compareByYardstick(parts));
    return { ...comparison, rows: sortRows(comparison, input) };
  });
}
