import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inScope } from "@gandan/db/in-scope";
import type { IndexClass } from "@gandan/model/index/index-frame";
import { type IndexRankingInput, NOT_HANDED_IN } from "@gandan/model/index/index-inputs";
import { byName, plainText } from "../oversight/units-below";
import { readFrame } from "./read-frame";
import { type RoundBelow, readRoundBelow } from "./read-round-below";

const PAGE = 50;

export interface RankedUnit {
  id: string;
  slug: string;
  name: string;
  code: string;
  /** What it gave itself; null for a unit that has handed in nothing. */
  self: number | null;
  /** What counts: points of the appraisal where there are some. Null where neither unit nor office has begun. */
  total: number | null;
  /** Leaves that are appraised; none: the total is the self-score. */
  appraised: number;
  /** Points of the frame that are answered. */
  answered: number;
  rank: number | null;
  reached: IndexClass | null;
  /** Points of each field that count, in the order of the frame; null for a field of which nothing is known. */
  fields: (number | null)[];
}

export interface IndexRanking {
  years: number[];
  round: {
    year: number;
    title: string;
    sample: boolean;
    total: number;
    leaves: number;
    classes: IndexClass[];
    fields: { id: string; title: string; points: number }[];
    /** Those of the page. */
    units: RankedUnit[];
    /** Units that the filters leave, units in all, units with a total. */
    found: number;
    all: number;
    done: number;
    page: number;
    pages: number;
    /** Mean of all units that have a total. */
    mean: number | null;
  } | null;
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value);

/** A unit of a round as a row. */
export function rankedUnit({ frame, units, scores, ranks }: RoundBelow, at: number): RankedUnit {
  const { id, slug, name, code } = units[at]!;
  const { rank, classId } = ranks[at]!;
  const { source } = frame;
  return {
    id,
    slug,
    name,
    code,
    self: orNull(scores.self[at]!),
    total: orNull(scores.totals[at]!),
    appraised: scores.appraised[at]!,
    answered: scores.answered[at]!,
    rank,
    reached: source.classes.find((one) => one.id === classId) ?? null,
    fields: source.fields.map((_, field) => orNull(scores.fields[field * units.length + at]!)),
  };
}

/** Places of the units that the filters leave. */
function filtered({ units, scores, ranks }: RoundBelow, { words, reached }: IndexRankingInput): number[] {
  const wanted = plainText(words ?? "");
  const places = [...units.keys()];
  return places.filter((at) => {
    const { name, code } = units[at]!;
    if (wanted && !plainText(name).includes(wanted) && !plainText(code).includes(wanted)) return false;
    if (!reached) return true;
    const without = Number.isNaN(scores.totals[at]!);
    return reached === NOT_HANDED_IN ? without : !without && ranks[at]!.classId === reached;
  });
}

/** Sorts places of units; those without a figure stand last in both directions, ties by name. */
function sorted(round: RoundBelow, places: number[], { sort, direction }: IndexRankingInput): number[] {
  const { frame, units, scores, ranks } = round;
  const field = frame.source.fields.findIndex(({ id }) => id === sort);
  const keyOf = (at: number): number => {
    if (field >= 0) return Number.isNaN(scores.totals[at]!) ? Number.NaN : scores.fields[field * units.length + at]!;
    if (sort === "name") return 0;
    if (sort === "total") return scores.totals[at]!;
    if (sort === "self") return scores.self[at]!;
    if (sort === "answered") return scores.answered[at]!;
    return ranks[at]!.rank ?? Number.NaN;
  };
  const sign = direction === "down" ? -1 : 1;
  const keys = new Map(places.map((at) => [at, keyOf(at)]));
  return places.sort((a, b) => {
    const [x, y] = [keys.get(a)!, keys.get(b)!];
    const [noX, noY] = [Number.isNaN(x), Number.isNaN(y)];
    const order = noX || noY ? Number(noX) - Number(noY) : sign * (x - y);
    return order || (sort === "name" ? sign : 1) * byName(units[a]!, units[b]!);
  });
}

/**
 * Units below in the round of a year: totals, fields, classes and ranks, filtered, sorted and by pages of 50. Ranks and
 * mean are those among all units.
 * @throws AppError FORBIDDEN
 */
export async function readIndexRanking(ctx: UnitCtx, input: IndexRankingInput): Promise<IndexRanking> {
  authorize(ctx, "compare:read");
  return inScope(ctx, async (_tx, sql) => {
    const { years, frame } = await readFrame(sql, ctx.unitId, input.year);
    if (!frame) return { years, round: null };
    const { source } = frame;
    const round = await readRoundBelow(sql, ctx, frame);
    const places = sorted(round, filtered(round, input), input);
    const pages = input.page === null ? 1 : Math.max(1, Math.ceil(places.length / PAGE));
    const page = Math.min(input.page ?? 1, pages);
    const shown = input.page === null ? places : places.slice((page - 1) * PAGE, page * PAGE);
    const totals = round.scores.totals.filter((total) => !Number.isNaN(total));
    return {
      years,
      round: {
        year: frame.year,
        title: frame.title,
        sample: source.sample,
        total: source.total,
        leaves: round.tree.leafPositions.length,
        classes: source.classes,
        fields: source.fields.map(({ id, title, points }) => ({ id, title, points })),
        units: shown.map((at) => rankedUnit(round, at)),
        found: places.length,
        all: round.units.length,
        done: totals.length,
        page,
        pages,
        mean: totals.length === 0 ? null : totals.reduce((sum, each) => sum + each, 0) / totals.length,
      },
    };
  });
}
