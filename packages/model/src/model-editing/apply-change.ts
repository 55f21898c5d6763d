import type { Document } from "yaml";
import { canonical } from "../model/compare-strictness";
import type { ModelSource } from "../model/model-schema";
import { paramsOf } from "../model/rule-language";
import { REMINDER_TIMES, reminderPlan } from "../notice/reminder-plan";
import { ruleKinds } from "../rules/rule-kinds";
import {
  addBasisDocument,
  addCommitment,
  addCriterion,
  addRule,
  addSlogan,
  addTask,
  removeBasisDocument,
} from "./add-to-draft";
import { openModelText, setOmitted, setOrDrop } from "./edit-document";
import type { ChangeOf, ModelChange } from "./model-change";
import { moveInDraft } from "./move-in-draft";
import { type Above, measuresPath, ownCommitment, ownEntry, ownRule, ownSlogan } from "./own-entry";
import { setPoints } from "./set-points";
import { keepCommitments, keepCriteria, removeFromDraft } from "./take-from-draft";
import { writeDocument } from "./write-document";

function setParameters(document: Document, above: Above, { rule, values, title }: ChangeOf<"parameters">) {
  const inherited = above?.rules[rule];
  const written: Record<string, unknown> = (document.toJS() as ModelSource).rules?.[rule] ?? {};
  const all = { ...(inherited ? paramsOf(inherited) : {}), ...paramsOf(written) };
  const usual = ruleKinds.get(String(written.kind ?? inherited?.kind))?.params.safeParse(all);
  const now: Record<string, unknown> = usual?.success ? usual.data : all;
  const changed = Object.entries(values).filter(
    ([name, value]) => canonical(now[name]) !== canonical(value ?? undefined),
  );
  const named = title !== undefined && title !== (written.title ?? inherited?.title ?? null);
  if (changed.length === 0 && !named) return;
  const path = ownRule(document, above, rule);
  if (named) setOrDrop(document, [...path, "title"], title);
  for (const [name, value] of changed) setOrDrop(document, [...path, name], value);
}

function setWording(document: Document, above: Above, { of, id, text }: ChangeOf<"wording">) {
  if (of === "commitment") document.setIn([...ownCommitment(document, above, id), "text"], text);
  else if (of === "slogan") document.setIn([...ownSlogan(document, above, id), "title"], text);
  else if (of === "rule") document.setIn([...ownRule(document, above, id), "title"], text);
  else document.setIn([...ownEntry(document, of === "task" ? "timeline" : "criteria", above, id), "title"], text);
}

function setTask(document: Document, above: Above, change: ChangeOf<"task">) {
  const path = ownEntry(document, "timeline", above, change.id);
  if (change.title !== undefined) document.setIn([...path, "title"], change.title);
  for (const name of ["from", "due", "owners", "products"] as const) setOrDrop(document, [...path, name], change[name]);
}

function setBasis(document: Document, { title, summary, issuer, document: paper }: ChangeOf<"basis">) {
  document.setIn(["title"], title);
  setOrDrop(document, ["summary"], summary);
  const number = paper?.number ?? undefined;
  const date = paper?.date ?? undefined;
  const issued = paper ? { title: paper.title, ...(number ? { number } : {}), ...(date ? { date } : {}) } : undefined;
  document.setIn(["issued_by", "unit"], issuer);
  setOrDrop(document, ["issued_by", "document"], issued);
}

/** What the plan of the extended model says anyway is not written down again; taking all of it out is. */
function setPlan(document: Document, above: Above, { aims, requirements, funding, recipients }: ChangeOf<"plan">) {
  const said = { aims, requirements, funding, recipients };
  const inherited = { aims: [], requirements: [], funding: [], ...above?.plan, recipients: [] };
  const own = Object.fromEntries(Object.entries(said).filter(([, list]) => list.length > 0));
  if (canonical(said) === canonical(inherited)) setOrDrop(document, ["plan"], null);
  else document.setIn(["plan"], document.createNode(own));
}

function setReminders(document: Document, above: Above, change: ChangeOf<"reminders">) {
  const inherited = reminderPlan(above?.reminders);
  for (const name of REMINDER_TIMES) {
    const path = ["reminders", name];
    // An empty list says that nobody is reminded: it is not the same as to say nothing.
    if (canonical(change[name]) !== canonical(inherited[name])) document.setIn(path, document.createNode(change[name]));
    else if (document.hasIn(path)) document.deleteIn(path);
  }
  if (Object.keys((document.toJS() as ModelSource).reminders ?? {}).length === 0) document.deleteIn(["reminders"]);
}

export interface ChangedText {
  text: string;
  /** Id of the entry that the change added: of a slogan its first commitment. */
  added?: string;
}

/** Works a change into a document; gives the id of what it added. */
function change(document: Document, above: Above, one: ModelChange): string | undefined {
  switch (one.change) {
    case "add-slogan":
      return addSlogan(document, above, one);
    case "add-commitment":
      return addCommitment(document, above, one);
    case "add-criterion":
      return addCriterion(document, above, one);
    case "add-rule":
      return addRule(document, above, one);
    case "add-task":
      return addTask(document, above, one);
    case "parameters":
      setParameters(document, above, one);
      break;
    case "wording":
      setWording(document, above, one);
      break;
    case "measures":
      setOrDrop(document, measuresPath(document, above, one.of, one.id), one.ids);
      break;
    case "choice":
      if (one.of === "criterion") keepCriteria(document, above, one.keep);
      else keepCommitments(document, above, one.keep);
      break;
    case "task":
      setTask(document, above, one);
      break;
    case "points":
      setPoints(document, above, one);
      break;
    case "basis":
      setBasis(document, one);
      break;
    case "plan":
      setPlan(document, above, one);
      break;
    case "reminders":
      setReminders(document, above, one);
      break;
    case "add-document":
      addBasisDocument(document, one);
      break;
    case "remove-document":
      removeBasisDocument(document, one);
      break;
    case "remove":
      removeFromDraft(document, above, one);
      break;
    case "restore":
      setOmitted(document, [one.id], new Set([one.id]));
      break;
    case "move":
      moveInDraft(document, above, one);
      break;
  }
}

/**
 * The text of a draft after one change; comments and what is not touched stay as they are. Entries of the extended model
 * (`above`, in full) are taken over into the text when they are changed. Checks nothing: `loadModel` reads the result.
 * Throws AppError `model.badYaml`, `model.entryNotFound`, `model.unknownKind`, `model.invalid` where the shape is broken.
 */
export function applyChange(text: string, above: ModelSource | undefined, one: ModelChange): ChangedText {
  const document = openModelText(text);
  const added = change(document, above, one);
  return { text: writeDocument(document, text), ...(added === undefined ? {} : { added }) };
}
