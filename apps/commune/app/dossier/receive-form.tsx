import { useT } from "@gandan/i18n/translation";
import { findProcedures, meantProcedure, procedureText } from "@gandan/model/procedure/find-procedures";
import { Button } from "@gandan/ui/button";
import { ChoiceField } from "@gandan/ui/choice-field";
import { Combobox } from "@gandan/ui/combobox";
import { Field } from "@gandan/ui/field";
import { Form } from "@remix-run/react";
import { useState } from "react";
import { termText } from "./term-text";

interface ReceiveFormProps {
  procedures: readonly { code: string; name: string; term: string | null }[];
  /** Makes two sendings of the form one dossier. */
  formKey: string;
  /** What was typed, when it could not be taken. */
  failure?: { values: Record<string, string>; errors: Record<string, string> } | undefined;
}

/** Takes a dossier in: typed through from the procedure to the papers, and saved by Enter. */
export function ReceiveForm({ procedures, formKey, failure }: ReceiveFormProps) {
  const t = useT();
  const [withoutTerm, setWithoutTerm] = useState(false);
  // A form that was kept comes back with the key under which it was sent.
  const [key, setKey] = useState(failure?.values.key || formKey);
  const optional = t("shell.form.optional");
  const shared = (name: string) => ({
    id: name,
    name,
    defaultValue: failure?.values[name],
    error: failure?.errors[name],
  });
  const optionOf = (procedure: ReceiveFormProps["procedures"][number]) => ({
    text: procedureText(procedure),
    note: procedure.term ? termText(t, procedure.term) : t("procedure.termText.none"),
  });
  const asksDue = withoutTerm || Boolean(failure?.errors.dueAt);
  const dueField = (
    <Field
      {...shared("dueAt")}
      control="datetime-local"
      {...(asksDue ? {} : { optional })}
      label={t("dossier.desk.due")}
      hint={t(asksDue ? "dossier.desk.dueHint" : "dossier.desk.receiveDueHint")}
    />
  );
  return (
    <Form method="post" className="panel panel-p stack" data-keep={t("dossier.act.receive")}>
      <input type="hidden" name="key" value={key} onChange={(event) => setKey(event.target.value)} />
      <Combobox
        {...shared("procedure")}
        required
        first
        label={t("dossier.procedure")}
        hint={t("dossier.desk.procedureHint")}
        listLabel={t("dossier.desk.matches")}
        none={t("procedure.empty")}
        options={procedures.map(optionOf)}
        find={(typed) => findProcedures(procedures, typed).map(optionOf)}
        onChoose={(text) => setWithoutTerm(meantProcedure(procedures, text)?.term === null)}
      />
      <Field
        {...shared("applicantName")}
        required
        maxLength={200}
        autoComplete="off"
        label={t("dossier.applicant")}
        hint={t("dossier.desk.applicantHint")}
      />
      <Field
        {...shared("phone")}
        control="tel"
        inputMode="tel"
        autoComplete="off"
        optional={optional}
        label={t("dossier.phone")}
      />
      <Field
        {...shared("papers")}
        control="textarea"
        rows={4}
        optional={optional}
        label={t("dossier.desk.papers")}
        hint={t("dossier.desk.papersHint")}
      />
      <ChoiceField
        id="complete"
        name="complete"
        control="checkbox"
        legend={t("dossier.stateLabel")}
        options={[{ value: "yes", label: t("dossier.desk.complete"), hint: t("dossier.desk.completeHint") }]}
        chosen={failure && failure.values.complete !== "yes" ? [] : ["yes"]}
      />
      {asksDue ? dueField : null}
      <details
        className="more"
        open={["externalCode", "at"].some((name) => failure?.values[name] || failure?.errors[name])}
      >
        <summary>{t("dossier.desk.more")}</summary>
        <div className="stack">
          <Field
            {...shared("channel")}
            control="select"
            label={t("dossier.channelLabel")}
            options={(["direct", "online", "post", "home"] as const).map((value) => ({
              value,
              label: t(`dossier.channel.${value}`),
            }))}
          />
          {asksDue ? null : dueField}
          <Field
            {...shared("externalCode")}
            maxLength={100}
            optional={optional}
            label={t("dossier.code")}
            hint={t("dossier.desk.codeHint")}
          />
          <Field
            {...shared("at")}
            control="datetime-local"
            optional={optional}
            label={t("dossier.event.when")}
            hint={t("dossier.event.whenHint")}
          />
        </div>
      </details>
      <div>
        <Button id="save" kind="primary">
          {t("dossier.act.receive")}
        </Button>
      </div>
    </Form>
  );
}
