import { roundPoints } from "../model/check-values";
import { isLoose, type Loose } from "../model/model-entries";
import type { Finding, Path } from "../model/model-problem";

interface Placed {
  value: Loose;
  path: Path;
}

function placed(holder: Loose, key: string, base: Path): Placed[] {
  const list: unknown = holder[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: unknown, index) => (isLoose(value) ? [{ value, path: [...base, key, index] }] : []));
}

const number = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

/** Points of the parts against the points of the whole. */
function checkSum(id: string, whole: number, parts: readonly Placed[], place: Pick<Finding, "path" | "at">): Finding[] {
  const points = parts.flatMap(({ value }) => number(value.points) ?? []);
  const sum = roundPoints(points.reduce((a, b) => a + b, 0));
  // A part without points is a fault of its own; the sum would only repeat it.
  if (!parts.length || points.length < parts.length || sum === whole) return [];
  const params = { id, sum, total: whole, difference: roundPoints(Math.abs(sum - whole)) };
  return [{ key: "frame-sum", ...place, params }];
}

function checkLeaf({ value, path }: Placed, id: string, leaf: Loose): Finding[] {
  const points = number(value.points) ?? 0;
  const base = [...path, "leaf"];
  if (leaf.kind === "steps") {
    const steps = placed(leaf, "steps", base);
    const rises = steps.every(({ value: step }, i) => {
      const before = steps[i - 1]?.value;
      return (
        !before || (Number(step.at_least) > Number(before.at_least) && Number(step.points) > Number(before.points))
      );
    });
    if (!rises) return [{ key: "steps-order", path: [...base, "steps"], at: "key", params: { id } }];
    const best = number(steps.at(-1)?.value.points);
    if (best === undefined || best === points) return [];
    return [{ key: "leaf-points", path: [...base, "steps"], at: "key", params: { id, sum: best, total: points } }];
  }
  if (leaf.kind === "ratio" && (leaf.zero_at ?? 0) === (leaf.full_at ?? 1)) {
    const name = leaf.full_at === undefined ? "zero_at" : "full_at";
    return [
      { key: "ratio-bounds", path: [...base, name], at: "value", params: { id, full: number(leaf.full_at ?? 1) } },
    ];
  }
  return [];
}

function checkNode(node: Placed): Finding[] {
  const { value, path } = node;
  const id = String(value.id ?? "");
  const children = placed(value, "children", path);
  const findings: Finding[] = [];
  if ((value.leaf === undefined) === (value.children === undefined)) {
    findings.push({ key: "leaf-or-children", path, at: "value", params: { id } });
  }
  const points = number(value.points);
  if (points !== undefined)
    findings.push(...checkSum(id, points, children, { path: [...path, "points"], at: "value" }));
  if (isLoose(value.leaf)) findings.push(...checkLeaf(node, id, value.leaf));
  return [...findings, ...children.flatMap(checkNode)];
}

function checkIds(nodes: readonly Placed[], type: string): Finding[] {
  const first = new Map<unknown, Path>();
  return nodes.flatMap(({ value, path }): Finding[] => {
    const id = value.id;
    const other = first.get(id);
    if (typeof id !== "string") return [];
    if (!other) first.set(id, path);
    const place = { path: [...path, "id"], at: "value" } as const;
    return other ? [{ key: "duplicate-id", ...place, params: { id, type }, other }] : [];
  });
}

const withChildren = (node: Placed): Placed[] => [
  node,
  ...placed(node.value, "children", node.path).flatMap(withChildren),
];

/** Sums at every node, ids, leaves, steps, bounds and classes of a frame; takes any value. */
export function checkFrame(frame: Loose): Finding[] {
  const fields = placed(frame, "fields", []);
  const criteria = fields.flatMap(({ value, path }) => placed(value, "criteria", path));
  const classes = placed(frame, "classes", []);
  const total = number(frame.total ?? 100);
  const findings: Finding[] = [
    ...checkIds([...fields, ...criteria.flatMap(withChildren)], "node"),
    ...checkIds(classes, "class"),
    ...criteria.flatMap(checkNode),
  ];
  for (const { value, path } of fields) {
    const points = number(value.points);
    if (points === undefined) continue;
    const place = { path: [...path, "points"], at: "value" } as const;
    findings.push(...checkSum(String(value.id), points, placed(value, "criteria", path), place));
  }
  if (total === undefined) return findings;
  const place =
    frame.total === undefined ? { path: ["fields"], at: "key" as const } : { path: ["total"], at: "value" as const };
  findings.push(...checkSum(String(frame.id ?? ""), total, fields, place));
  const starts = new Set<number>();
  for (const { value, path } of classes) {
    const from = number(value.from);
    if (from === undefined) continue;
    if (from > total || starts.has(from)) {
      const params = { id: String(value.id), from, total };
      findings.push({ key: "class-order", path: [...path, "from"], at: "value", params });
    }
    starts.add(from);
  }
  return findings;
}
