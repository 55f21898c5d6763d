import type { TextKey, Translate } from "@gandan/i18n/translator";
import { saveKind, setDrafting } from "@gandan/model/letter/kind-inputs";

const ERRORS: Record<string, TextKey> = { title: "letterSettings.nameError" };

/** The form of a kind of the unit's own as the API takes it, or what was typed with what is wrong. */
export function readKindForm(form: FormData, kind: string | null, t: Translate) {
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const { title, tone, occasion, drafting } = values;
  const groups = form.getAll("groups").map(String);
  const parsed = saveKind.safeParse({ kind, title, tone, occasion, drafting: drafting ?? "never", groups });
  if (parsed.success) return { input: parsed.data, values, groups };
  const names = parsed.error.issues.map(({ path }) => String(path[0] ?? ""));
  const errors = Object.fromEntries(names.map((name) => [name, t(ERRORS[name] ?? "letterSettings.fixError")]));
  return { values, groups, errors };
}

/** When letters of a delivered kind are drafted; null for a form that means nothing. */
export function readDrafting(form: FormData, kind: string) {
  const parsed = setDrafting.safeParse({ kind, drafting: form.get("drafting"), lead: form.get("lead") || null });
  return parsed.success ? parsed.data : null;
}
