import { useT } from "@gandan/i18n/translation";
import { DELIVERY_WAYS } from "@gandan/model/letter/signing-inputs";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Form } from "@remix-run/react";

export interface ActedLetter {
  id: string;
  addressee: string;
  state: "drafted" | "checked" | "returned" | "signed" | "delivered" | "withdrawn";
  /** Its file is kept: only then it can go out. */
  made: boolean;
}

/** What a person may do with letters. */
export interface LetterRights {
  maySign: boolean;
  mayCheck: boolean;
  mayDraft: boolean;
}

/** What can be done next with a letter, each as a form of its own; nothing when there is nothing. */
export function LetterActs({ letter, rights }: { letter: ActedLetter; rights: LetterRights }) {
  const t = useT();
  const { state, made } = letter;
  const looks = rights.maySign || rights.mayCheck;
  if ((state === "drafted" || state === "checked") && looks) {
    return (
      <div className="stack no-print">
        {state === "checked" && rights.mayCheck ? (
          <Form method="post">
            <input type="hidden" name="uncheck" value={letter.id} />
            <Button size="small" kind="quiet" label={`${t("signing.act.uncheck")}: ${letter.addressee}`}>
              {t("signing.act.uncheck")}
            </Button>
          </Form>
        ) : null}
        <SendBack letter={letter} />
      </div>
    );
  }
  if (!rights.mayDraft) return null;
  if (state === "signed") return made ? <Deliver letter={letter} /> : <Badge>{t("signing.act.making")}</Badge>;
  return state === "delivered" ? <TakeBack letter={letter} /> : null;
}

function SendBack({ letter: { id, addressee } }: { letter: ActedLetter }) {
  const t = useT();
  return (
    <details className="more">
      <summary>{t("letter.sendBack")}</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="sendBack" value={id} />
        <Field id={`remark-${id}`} name="remark" required maxLength={1000} label={t("letter.remark")} />
        <Button size="small" label={`${t("letter.sendBack")}: ${addressee}`}>
          {t("letter.sendBack")}
        </Button>
      </Form>
    </details>
  );
}

function Deliver({ letter: { id, addressee } }: { letter: ActedLetter }) {
  const t = useT();
  const optional = t("shell.form.optional");
  return (
    <details className="more no-print">
      <summary>
        {t("letter.deliver")}
        <span className="vh">: {addressee}</span>
      </summary>
      <Form method="post" className="stack">
        <input type="hidden" name="deliver" value={id} />
        <Field
          id={`how-${id}`}
          name="how"
          control="select"
          label={t("letter.howLabel")}
          options={DELIVERY_WAYS.map((value) => ({ value, label: t(`letter.how.${value}`) }))}
        />
        <Field
          id={`stated-${id}`}
          name="statedAt"
          control="datetime-local"
          optional={optional}
          label={t("signing.act.statedAt")}
          hint={t("signing.act.statedAtHint")}
        />
        <Field id={`note-${id}`} name="note" maxLength={300} optional={optional} label={t("signing.act.note")} />
        <Button size="small" label={`${t("letter.deliver")}: ${addressee}`}>
          {t("letter.deliver")}
        </Button>
      </Form>
    </details>
  );
}

function TakeBack({ letter: { id, addressee } }: { letter: ActedLetter }) {
  const t = useT();
  return (
    <details className="more no-print">
      <summary>
        {t("signing.act.cameBack")}
        <span className="vh">: {addressee}</span>
      </summary>
      <Form method="post" className="stack">
        <input type="hidden" name="takeBack" value={id} />
        <Field id={`reason-${id}`} name="reason" required maxLength={300} label={t("signing.act.reason")} />
        <Button size="small" label={`${t("signing.act.cameBackLabel")}: ${addressee}`}>
          {t("signing.act.cameBackLabel")}
        </Button>
      </Form>
    </details>
  );
}
