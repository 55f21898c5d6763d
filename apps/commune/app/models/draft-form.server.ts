import type { ModelProblem } from "@gandan/model/model/model-problem";
import type { ModelSource, Rule } from "@gandan/model/model/model-schema";
import { type ModelChange, modelChange } from "@gandan/model/model-editing/model-change";
import { newRule } from "@gandan/model/model-editing/new-rule";
import { readSlots, slotErrors } from "@gandan/model/model-editing/read-slots";
import { type RuleSlot, ruleSlots } from "@gandan/model/model-editing/rule-slots";
import type { FieldProblem, FormFailure } from "./form-failure";

interface Draft {
  source: ModelSource;
  above: { source: ModelSource } | null;
}

const text = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();
const orNull = (form: FormData, name: string): string | null => text(form, name) || null;
const texts = (form: FormData, name: string): string[] => form.getAll(name).map(String);
const lines = (form: FormData, name: string): string[] =>
  text(form, name)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** Numbers of fields `<name>.<id>`, with comma or point; what is no number is sent on, to be named. */
function numbersOf(form: FormData, name: string): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const [field, value] of form) {
    if (!field.startsWith(`${name}.`)) continue;
    numbers[field.slice(name.length + 1)] = Number(String(value).trim().replace(",", ".") || 0);
  }
  return numbers;
}

/** The fields of a rule's form: of the rule there is, or of a new one of the kind that `id` names. */
function slotsOf(form: FormData, draft: Draft): RuleSlot[] {
  const id = text(form, "id");
  if (text(form, "change") === "add-rule") return ruleSlots(newRule(id, draft.source), undefined, draft.source);
  const rule: Rule | undefined = Object.hasOwn(draft.source.rules, id) ? draft.source.rules[id] : undefined;
  return rule ? ruleSlots(rule, draft.above?.source.rules[id], draft.source) : [];
}

const wordsOf = (form: FormData) => (name: string) => texts(form, `slot.${name}`);

function taskOf(form: FormData) {
  return {
    ...{ from: orNull(form, "from"), due: orNull(form, "due") },
    ...{ owners: lines(form, "owners"), products: lines(form, "products") },
  };
}

function paperOf(form: FormData) {
  const [title, number, date] = ["title", "number", "date"].map((name) => orNull(form, `document.${name}`));
  return { title: title ?? "", number, date };
}

function rawChange(form: FormData, draft: Draft): unknown {
  const id = text(form, "id");
  const change = text(form, "change");
  const entry = { of: text(form, "of"), id };
  const named = { change, title: text(form, "title"), clause: orNull(form, "clause") };
  const values = () => readSlots(slotsOf(form, draft), wordsOf(form));
  switch (change) {
    case "parameters":
      return { change, rule: id, values: values(), title: orNull(form, "title") };
    case "wording":
      return { change, ...entry, text: text(form, "text") };
    case "measures":
      return { change, ...entry, ids: texts(form, "ids") };
    case "choice":
      return { change, of: entry.of, keep: texts(form, "keep") };
    case "task":
      return { change, id, title: text(form, "title"), ...taskOf(form) };
    case "points":
      return { change, points: numbersOf(form, "points"), rules: numbersOf(form, "rules") };
    case "add-slogan":
      return { ...named, text: text(form, "text") };
    case "add-commitment":
      return { ...named, slogan: id, text: text(form, "text"), measures: texts(form, "measures") };
    case "add-criterion":
      return named;
    case "add-rule": {
      const measured = text(form, "measured");
      return { ...named, kind: id, values: values(), measures: measured ? { of: entry.of, id: measured } : null };
    }
    case "add-task":
      return { ...named, ...taskOf(form) };
    case "plan": {
      const [aims, requirements, funding, recipients] = PLAN_LISTS.map((name) => lines(form, name));
      return { change, aims, requirements, funding, recipients };
    }
    case "reminders":
      return {
        change,
        before_due: texts(form, "before_due"),
        to_close: text(form, "to_close"),
        weekend: text(form, "weekend"),
      };
    case "add-document":
      return { change, document: { ...paperOf(form), issuer: orNull(form, "document.issuer") } };
    case "remove-document":
      return { change, place: Number(id) };
    case "move-up":
    case "move-down":
      return { change: "move", ...entry, to: change.slice("move-".length) };
    case "remove":
    case "restore":
      return { change, ...entry };
    default: {
      const paper = paperOf(form);
      const issuer = text(form, "issuer");
      const document = paper.title || paper.number || paper.date ? paper : null;
      return { change: "basis", title: text(form, "title"), summary: orNull(form, "summary"), issuer, document };
    }
  }
}

const PLAN_LISTS = ["aims", "requirements", "funding", "recipients"] as const;

function problemOf(issue: { code: string; path: readonly PropertyKey[]; format?: string }): FieldProblem {
  const { code, path, format } = issue;
  if (code === "too_small") return "required";
  if (code === "too_big") return "tooLong";
  if (code === "invalid_format" && format === "date") return "date";
  return code === "invalid_type" && (path[0] === "points" || path[0] === "rules") ? "number" : "wrong";
}

/** The change that a form of the editor asks for, or what is wrong in which of its fields. */
export function changeOf(form: FormData, draft: Draft): { edit: ModelChange } | { fields: FormFailure["fields"] } {
  const fields: FormFailure["fields"] = {};
  const change = text(form, "change");
  if (change === "parameters" || change === "add-rule") {
    for (const [name, problem] of Object.entries(slotErrors(slotsOf(form, draft), wordsOf(form)))) {
      fields[`slot.${name}`] = problem;
    }
  }
  const parsed = modelChange.safeParse(rawChange(form, draft));
  if (parsed.success) return Object.keys(fields).length > 0 ? { fields } : { edit: parsed.data };
  for (const issue of parsed.error.issues) {
    const [first, second] = issue.path.map(String);
    const grouped = first === "document" || first === "points" || first === "rules";
    fields[(grouped && second ? `${first}.${second}` : first) ?? ""] ??= problemOf(issue);
  }
  return { fields };
}

/** Problems of the text that a change would make, at the fields of its form; empty where they lie elsewhere. */
export function fieldsOf(edit: ModelChange, problems: readonly ModelProblem[], draft: Draft, form: FormData) {
  const fields: FormFailure["fields"] = {};
  const slots = edit.change === "parameters" || edit.change === "add-rule" ? slotsOf(form, draft) : [];
  for (const { path, message } of problems) {
    const [area, , ...rest] = path.split(".");
    const inside = rest.join(".");
    const slot = slots.find(({ name }) => inside === name || inside.startsWith(`${name}.`));
    if (area === "rules" && slot) fields[`slot.${slot.name}`] ??= message;
    else if (area === "timeline" && /^(from|due|owners|products)/.test(inside) && edit.change.endsWith("task")) {
      fields[rest[0] ?? ""] ??= message;
    } else return {};
  }
  return fields;
}

/** The words of a form as they were sent, by field. */
export function wordsSent(form: FormData): Record<string, string[]> {
  const words = Object.fromEntries([...new Set(form.keys())].map((name) => [name, texts(form, name)]));
  const below = words["slot.tiers.below"];
  const share = words["slot.tiers.share"];
  if (below && share) {
    words["slot.tiers"] = share.flatMap((one, i) => (one === "" ? [] : [[below[i], one].filter(Boolean).join(" ")]));
  }
  return words;
}
