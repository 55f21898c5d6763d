import type { Translate } from "@gandan/i18n/translator";
import { draftLetter } from "@gandan/model/letter/letter-inputs";
import { signLetters } from "@gandan/model/letter/signing-inputs";

const valuesOf = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim()]));

/** The form of an apology as the API takes it, or the words typed with what is wrong by the name of the field. */
export function readApology(form: FormData, dossierId: string, t: Translate) {
  const values = valuesOf(form);
  const { honorific, addressee, cause, newDueAt = "", responsible, remedy } = values;
  const stated = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(newDueAt) ? new Date(`${newDueAt}:00+07:00`) : null;
  const due = stated && !Number.isNaN(stated.getTime()) ? stated.toISOString() : newDueAt;
  const content = { honorific, addressee, cause, newDueAt: due, responsible, remedy };
  const parsed = draftLetter.safeParse({ dossierId, revision: Number(values.revision), content });
  if (parsed.success) return { input: parsed.data, values };
  const words: Record<string, string> = {
    addressee: t("letter.personError"),
    cause: t("letter.causeError"),
    newDueAt: t("letter.newDueError"),
    responsible: t("letter.responsibleError"),
  };
  const names = parsed.error.issues.map(({ path }) => String(path.at(-1) ?? ""));
  const errors = Object.fromEntries(names.map((name) => [name, words[name] ?? t("dossier.desk.fixError")]));
  return { refusal: { values, errors } };
}

/** The letters ticked for signing, each with the revision that was seen; undefined when none is. */
export function readSigning(form: FormData) {
  const letters = form.getAll("letter").map((value) => {
    const [letterId, revision] = String(value).split(" ");
    return { letterId, revision: Number(revision) };
  });
  const parsed = signLetters.safeParse({ letters });
  return parsed.success ? parsed.data : undefined;
}

/** When a letter went out as the officer states it, of a field of date and time; undefined when it is now. */
export function readStatedAt(form: FormData): { statedAt?: string } | null {
  const typed = String(form.get("statedAt") ?? "").trim();
  if (!typed) return {};
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed) ? new Date(`${typed}:00+07:00`) : null;
  return instant && !Number.isNaN(instant.getTime()) ? { statedAt: instant.toISOString() } : null;
}
