import { useT } from "@gandan/i18n/translation";
import { Field } from "@gandan/ui/field";

interface Choices {
  procedures: readonly { code: string; name: string; usual: boolean }[];
  points: readonly { id: string; label: string }[];
}

/** What a select says for "as the batch"; no procedure has such a code. */
const AS_BATCH = "as-batch";

/** What a form says a sheet is about: null as its batch, "" where it does not say. */
export function procedureIn(form: FormData): string | null {
  const value = form.get("procedure");
  return typeof value === "string" && value !== AS_BATCH ? value : null;
}

/** Names of some procedures repeat; the code tells them apart. */
function useProcedureOptions({ procedures }: Choices) {
  const t = useT();
  return procedures.map(({ code, name, usual }) => ({
    value: code,
    label: name === code ? code : `${name} (${code})`,
    group: t(usual ? "paper.about.usual" : "paper.about.others"),
  }));
}

/** What the sheets of a batch are about, and where they were gathered; both may stay open. */
export function AboutFields({
  about,
  procedure,
  pointId,
}: {
  about: Choices;
  procedure: string | null;
  pointId: string | null;
}) {
  const t = useT();
  const options = useProcedureOptions(about);
  return (
    <>
      <Field
        id="about-procedure"
        name="procedure"
        control="select"
        label={t("paper.about.procedure")}
        hint={t("paper.about.procedureHint")}
        defaultValue={procedure ?? ""}
        options={[{ value: "", label: t("paper.about.unknown") }, ...options]}
      />
      {about.points.length > 0 ? (
        <Field
          id="about-point"
          name="pointId"
          control="select"
          label={t("paper.about.point")}
          defaultValue={pointId ?? ""}
          options={[
            { value: "", label: t("paper.about.noPoint") },
            ...about.points.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      ) : null}
    </>
  );
}

/** What one sheet is about, where it says otherwise than its batch. */
export function SheetProcedure({
  about,
  batchName,
  procedure,
}: {
  about: Choices;
  /** What the batch is about; null where it does not say. */
  batchName: string | null;
  procedure: string | null;
}) {
  const t = useT();
  const options = useProcedureOptions(about);
  return (
    <Field
      id="sheet-procedure"
      name="procedure"
      control="select"
      label={t("paper.about.sheet")}
      defaultValue={procedure ?? AS_BATCH}
      options={[
        {
          value: AS_BATCH,
          label: batchName ? t("paper.about.asBatch", { name: batchName }) : t("paper.about.unknown"),
        },
        ...(batchName ? [{ value: "", label: t("paper.about.unknown") }] : []),
        ...options,
      ]}
    />
  );
}
