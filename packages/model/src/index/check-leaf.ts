import { differs } from "./assess-unit";
import type { IndexLeaf } from "./index-frame";
import type { AppraiseIndex, EnterIndex, LeafProblem } from "./index-inputs";
import type { IndexTree } from "./score-index";

type Details = LeafProblem["details"];
const problem = (leaf: string, key: string, details: Details = {}): LeafProblem => ({ leaf, key, details });

/** Leaf and maximum points of an id; null for an id that is no leaf of the frame. */
export function leafOf(tree: IndexTree, id: string) {
  const position = tree.position.get(id);
  const leaf = position === undefined ? undefined : tree.leaves[position];
  return leaf && position !== undefined ? { leaf, maximum: tree.points[position]! } : null;
}

/** What is wrong with a value that a unit enters for a leaf; null when nothing is. */
export function checkEntry(
  tree: IndexTree,
  { leaf: id, value, note }: EnterIndex["leaves"][number],
): LeafProblem | null {
  const found = leafOf(tree, id);
  if (!found) return problem(id, "index.leafNotFound");
  if (value === null) return problem(id, "index.valueMissing");
  if (value === "left-out") return note === "" ? problem(id, "index.leftOutReason") : null;
  const isShare = found.leaf.kind === "ratio" || found.leaf.kind === "survey";
  if (isShare && value > 1) return problem(id, "index.value", { max: 100 });
  if (found.leaf.kind === "yes-no" && value > 1) return problem(id, "field.choice");
  return null;
}

/** Points that an appraisal may give to a leaf: a list, or null for anything up to the maximum. */
export function levelsOf(leaf: IndexLeaf, maximum: number): number[] | null {
  if (leaf.kind === "yes-no") return [0, maximum];
  if (leaf.kind !== "steps") return null;
  return [...new Set([0, ...leaf.steps.map(({ points }) => points)])].sort((a, b) => a - b);
}

/**
 * What is wrong with the points that an office gives to a leaf; null when nothing is.
 * @param self the self-score as it is now; null points where nothing is entered or the leaf does not apply
 */
export function checkAppraisal(
  tree: IndexTree,
  { leaf: id, points, reason, self: seenSelf }: AppraiseIndex["leaves"][number],
  self: { points: number | null; leftOut: boolean },
): LeafProblem | null {
  const found = leafOf(tree, id);
  if (!found) return problem(id, "index.leafNotFound");
  if (points === null) return problem(id, "index.pointsMissing");
  if (points !== "left-out") {
    // As written with two decimals.
    if (points >= found.maximum + 5e-3) return problem(id, "index.tooManyPoints", { max: found.maximum });
    const levels = levelsOf(found.leaf, found.maximum);
    if (levels && !levels.some((level) => Math.abs(level - points) < 1e-9)) {
      return problem(id, "index.pointLevels", { levels: levels.join("; ") });
    }
  }
  if (seenSelf === null ? self.points !== null : Math.abs((self.points ?? -1) - seenSelf) > 1e-6) {
    return problem(id, "index.selfChanged");
  }
  const differ = differs(self.points, self.leftOut, points === "left-out" ? null : points);
  return differ && reason === "" ? problem(id, "index.reasonMissing") : null;
}
