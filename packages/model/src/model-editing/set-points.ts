import type { Document } from "yaml";
import { ruleSentence } from "./describe-model";
import { addEntry, idsAt, pathOf, removeEntry, setOmitted } from "./edit-document";
import { freshId, usedIds } from "./entry-id";
import type { ChangeOf } from "./model-change";
import { type Above, missing } from "./own-entry";
import { resolveDraft } from "./resolve-draft";

const LINES = ["scorecard", "lines"];

/** Total and smallest numbers are a scorecard's own as soon as it has a line of its own: those above are taken over. */
function ownCard(document: Document, above: Above): void {
  if (document.hasIn(["scorecard"]) || !above?.scorecard) return;
  const { lines: _, ...card } = above.scorecard;
  document.setIn(["scorecard"], document.createNode(card));
}

function addLines(document: Document, above: Above, points: Readonly<Record<string, number>>): void {
  const wanted = Object.entries(points).filter(([, value]) => value > 0);
  if (wanted.length === 0) return;
  const { rules } = resolveDraft(document, above);
  const used = usedIds(document.toJS(), above);
  for (const [id, value] of wanted) {
    const rule = Object.hasOwn(rules, id) ? rules[id] : undefined;
    if (!rule) throw missing(id);
    const line = freshId(`diem ${id}`, used, "diem");
    used.add(line);
    ownCard(document, above);
    const title = rule.title ?? ruleSentence(rule, "vi");
    addEntry(document, LINES, { id: line, title, points: value, measured_by: [id] });
  }
}

/** Points of the score lines, and new lines for rules that none counts. Their sum is the loader's business. */
export function setPoints(document: Document, above: Above, { points, rules = {} }: ChangeOf<"points">): void {
  const lines = above?.scorecard?.lines ?? [];
  const omitted = new Set<string>();
  for (const [id, value] of Object.entries(points)) {
    const path = pathOf(document, LINES, id);
    const inherited = lines.find((one) => one.id === id);
    if (!path && !inherited) throw missing(id);
    if (value === 0) {
      removeEntry(document, LINES, id);
      if (inherited) omitted.add(id);
    } else if (path) document.setIn([...path, "points"], value);
    else if (inherited && inherited.points !== value) {
      ownCard(document, above);
      addEntry(document, LINES, { ...inherited, points: value });
    }
  }
  addLines(document, above, rules);
  if (idsAt(document, LINES).length === 0 && document.hasIn(["scorecard"])) document.deleteIn(["scorecard"]);
  const ids = lines.map(({ id }) => id).filter((id) => id in points);
  setOmitted(document, ids, new Set(ids.filter((id) => !omitted.has(id))));
}
