import { useFormat, useT } from "@gandan/i18n/translation";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { Field } from "@gandan/ui/field";
import { Form } from "@remix-run/react";

interface LetterLine {
  id: string;
  dossierId: string;
  externalCode: string;
  addressee: string;
  state: "drafted" | "checked" | "returned" | "signed" | "delivered" | "withdrawn";
  revision: number;
  dueAt: Date | null;
  newDueAt: string;
  number: string | null;
  draftedBy: string | null;
}

const WAITING: readonly string[] = ["drafted", "checked"];

interface LetterTableProps {
  letters: LetterLine[];
  path: string;
  /** Id of the form that signs what is ticked; null for those who do not sign. */
  signing: string | null;
  mayDraft: boolean;
}

/** Letters with where each stands, its file and what may be done with it. */
export function LetterTable({ letters, path, signing, mayDraft }: LetterTableProps) {
  const t = useT();
  const format = useFormat();
  return (
    <DataTable
      caption={t("letter.caption")}
      rows={letters}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "addressee",
          header: t("letter.addressee"),
          cell: (letter) => (
            <>
              {signing && WAITING.includes(letter.state) ? (
                <input
                  type="checkbox"
                  form={signing}
                  name="letter"
                  value={`${letter.id} ${letter.revision}`}
                  aria-label={t("letter.pick", { addressee: letter.addressee })}
                />
              ) : null}{" "}
              <a href={`${path}/letters/${letter.id}.pdf`}>{letter.addressee}</a>
              <span className="sub">
                <a href={`${path}/dossiers/${letter.dossierId}/apology`}>{letter.externalCode}</a>
              </span>
            </>
          ),
        },
        {
          key: "state",
          header: t("letter.stateLabel"),
          narrowLabel: t("letter.stateLabel"),
          cell: ({ state, number }) => (
            <>
              <Badge>{t(`letter.state.${state}`)}</Badge>
              {number ? <span className="sub">{`${t("letter.number")} ${number}`}</span> : null}
            </>
          ),
        },
        {
          key: "due",
          header: t("letter.due"),
          narrowLabel: t("letter.due"),
          align: "date",
          cell: ({ dueAt }) => (dueAt ? format.dateTime(dueAt) : "–"),
        },
        {
          key: "new",
          header: t("letter.newDue"),
          narrowLabel: t("letter.newDue"),
          align: "date",
          cell: ({ newDueAt }) => format.dateTime(new Date(newDueAt)),
        },
        {
          key: "drafted",
          header: t("letter.drafted"),
          narrowLabel: t("letter.drafted"),
          cell: ({ draftedBy }) => draftedBy ?? "–",
        },
        {
          key: "act",
          header: t("letter.act"),
          headerHidden: true,
          cell: (letter) => <LetterActs letter={letter} returns={signing !== null} delivers={mayDraft} />,
        },
      ]}
    />
  );
}

function LetterActs({ letter, returns, delivers }: { letter: LetterLine; returns: boolean; delivers: boolean }) {
  const t = useT();
  if (WAITING.includes(letter.state) && returns) {
    return (
      <details className="more no-print">
        <summary>{t("letter.sendBack")}</summary>
        <Form method="post" className="stack">
          <input type="hidden" name="sendBack" value={letter.id} />
          <Field id={`remark-${letter.id}`} name="remark" required maxLength={1000} label={t("letter.remark")} />
          <Button size="small" label={`${t("letter.sendBack")}: ${letter.addressee}`}>
            {t("letter.sendBack")}
          </Button>
        </Form>
      </details>
    );
  }
  if (letter.state !== "signed" || !delivers) return null;
  return (
    <Form method="post" className="row no-print">
      <input type="hidden" name="deliver" value={letter.id} />
      <Field
        id={`how-${letter.id}`}
        name="how"
        control="select"
        label={t("letter.howLabel")}
        options={(["hand", "post", "e-mail"] as const).map((value) => ({ value, label: t(`letter.how.${value}`) }))}
      />
      <Button size="small" label={`${t("letter.deliver")}: ${letter.addressee}`}>
        {t("letter.deliver")}
      </Button>
    </Form>
  );
}
