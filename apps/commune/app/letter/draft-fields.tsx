import { useT } from "@gandan/i18n/translation";
import type { TextKey } from "@gandan/i18n/translator";
import { HONORIFICS, type LetterContent } from "@gandan/model/letter/letter-content";
import type { LetterDatum } from "@gandan/model/letter/placeholders";
import { Field } from "@gandan/ui/field";
import { Fragment } from "react";

interface AskedDatum {
  datum: LetterDatum;
  typed: "line" | "words" | "date" | "moment";
  needed: boolean;
}

interface DraftFieldsProps {
  content: LetterContent;
  fields: readonly AskedDatum[];
  /** The unit's list of causes; empty for a letter that asks for none. */
  causes: readonly { cause: string; title: string }[];
  /** What was typed and what is wrong with it, after a form that was refused. */
  failure: { values: Record<string, string>; errors: Record<string, string> } | undefined;
}

const HINTS: Partial<Record<LetterDatum, TextKey>> = {
  cause: "letter.causeHint",
  responsible: "letter.responsibleHint",
  deceased: "letter.deceasedHint",
  deed: "letter.deedHint",
  words: "letter.wordsHint",
};

/** A moment as a field of date and time takes it, on the clock of Viet Nam. */
const fieldTime = (instant: string) => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 16);

/** What a letter asks of its writer: whom it addresses, then the data that its text names. */
export function DraftFields({ content, fields, causes, failure }: DraftFieldsProps) {
  const t = useT();
  const kept = { ...content, newDueAt: content.newDueAt && fieldTime(content.newDueAt) } as Record<string, string>;
  const shared = (name: string) => ({
    id: name,
    name,
    defaultValue: failure?.values[name] ?? kept[name] ?? "",
    error: failure?.errors[name],
  });
  return (
    <>
      <Field
        {...shared("honorific")}
        control="select"
        label={t("letter.honorific")}
        options={HONORIFICS.map((value) => ({ value, label: value }))}
      />
      <Field {...shared("addressee")} required maxLength={200} label={t("letter.person")} />
      {fields.map(({ datum, typed, needed }) => {
        const chosen = datum === "cause" && causes.length > 0;
        const required = needed && !chosen;
        const hint = HINTS[datum];
        const common = {
          ...shared(datum),
          required,
          ...(required ? {} : { optional: t("shell.form.optional") }),
          label: t(chosen ? "letter.causeWords" : `letter.datum.${datum}`),
          ...(hint ? { hint: t(hint) } : {}),
        };
        return (
          <Fragment key={datum}>
            {chosen ? (
              <Field
                {...shared("causeId")}
                control="select"
                label={t("letter.datum.cause")}
                options={[
                  { value: "", label: t("letter.causeOther") },
                  ...causes.map(({ cause, title }) => ({ value: cause, label: title })),
                ]}
              />
            ) : null}
            {typed === "words" ? (
              <Field {...common} control="textarea" rows={3} maxLength={1000} />
            ) : typed === "line" ? (
              <Field {...common} maxLength={200} autoComplete="off" />
            ) : (
              <Field {...common} control={typed === "date" ? "date" : "datetime-local"} />
            )}
          </Fragment>
        );
      })}
    </>
  );
}
