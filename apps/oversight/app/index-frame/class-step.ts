import type { IndexClass } from "@gandan/model/index/index-frame";

const STEPS = [7, 6, 4, 2] as const;

/** The heat step of a class: the best is darkest, what comes after the fourth lightest. */
export function classStep(classes: readonly IndexClass[], id: string): 1 | 2 | 4 | 6 | 7 {
  const falling = [...classes].sort((a, b) => b.from - a.from);
  return STEPS[falling.findIndex((one) => one.id === id)] ?? 1;
}
