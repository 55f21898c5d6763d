import { useFormat, useT } from "@gandan/i18n/translation";
import { Badge } from "@gandan/ui/badge";
import { DataTable } from "@gandan/ui/data-table";
import { type ActedLetter, LetterActs, type LetterRights } from "./letter-acts";

interface LetterLine extends ActedLetter {
  dossierId: string;
  externalCode: string;
  revision: number;
  dueAt: Date | null;
  newDueAt: string;
  number: string | null;
  draftedBy: string | null;
  deliveredHow: "hand" | "post" | "e-mail" | null;
  deliveredAt: Date | null;
  /** Why it came back last. */
  cameBack: string | null;
}

interface LetterTableProps {
  letters: LetterLine[];
  path: string;
  rights: LetterRights;
}

/** Letters with where each stands, its file and what may be done with it. */
export function LetterTable({ letters, path, rights }: LetterTableProps) {
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
          cell: ({ state, number, deliveredHow, deliveredAt, cameBack }) => (
            <>
              <Badge>{t(`letter.state.${state}`)}</Badge>
              {number ? <span className="sub">{`${t("letter.number")} ${number}`}</span> : null}
              {deliveredHow && deliveredAt ? (
                <span className="sub">
                  {t("signing.act.sentHow", {
                    how: t(`letter.how.${deliveredHow}`),
                    time: format.dateTime(deliveredAt),
                  })}
                </span>
              ) : null}
              {cameBack ? <span className="sub">{t("signing.act.cameBackFor", { reason: cameBack })}</span> : null}
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
          cell: (letter) => <LetterActs letter={letter} rights={rights} />,
        },
      ]}
    />
  );
}
