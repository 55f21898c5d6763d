import { MIN_N } from "./assess-unit";
import type { IndexFrame } from "./index-frame";
import { type IndexTree, leafPoints, scoreIndex } from "./score-index";

/** As a point of a sheet: nothing was entered or appraised. */
export const NOTHING = -1;

/** What is known of many units in a round; leaves × units, all units of a leaf side by side. */
export interface RoundSheets {
  units: number;
  /** Points entered; {@link NOTHING}, or NaN where the leaf does not apply. */
  entered: Float64Array;
  /** Points of the appraisal, likewise. */
  appraised: Float64Array;
  /** Facts by rule of the yardstick, one place a unit. */
  facts: ReadonlyMap<string, { met: Float64Array; n: Float64Array }>;
}

/** One place a unit; NaN where there is no total. */
export interface RoundScores {
  self: Float64Array;
  /** With the points of the appraisal where there are some. */
  totals: Float64Array;
  /** fields × units, in the order of the frame: points that count; NaN for a field without any. */
  fields: Float64Array;
  /** Points of the leaves that are answered. */
  answered: Float64Array;
  /** How many leaves are appraised. */
  appraised: Int32Array;
}

/** Sheets of a round on which nothing stands yet. */
export function emptySheets(tree: IndexTree, units: number): RoundSheets {
  const empty = () => new Float64Array(tree.leafPositions.length * units).fill(NOTHING);
  return { units, entered: empty(), appraised: empty(), facts: new Map() };
}

/** Points to add up: none where nothing stands or the leaf does not apply. */
const earnedOf = (points: number): number => (points === NOTHING || Number.isNaN(points) ? 0 : points);

/** By row of a leaf: the place of its field in the frame. */
function fieldsOfLeaves(frame: IndexFrame, tree: IndexTree): number[] {
  const fields = new Map(frame.fields.map(({ id }, i) => [tree.position.get(id)!, i]));
  return Array.from(tree.leafPositions, (leaf) => {
    let at = leaf;
    while (tree.parent[at]! > 0) at = tree.parent[at]!;
    return fields.get(at)!;
  });
}

/**
 * The totals of many units as `assessUnit` gives them for one, over flat arrays and without the tree of each. Uses the
 * sheets up: points of the self-score are left in `entered`, points that count in `appraised`.
 */
export function scoreRound(frame: IndexFrame, tree: IndexTree, sheets: RoundSheets): RoundScores {
  const { units, entered, appraised } = sheets;
  const leftOut: { self: number[]; decided: number[] } = { self: [], decided: [] };
  const answered = new Float64Array(units);
  const handedIn = new Uint8Array(units);
  const appraisals = new Int32Array(units);
  const known = new Uint8Array(frame.fields.length * units);
  const fieldOf = fieldsOfLeaves(frame, tree);
  for (const [row, position] of tree.leafPositions.entries()) {
    const leaf = tree.leaves[position]!;
    const maximum = tree.points[position]!;
    const field = fieldOf[row]! * units;
    const facts = leaf.kind === "ratio" && leaf.measured_by ? sheets.facts.get(leaf.measured_by.yardstick) : undefined;
    for (let unit = 0, place = row * units; unit < units; unit++, place++) {
      let own = entered[place]!;
      if (own !== NOTHING) handedIn[unit] = 1;
      if (facts && facts.n[unit]! >= MIN_N) own = leafPoints(leaf, maximum, facts.met[unit]! / facts.n[unit]!);
      if (own !== NOTHING) answered[unit]! += maximum;
      let counts = own;
      if (appraised[place] !== NOTHING) {
        counts = appraised[place]!;
        appraisals[unit]!++;
      }
      if (Number.isNaN(own)) leftOut.self.push(place);
      if (Number.isNaN(counts)) leftOut.decided.push(place);
      else if (counts !== NOTHING) known[field + unit] = 1;
      entered[place] = earnedOf(own);
      appraised[place] = earnedOf(counts);
    }
  }
  const self = scoreIndex(tree, { units, points: entered, leftOut: leftOut.self });
  const decided = scoreIndex(tree, { units, points: appraised, leftOut: leftOut.decided });
  const fields = new Float64Array(known.length);
  for (const [i, { id }] of frame.fields.entries()) {
    const from = tree.row[tree.position.get(id)!]! * units;
    for (let unit = 0, place = i * units; unit < units; unit++, place++) {
      fields[place] = known[place] === 1 ? decided.earned[from + unit]! : Number.NaN;
    }
  }
  for (let unit = 0; unit < units; unit++) {
    if (handedIn[unit] === 0) self.totals[unit] = Number.NaN;
    if (handedIn[unit] === 0 && appraisals[unit] === 0) decided.totals[unit] = Number.NaN;
  }
  return { self: self.totals, totals: decided.totals, fields, answered, appraised: appraisals };
}
