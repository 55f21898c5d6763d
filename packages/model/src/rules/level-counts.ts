import { z } from "zod";
import { type Lump, toldAt } from "../survey/shown-answers";
import type { LevelCounts } from "./facts";

/** Levels of a five-level question: 1 very dissatisfied … 5 very satisfied. */
export const levelsParam = z.array(z.int().min(1).max(5)).min(1);

/** Answers at the given levels. */
export function countAt(counts: LevelCounts, levels: readonly number[]): number {
  return [...new Set(levels)].reduce((sum, level) => sum + (counts[level - 1] ?? 0), 0);
}

/**
 * Between how many and how many answers lie at the given levels, of how many, as `toldAt`.
 */
export function rangeAtLevels(
  counts: LevelCounts,
  lumps: readonly Lump[],
  levels: readonly number[],
): ReturnType<typeof toldAt> {
  const n = lumps.reduce((sum, lump) => sum + lump.n, countAll(counts));
  const wanted = [...new Set(levels)].map((level) => level - 1);
  return toldAt({ n, counts, lumps }, wanted);
}

/** Answers at all levels. */
export function countAll(counts: LevelCounts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
