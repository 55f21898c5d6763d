import type { Translate } from "@gandan/i18n/translator";
import { causeOf, letterContent } from "@gandan/model/letter/letter-content";
import { type DraftLetter, draftLetter } from "@gandan/model/letter/letter-inputs";

interface DraftOf {
  kind: string;
  dossierId: string | null;
  /** An apology is not saved without what makes it one. */
  late: boolean;
}

const NAMES = Object.keys(letterContent.shape);

/** A field of date and time on the clock of Viet Nam as an instant; what is no time stays as it was typed. */
function instantOf(typed: string): string {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed) ? new Date(`${typed}:00+07:00`) : null;
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : typed;
}

/** The form of a letter as the API takes it, or the words typed with what is wrong by the name of the field. */
export function readDraftForm(form: FormData, of: DraftOf, t: Translate) {
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim()]));
  const said = Object.fromEntries(
    NAMES.filter((name) => values[name]).map((name) => [
      name,
      name === "newDueAt" ? instantOf(values[name]!) : values[name],
    ]),
  );
  const { kind, dossierId, late } = of;
  const letterId = values.letterId || undefined;
  const input = {
    letterId,
    kind,
    dossierId,
    revision: Number(values.revision),
    newest: form.has("newest"),
    content: said,
  };
  const parsed = draftLetter.safeParse(input);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path.at(-1) ?? "")));
  if ((said.addressee?.length ?? 0) < 2) wrong.add("addressee");
  if (late) {
    if (!said.causeId && causeOf({ honorific: "Ông/Bà", addressee: "", cause: said.cause }).length < 10)
      wrong.add("cause");
    if (!said.newDueAt) wrong.add("newDueAt");
    if ((said.responsible?.length ?? 0) < 2) wrong.add("responsible");
  }
  if (wrong.size === 0 && parsed.success) return { input: parsed.data satisfies DraftLetter, values };
  const words: Record<string, string> = {
    addressee: t("letter.personError"),
    cause: t("letter.causeError"),
    newDueAt: t("letter.newDueError"),
    responsible: t("letter.responsibleError"),
  };
  const errors = Object.fromEntries([...wrong].map((name) => [name, words[name] ?? t("dossier.desk.fixError")]));
  return { refusal: { values, errors } };
}
