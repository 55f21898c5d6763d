import { useT } from "@gandan/i18n/translation";
import type { DeskDeedType } from "@gandan/model/dossier/desk-deed";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";

/** What was typed into the form of a deed that was not taken, and why. */
interface DeedFailure {
  values: Record<string, string>;
  errors: Record<string, string>;
}

interface DeedPanelProps {
  dossier: {
    deeds: DeskDeedType[];
    lastSeq: number;
    term: string | null;
    secondRequest: boolean;
    id: string;
    running: boolean;
  };
  failure: DeedFailure | null;
  /** Address of the unit. */
  path: string;
}

const TEXTS = {
  accept: "accept",
  forward: "forward",
  "request-supplement": "requestSupplement",
  supplement: "supplemented",
  "request-duty": "requestDuty",
  "do-duty": "dutyDone",
  refuse: "refuse",
  stop: "stop",
  withdraw: "withdraw",
  finish: "finish",
  "hand-over": "handOver",
  close: "close",
} as const satisfies Record<DeskDeedType, string>;

/** What may be done with a dossier now: the usual next deed first and open, the others folded. */
export function DeedPanel({ dossier, failure, path }: DeedPanelProps) {
  const t = useT();
  const [first, ...others] = dossier.deeds;
  if (!first) return null;
  const failed = failure?.values.deed;
  return (
    <Panel id="deeds" title={t("dossier.desk.title")}>
      <DeedForm deed={first} dossier={dossier} failure={failed === first ? failure : null} primary />
      {dossier.running ? (
        <p className="table-behind no-print">
          <a href={`${path}/dossiers/${dossier.id}/apology`}>{t("letter.write")}</a>
        </p>
      ) : null}
      {others.map((deed) => (
        <details className="table-behind no-print" key={deed} open={failed === deed}>
          <summary>{t(`dossier.act.${TEXTS[deed]}`)}</summary>
          <DeedForm deed={deed} dossier={dossier} failure={failed === deed ? failure : null} />
        </details>
      ))}
    </Panel>
  );
}

interface DeedFormProps extends Omit<DeedPanelProps, "path"> {
  deed: DeskDeedType;
  primary?: boolean;
}

function DeedForm({ deed, dossier, failure, primary }: DeedFormProps) {
  const t = useT();
  return (
    <Form method="post" className="stack no-print" data-keep={t(`dossier.act.${TEXTS[deed]}`)}>
      <input type="hidden" name="deed" value={deed} />
      <input type="hidden" name="seen" value={dossier.lastSeq} />
      <DeedFields deed={deed} dossier={dossier} failure={failure} />
      <div className="row">
        <Button kind={primary ? "primary" : "plain"}>{t(`dossier.act.${TEXTS[deed]}`)}</Button>
        <details className="more" open={Boolean(failure?.errors.at)}>
          <summary>{t("dossier.desk.otherTime")}</summary>
          <Field
            id={`${deed}-at`}
            name="at"
            control="datetime-local"
            label={t("dossier.event.when")}
            hint={t("dossier.event.whenHint")}
            defaultValue={failure?.values.at}
            error={failure?.errors.at}
          />
        </details>
      </div>
    </Form>
  );
}

function DeedFields({ deed, dossier, failure }: DeedFormProps) {
  const t = useT();
  const shared = (name: string) => ({
    id: `${deed}-${name}`,
    name,
    defaultValue: failure?.values[name],
    error: failure?.errors[name],
  });
  const reason = <Field {...shared("reason")} control="textarea" rows={3} required label={t("dossier.event.reason")} />;
  switch (deed) {
    case "accept":
      return dossier.term ? null : (
        <Field
          {...shared("dueAt")}
          control="datetime-local"
          required
          label={t("dossier.desk.due")}
          hint={t("dossier.desk.dueHint")}
        />
      );
    case "forward":
      return <Field {...shared("to")} required maxLength={200} label={t("dossier.event.to")} />;
    case "request-supplement":
      return (
        <>
          {dossier.secondRequest ? <p className="soft">{t("dossier.desk.chairmanHint")}</p> : null}
          <Field
            {...shared("papers")}
            control="textarea"
            rows={3}
            required
            label={t("dossier.desk.supplementPapers")}
            hint={t("dossier.desk.supplementHint")}
          />
          {reason}
        </>
      );
    case "request-duty":
      return (
        <Field
          {...shared("amount")}
          inputMode="numeric"
          optional={t("shell.form.optional")}
          label={t("dossier.event.amount")}
        />
      );
    case "refuse":
    case "stop":
      return reason;
    default:
      return null;
  }
}
