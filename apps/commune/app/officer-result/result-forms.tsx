import { useT } from "@gandan/i18n/translation";
import { MEASURES } from "@gandan/model/officer-result/officer-inputs";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

interface Sent {
  intent: string;
  values: Record<string, string>;
  errors: Record<string, string>;
}

interface ResultFormsProps {
  may: { inform: boolean; reply: boolean; replyOnPaper: boolean; decide: boolean; close: boolean; reopen: boolean };
  usualReplyBy: string;
  decided: boolean;
  sent: Sent | null;
}

interface ActProps {
  intent: string;
  id: string;
  title: string;
  /** The page's one next act. */
  first?: boolean;
  submit: string;
  children: ReactNode;
}

function ActForm({ intent, id, title, first, submit, children }: ActProps) {
  return (
    <Panel id={id} title={title}>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value={intent} />
        {children}
        <div>
          <Button kind={first ? "primary" : "plain"}>{submit}</Button>
        </div>
      </Form>
    </Panel>
  );
}

/** What the person may do about a result, as forms; the first of them is what comes next. */
export function ResultForms({ may, usualReplyBy, decided, sent }: ResultFormsProps) {
  const t = useT();
  const text = (
    intent: string,
    label: string,
    id = `${intent}-text`,
    extra: { hint?: string; free?: boolean } = {},
  ) => (
    <Field
      id={id}
      name="text"
      control="textarea"
      rows={4}
      maxLength={2000}
      label={label}
      hint={extra.hint}
      required={!extra.free}
      optional={extra.free ? t("officerResult.optional") : undefined}
      defaultValue={sent?.intent === intent ? sent.values.text : undefined}
      error={sent?.intent === intent ? sent.errors.text : undefined}
    />
  );
  return (
    <div className="stack-5 no-print">
      {may.inform ? (
        <ActForm
          intent="inform"
          id="inform"
          title={t("officerResult.inform.title")}
          first
          submit={t("officerResult.inform.send")}
        >
          <Field
            id="replyBy"
            name="replyBy"
            control="date"
            required
            label={t("officerResult.inform.replyBy")}
            defaultValue={sent?.values.replyBy ?? usualReplyBy}
            error={sent?.errors.replyBy}
          />
          {text("inform", t("officerResult.inform.text"), "inform-text", { free: true })}
        </ActForm>
      ) : null}
      {may.reply ? (
        <ActForm
          intent="reply"
          id="reply"
          title={t("officerResult.reply.title")}
          first
          submit={t("officerResult.reply.send")}
        >
          {text("reply", t("officerResult.reply.text"), "reply-text", { hint: t("officerResult.reply.textHint") })}
        </ActForm>
      ) : null}
      {may.decide ? (
        <ActForm
          intent="decide"
          id="decide"
          title={t(decided ? "officerResult.decide.again" : "officerResult.decide.title")}
          first={!decided}
          submit={t("officerResult.decide.send")}
        >
          <Field
            id="measure"
            name="measure"
            control="select"
            label={t("officerResult.measureLabel")}
            options={MEASURES.map((value) => ({ value, label: t(`officerResult.measure.${value}`) }))}
            defaultValue={sent?.values.measure ?? "remind"}
          />
          {text("decide", t("officerResult.decide.text"))}
        </ActForm>
      ) : null}
      {may.close ? (
        <ActForm
          intent="close"
          id="close"
          title={t("officerResult.close.title")}
          first
          submit={t("officerResult.close.send")}
        >
          {text("close", t("officerResult.close.text"))}
        </ActForm>
      ) : null}
      {may.replyOnPaper ? (
        <ActForm
          intent="reply"
          id="reply-paper"
          title={t("officerResult.reply.paperTitle")}
          submit={t("officerResult.reply.note")}
        >
          <input type="hidden" name="onPaper" value="on" />
          {text("reply", t("officerResult.reply.text"), "paper-text")}
        </ActForm>
      ) : null}
      {may.reopen ? (
        <ActForm
          intent="reopen"
          id="reopen"
          title={t("officerResult.reopen.title")}
          submit={t("officerResult.reopen.send")}
        >
          {text("reopen", t("officerResult.reopen.text"))}
        </ActForm>
      ) : null}
    </div>
  );
}
