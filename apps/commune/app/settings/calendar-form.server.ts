import type { TextKey, Translate } from "@gandan/i18n/translator";
import { addDay } from "@gandan/model/calendar/calendar-inputs";

const ERRORS: Record<string, TextKey> = {
  date: "calendar.errors.date",
  kind: "calendar.errors.kind",
  name: "calendar.errors.name",
  source: "calendar.errors.source",
  insteadOf: "calendar.errors.insteadOf",
};

/** The form of a day as the API takes it, or the words typed with what is wrong by the name of the field. */
export function readDay(form: FormData, t: Translate) {
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const { revision, ...day } = values;
  const parsed = addDay.safeParse({ revision, day: { ...day, insteadOf: day.insteadOf || null } });
  if (parsed.success) return { input: parsed.data, values };
  const names = parsed.error.issues.map(({ path }) => String(path.at(-1) ?? ""));
  return { values, errors: Object.fromEntries(names.map((name) => [name, t(ERRORS[name] ?? "error.invalid")])) };
}
