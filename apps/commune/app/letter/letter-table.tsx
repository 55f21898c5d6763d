import { useFormat, useT } from "@gandan/i18n/translation";
import type { LetterDatum } from "@gandan/model/letter/placeholders";
import { Badge } from "@gandan/ui/badge";
import { DataTable } from "@gandan/ui/data-table";
import { type ActedLetter, LetterActs, type LetterRights } from "./letter-acts";

interface LetterLine extends ActedLetter {
  kindTitle: string;
  dossierId: string | null;
  externalCode: string | null;
  dueAt: Date | null;
  /** Data without which it cannot be signed. */
  missing: LetterDatum[];
  withdrawnFor: "finished" | "ended" | "paused" | "not-due" | null;
  number: string | null;
  drafter: "system" | "person";
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
              <a href={`${path}/letters/${letter.id}`}>{letter.addressee || t("signing.noName")}</a>
              <span className="sub">
                {letter.kindTitle}
                {letter.dossierId ? (
                  <>
                    {" · "}
                    <a href={`${path}/dossiers/${letter.dossierId}`}>{letter.externalCode}</a>
                  </>
                ) : null}
              </span>
            </>
          ),
        },
        {
          key: "state",
          header: t("letter.stateLabel"),
          narrowLabel: t("letter.stateLabel"),
          cell: ({ state, number, missing, withdrawnFor, drafter, deliveredHow, deliveredAt, cameBack }) => (
            <div>
              <Badge>
                {drafter === "system" && state === "drafted" && missing.length > 0
                  ? t("letter.readyMade")
                  : t(`letter.state.${state}`)}
              </Badge>
              {missing.length > 0 ? (
                <span className="sub">
                  {t("letter.stillLacks", { data: missing.map((each) => t(`letter.datum.${each}`)).join(", ") })}
                </span>
              ) : null}
              {withdrawnFor ? <span className="sub">{t(`letter.withdrawnShort.${withdrawnFor}`)}</span> : null}
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
            </div>
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
          key: "file",
          header: t("letter.file"),
          narrowLabel: t("letter.file"),
          cell: (letter) => (
            <a href={`${path}/letters/${letter.id}.pdf`}>
              PDF<span className="vh">: {letter.addressee}</span>
            </a>
          ),
        },
        {
          key: "drafted",
          header: t("letter.drafted"),
          narrowLabel: t("letter.drafted"),
          cell: ({ drafter, draftedBy }) => (drafter === "system" ? t("letter.system") : (draftedBy ?? "–")),
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
