import { useFormat, useT } from "@gandan/i18n/translation";
import { PETITION_KINDS } from "@gandan/model/petition/petition-terms";
import { Button } from "@gandan/ui/button";
import { EventTimeline } from "@gandan/ui/event-timeline";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";
import type { PetitionAnswer } from "./petition-acts.server";
import type { PetitionView } from "./petition-view";

/** What was done, the latest first; notes where the petition was opened. */
export function PetitionHistory({ view, answer }: { view: PetitionView; answer: PetitionAnswer | undefined }) {
  const t = useT();
  const format = useFormat();
  const notes = answer?.opened?.notes;
  const events = view.steps.map(({ seq, step, at, recordedAt, by, kind, towards, hasNote, hasTold, ...rest }) => {
    const { takenBackAt, takenBackBy } = rest;
    const read = notes?.find((each) => each.seq === seq);
    const person = by ?? t("petition.page.citizen");
    const lines = [
      kind ? t("petition.page.toKind", { kind: t(`petition.kind.${kind}`) }) : "",
      towards ? t(`petition.towards.${towards}`) : "",
      t("petition.page.by", { person, time: format.dateTime(recordedAt) }),
      hasNote && !read ? t("petition.page.hasNote") : "",
      hasTold && !read ? t("petition.page.hasTold") : "",
      read?.note ? t("petition.page.note", { text: read.note }) : "",
      read?.told ? t("petition.page.told", { text: read.told }) : "",
      takenBackAt
        ? t("petition.page.takenBack", { person: takenBackBy ?? "–", time: format.dateTime(takenBackAt) })
        : "",
    ];
    const title = t(`petition.step.${step}`);
    return {
      key: String(seq),
      dateTime: format.iso(at),
      date: format.date(at),
      title: takenBackAt ? <s>{title}</s> : title,
      detail: <span className="pre-line">{lines.filter(Boolean).join("\n")}</span>,
    };
  });
  return (
    <Panel id="steps" title={t("petition.page.steps")}>
      <div className="stack">
        <EventTimeline events={events.reverse()} />
        {view.backSeq ? (
          <Form method="post" className="no-print">
            <input type="hidden" name="intent" value="back" />
            <input type="hidden" name="seq" value={view.backSeq} />
            <Button kind="quiet" size="small" icon="rotate-ccw">
              {t("petition.page.takeBack")}
            </Button>
          </Form>
        ) : null}
      </div>
    </Panel>
  );
}

/** A form for each step that may come next; the first is the usual one. */
export function PetitionDeeds({ view, answer }: { view: PetitionView; answer: PetitionAnswer | undefined }) {
  const t = useT();
  const { possible } = view;
  if (possible.length === 0) {
    return (
      <Panel id="act" title={t("petition.page.act")}>
        <p>{t("petition.page.over")}</p>
      </Panel>
    );
  }
  return (
    <Panel id="act" title={t("petition.page.act")}>
      <div className="stack">
        {possible.map((step, i) => (
          <details
            key={`${step} ${view.seen} ${view.backSeq}`}
            className="more"
            open={answer?.step ? answer.step === step : i === 0}
          >
            <summary>{t(`petition.step.${step}`)}</summary>
            <StepForm view={view} step={step} first={i === 0} answer={answer?.step === step ? answer : undefined} />
          </details>
        ))}
      </div>
    </Panel>
  );
}

type Step = PetitionView["possible"][number];

interface StepFormProps {
  view: PetitionView;
  step: Step;
  first: boolean;
  answer: PetitionAnswer | undefined;
}

function StepForm({ view, step, first, answer }: StepFormProps) {
  const t = useT();
  const { values = {}, errors = {} } = answer ?? {};
  // Each form stands on the page at once: ids are told apart by the step.
  const field = (name: string) => ({
    id: `${step}-${name}`,
    name,
    error: errors[name],
    defaultValue: values[name],
    autoComplete: "off",
  });
  if (step === "received") return null;
  return (
    <Form method="post" className="stack" autoComplete="off" noValidate>
      <input type="hidden" name="intent" value="step" />
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="seen" value={view.seen} />
      <Field
        {...field("on")}
        control="date"
        required
        max={view.today}
        label={t("petition.page.on")}
        defaultValue={values.on ?? view.today}
      />
      {step === "classified" ? (
        <Field
          {...field("kind")}
          control="select"
          label={t("petition.page.kindTo")}
          options={PETITION_KINDS.filter((kind) => kind !== view.kind).map((kind) => ({
            value: kind,
            label: t(`petition.kind.${kind}`),
          }))}
        />
      ) : null}
      {step === "passed-on" ? (
        <Field
          {...field("towards")}
          control="select"
          label={t("petition.page.towards")}
          options={(["inside", "outside"] as const).map((value) => ({ value, label: t(`petition.towards.${value}`) }))}
        />
      ) : null}
      <Field
        {...field("told")}
        control="textarea"
        rows={3}
        maxLength={4000}
        required={step === "refused"}
        label={t(step === "refused" ? "petition.page.toldRefused" : "petition.page.toldField")}
        hint={t("petition.page.toldHint")}
      />
      <Field
        {...field("note")}
        control="textarea"
        rows={3}
        maxLength={4000}
        label={t("petition.page.noteField")}
        hint={t("petition.page.noteHint")}
      />
      <div>
        <Button kind={first ? "primary" : "plain"}>{t(`petition.page.save.${step}`)}</Button>
      </div>
    </Form>
  );
}

/** Who can open this petition, and the way to close it to somebody. */
export function PetitionOpeners({ view }: { view: PetitionView }) {
  const t = useT();
  return (
    <Panel id="readers" title={t("petition.page.readers")}>
      <ul className="stack">
        {view.readers.map(({ staffId, name, self, barred }) => (
          <li key={staffId}>
            <p>{name}</p>
            {barred ? <p className="soft">{t("petition.page.barredMark")}</p> : null}
            {barred ? null : (
              <details className="more no-print">
                <summary>{self ? t("petition.page.barSelf") : t("petition.page.bar", { name })}</summary>
                <Form method="post" className="stack">
                  <input type="hidden" name="intent" value="bar" />
                  <input type="hidden" name="staffId" value={staffId} />
                  {self ? <input type="hidden" name="self" value="yes" /> : null}
                  <p>{t("petition.page.barText")}</p>
                  <Button size="small" kind="danger" label={`${t("petition.page.barNow")}: ${name}`}>
                    {t("petition.page.barNow")}
                  </Button>
                </Form>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
