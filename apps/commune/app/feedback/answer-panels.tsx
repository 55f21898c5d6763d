import type { Caller } from "@gandan/api/root.router";
import { useT } from "@gandan/i18n/translation";
import { MAX_TEXT, REASONS, TOPICS } from "@gandan/model/feedback/feedback-inputs";
import { Button } from "@gandan/ui/button";
import { ChoiceField } from "@gandan/ui/choice-field";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";
import type { FeedbackFailure } from "./feedback-acts.server";

export type FeedbackView = Awaited<ReturnType<Caller["feedback"]["read"]>>;

interface PanelsProps {
  view: FeedbackView;
  failure: FeedbackFailure | null;
}

/** Tells which feedback, as seen, a form is about. */
function Seen({ view }: { view: FeedbackView }) {
  return <input type="hidden" name="seen" value={view.seq} />;
}

/** Answers what waits; puts right what was answered. */
export function AnswerPanel({ view, failure }: PanelsProps) {
  const t = useT();
  const again = view.state !== "open";
  const failed = failure?.act === "answer" ? failure : null;
  return (
    <Panel id="answer" title={t(again ? "feedback.staff.correctTitle" : "feedback.staff.answerTitle")}>
      <Form method="post" className="stack-4">
        <Seen view={view} />
        {again ? <input type="hidden" name="again" value="1" /> : null}
        <Field
          id="answer-text"
          name="text"
          control="textarea"
          rows={6}
          maxLength={MAX_TEXT}
          required
          label={t("feedback.staff.answerLabel")}
          hint={t(again ? "feedback.staff.correctHint" : "feedback.staff.answerHint")}
          error={failed?.problem}
          defaultValue={failed?.text ?? ""}
        />
        <div className="row">
          <Button kind={again ? "plain" : "primary"} name="act" value="answer">
            {t(again ? "feedback.staff.correct" : "feedback.staff.answer")}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}

/** Gives what waits to a person, or back to the desk; puts right what it is about. */
export function AssignPanel({ view }: { view: FeedbackView }) {
  const t = useT();
  return (
    <Panel id="assign" title={t("feedback.staff.assignTitle")}>
      <Form method="post" className="row">
        <Seen view={view} />
        <Field
          id="staff"
          name="staff"
          control="select"
          label={t("feedback.staff.assigned")}
          defaultValue={view.assignedTo ?? ""}
          options={[
            { value: "", label: t(`feedback.staff.${view.topic === "staff" ? "leaders" : "desk"}`) },
            ...view.people.map(({ staffId, name }) => ({ value: staffId, label: name })),
          ]}
        />
        <Button name="act" value="assign">
          {t("feedback.staff.assign")}
        </Button>
      </Form>
      <Form method="post" className="row">
        <Seen view={view} />
        <Field
          id="topic"
          name="topic"
          control="select"
          label={t("feedback.staff.sortLabel")}
          defaultValue={view.topic}
          options={TOPICS.map((topic) => ({ value: topic, label: t(`feedback.topic.${topic}`) }))}
        />
        <Button name="act" value="sort">
          {t("feedback.staff.sort")}
        </Button>
      </Form>
    </Panel>
  );
}

/** Does not deal with it here, for a reason. */
export function DeclinePanel({ view, failure }: PanelsProps) {
  const t = useT();
  const failed = failure?.act === "decline" ? failure : null;
  return (
    <Panel id="decline" title={t("feedback.staff.declineTitle")}>
      <Form method="post" className="stack-4">
        <Seen view={view} />
        <ChoiceField
          id="reason"
          name="reason"
          control="radio"
          legend={t("feedback.staff.reasonLabel")}
          required
          options={REASONS.map((reason) => ({ value: reason, label: t(`feedback.reason.${reason}`) }))}
        />
        <Field
          id="decline-text"
          name="text"
          control="textarea"
          rows={4}
          maxLength={MAX_TEXT}
          required
          label={t("feedback.staff.declineLabel")}
          hint={t("feedback.staff.declineHint")}
          error={failed?.problem}
          defaultValue={failed?.text ?? ""}
        />
        <div className="row">
          <Button name="act" value="decline">
            {t("feedback.staff.decline")}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}

/** A letter of thanks for what was worth it: drafted once, for who left a name. */
export function ThankPanel({ view, path }: { view: FeedbackView; path: string }) {
  const t = useT();
  return (
    <Panel id="thank" title={t("feedback.staff.thankTitle")}>
      {view.letterId ? (
        <p>
          <a href={`${path}/letters/${view.letterId}`}>{t("feedback.staff.letter")}</a>
        </p>
      ) : view.hasContact ? (
        <Form method="post" className="row">
          <Seen view={view} />
          <Button name="act" value="thank">
            {t("feedback.staff.thank")}
          </Button>
          <span className="hint">{t("feedback.staff.thankText")}</span>
        </Form>
      ) : (
        <p className="hint">{t("feedback.staff.thankNoContact")}</p>
      )}
    </Panel>
  );
}

/** Takes up again what was declined. */
export function RestoreForm({ view }: { view: FeedbackView }) {
  const t = useT();
  return (
    <Form method="post">
      <Seen view={view} />
      <Button name="act" value="restore">
        {t("feedback.staff.restore")}
      </Button>
    </Form>
  );
}
