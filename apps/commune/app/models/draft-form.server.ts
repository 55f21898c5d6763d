import type { ModelSource } from "@gandan/model/model/model-schema";
import { type ModelChange, modelChange } from "@gandan/model/model-editing/model-change";
import { readSlots } from "@gandan/model/model-editing/read-slots";
import { ruleSlots } from "@gandan/model/model-editing/rule-slots";

interface Draft {
  source: ModelSource;
  above: { source: ModelSource } | null;
}

const text = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();
const texts = (form: FormData, name: string): string[] => form.getAll(name).map(String);
const lines = (form: FormData, name: string): string[] =>
  text(form, name)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** Points by score line from fields `points.<id>`, with comma or point. */
function pointsOf(form: FormData): Record<string, number> {
  const points: Record<string, number> = {};
  for (const [name, value] of form) {
    if (name.startsWith("points.")) points[name.slice("points.".length)] = Number(String(value).replace(",", ".") || 0);
  }
  return points;
}

function rawChange(form: FormData, draft: Draft): unknown {
  const id = text(form, "id");
  switch (text(form, "change")) {
    case "parameters": {
      const rule = draft.source.rules[id];
      const slots = rule ? ruleSlots(rule, draft.above?.source.rules[id]) : [];
      return { change: "parameters", rule: id, values: readSlots(slots, (name) => texts(form, `slot.${name}`)) };
    }
    case "wording":
      return { change: "wording", of: text(form, "of"), id, text: text(form, "text") };
    case "measures":
      return { change: "measures", of: text(form, "of"), id, ids: texts(form, "ids") };
    case "choice":
      return { change: "choice", of: text(form, "of"), keep: texts(form, "keep") };
    case "task":
      return {
        change: "task",
        id,
        from: text(form, "from") || null,
        due: text(form, "due") || null,
        owners: lines(form, "owners"),
        products: lines(form, "products"),
      };
    case "points":
      return { change: "points", points: pointsOf(form) };
    default: {
      const title = text(form, "documentTitle");
      const number = text(form, "documentNumber") || null;
      return {
        change: "basis",
        title: text(form, "title"),
        summary: text(form, "summary") || null,
        issuer: text(form, "issuer"),
        document: title ? { title, number, date: text(form, "documentDate") || null } : null,
      };
    }
  }
}

/** The change that a form of the editor asks for; null when it is filled in wrongly. */
export function changeOf(form: FormData, draft: Draft): ModelChange | null {
  const parsed = modelChange.safeParse(rawChange(form, draft));
  return parsed.success ? parsed.data : null;
}
