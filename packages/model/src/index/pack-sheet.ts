import type { IndexTree } from "./score-index";
import { NOTHING } from "./score-round";

/** Packs the points of a unit's leaves into bytes: a float8 each, little endian, in the order of the frame. */
export function packSheet(
  tree: IndexTree,
  points: Iterable<readonly [leaf: string, points: number | null]>,
): Uint8Array {
  const bytes = new Uint8Array(8 * tree.leafPositions.length);
  const view = new DataView(bytes.buffer);
  const put = (row: number, value: number) => view.setFloat64(8 * row, value, true);
  for (let row = 0; row < tree.leafPositions.length; row++) put(row, NOTHING);
  for (const [leaf, value] of points) {
    const position = tree.position.get(leaf);
    if (position !== undefined && tree.leaves[position]) put(tree.row[position]!, value ?? Number.NaN);
  }
  return bytes;
}

/**
 * Spreads a packed sheet into points of many units (leaves × units, all units of a leaf side by side), at `unit`.
 * False for bytes of another frame; nothing is written then.
 */
export function spreadSheet(
  tree: IndexTree,
  bytes: Uint8Array,
  into: Float64Array,
  units: number,
  unit: number,
): boolean {
  const leaves = tree.leafPositions.length;
  if (bytes.byteLength !== 8 * leaves) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let row = 0, place = unit; row < leaves; row++, place += units) into[place] = view.getFloat64(8 * row, true);
  return true;
}
