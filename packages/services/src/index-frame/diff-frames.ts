import type { IndexFrame, IndexNode } from "@gandan/model/index/index-frame";

/** One difference of two frames; a node is known by its id. */
export interface FrameChange {
  id: string;
  /** Titles from the field down. */
  place: string[];
  what: "added" | "removed" | "points" | "title" | "leaf";
  before: string | number | null;
  after: string | number | null;
}

interface Placed {
  place: string[];
  points: number;
  leaf: string;
}

function nodesOf(frame: IndexFrame): Map<string, Placed> {
  const nodes = new Map<string, Placed>();
  const visit = (node: IndexNode, above: readonly string[]) => {
    const place = [...above, node.title];
    nodes.set(node.id, { place, points: node.points, leaf: node.leaf ? JSON.stringify(node.leaf) : "" });
    for (const child of node.children ?? []) visit(child, place);
  };
  for (const { criteria, ...field } of frame.fields) visit({ ...field, children: criteria }, []);
  return nodes;
}

/** What is added, removed and changed from one frame to another, in the order of the later one; removed ones last. */
export function diffFrames(before: IndexFrame, after: IndexFrame): FrameChange[] {
  const old = nodesOf(before);
  const changes: FrameChange[] = [];
  for (const [id, { place, points, leaf }] of nodesOf(after)) {
    const was = old.get(id);
    old.delete(id);
    if (!was) {
      changes.push({ id, place, what: "added", before: null, after: points });
      continue;
    }
    const [oldTitle, title] = [was.place.at(-1) ?? null, place.at(-1) ?? null];
    if (was.points !== points) changes.push({ id, place, what: "points", before: was.points, after: points });
    if (oldTitle !== title) changes.push({ id, place, what: "title", before: oldTitle, after: title });
    if (was.leaf !== leaf) changes.push({ id, place, what: "leaf", before: null, after: null });
  }
  for (const [id, { place, points }] of old) {
    changes.push({ id, place, what: "removed", before: points, after: null });
  }
  return changes;
}
