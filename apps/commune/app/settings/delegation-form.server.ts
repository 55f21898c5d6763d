import type { TextKey, Translate } from "@gandan/i18n/translator";
import { giveDelegation } from "@gandan/model/delegation/delegation-inputs";

const ERRORS: Record<string, TextKey> = {
  staffId: "delegation.errors.staffId",
  position: "delegation.errors.capacity",
  capacity: "delegation.errors.capacity",
  title: "delegation.errors.title",
  from: "delegation.errors.from",
  to: "delegation.errors.to",
  reference: "delegation.errors.reference",
};

/** The form of a delegation as the API takes it, or the words typed with what is wrong by the name of the field. */
export function readDelegation(form: FormData, t: Translate) {
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const parsed = giveDelegation.safeParse(values);
  if (parsed.success) return { input: parsed.data, values };
  const names = parsed.error.issues.map(({ path }) => String(path.at(-1) ?? ""));
  return { values, errors: Object.fromEntries(names.map((name) => [name, t(ERRORS[name] ?? "error.invalid")])) };
}
