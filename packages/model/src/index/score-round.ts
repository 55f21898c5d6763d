import { MIN_N } from "./assess-unit";
import type { IndexFrame } from "./index-frame";
import { type IndexTree, type LeafPoints, leafPoints, scoreIndex } from "./score-index";

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

/** By row of a leaf: the place of its field in the frame. */
function fieldsOfLeaves(frame: IndexFrame, tree: IndexTree): number[] {
  const fields = new Map(frame.fields.map(({ id }, i) => [tree.position.get(id)!, i]));
  return Array.from(tree.leafPositions, (leaf) => {
    let at = leaf;
    while (tree.parent[at]! > 0) at = tree.parent[at]!;
    return fields.get(at)!;
  });
}

/** The totals of many units as `assessUnit` gives them for one, over flat arrays and without the tree of each. */
export function scoreRound(frame: IndexFrame, tree: IndexTree, sheets: RoundSheets): RoundScores {
  const { units, entered, appraised } = sheets;
  const size = tree.leafPositions.length * units;
  const self: LeafPoints & { leftOut: number[] } = { units, points: new Float64Array(size), leftOut: [] };
  const decided: LeafPoints & { leftOut: number[] } = { units, points: new Float64Array(size), leftOut: [] };
  const answered = new Float64Array(units);
  const handedIn = new Uint8Array(units);
  const appraisals = new Int32Array(units);
  const known = new Float64Array(frame.fields.length * units);
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
      if (Number.isNaN(own)) self.leftOut.push(place);
      else if (own !== NOTHING) self.points[place] = own;
      let counts = own;
      if (appraised[place] !== NOTHING) {
        counts = appraised[place]!;
        appraisals[unit]!++;
      }
      if (Number.isNaN(counts)) decided.leftOut.push(place);
      else if (counts !== NOTHING) {
        decided.points[place] = counts;
        known[field + unit] = 1;
      }
    }
  }
  const ofSelf = scoreIndex(tree, self);
  const ofDecided = scoreIndex(tree, decided);
  const rows = frame.fields.map(({ id }) => tree.row[tree.position.get(id)!]!);
  const fields = known.map((is, place) => {
    const field = Math.floor(place / units);
    return is ? ofDecided.earned[rows[field]! * units + place - field * units]! : Number.NaN;
  });
  for (let unit = 0; unit < units; unit++) {
    if (handedIn[unit] === 0) ofSelf.totals[unit] = Number.NaN;
    if (handedIn[unit] === 0 && appraisals[unit] === 0) ofDecided.totals[unit] = Number.NaN;
  }
  return { self: ofSelf.totals, totals: ofDecided.totals, fields, answered, appraised: appraisals };
}
