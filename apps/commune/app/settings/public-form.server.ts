import type { Translate } from "@gandan/i18n/translator";
import { readAccent } from "@gandan/model/public/accent-colour";
import { changePublicFace } from "@gandan/model/public/public-face";

/** The form of the public face as the API takes it, or the words typed with what is wrong by the name of the field. */
export function readPublicForm(form: FormData, t: Translate) {
  const {
    revision,
    intent: _,
    ...values
  } = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  // Browsers send lines with CR LF.
  const face = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, text.replaceAll("\r\n", "\n")]));
  const parsed = changePublicFace.safeParse({ revision: Number(revision), face });
  if (parsed.success) return { input: parsed.data, values };
  const names = parsed.error.issues.map(({ path }) => String(path.at(-1) ?? ""));
  return { values, errors: Object.fromEntries(names.map((name) => [name, errorOf(t, name, values)])) };
}

function errorOf(t: Translate, name: string, values: Record<string, string>): string {
  if (name !== "accent") return t.find(`public.settings.${name}Error`) ?? t("error.invalid");
  const { problem = "form", nearest = "" } = readAccent((values.accent ?? "").trim());
  return t(`public.settings.accentError.${problem}`, { nearest });
}
