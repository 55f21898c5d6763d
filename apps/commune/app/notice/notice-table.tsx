import { useFormat, useT } from "@gandan/i18n/translation";
import type { NoticeKind } from "@gandan/model/notice/reminder-times";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";

interface NoticeLine {
  id: string;
  dossierId: string;
  externalCode: string;
  procedureName: string;
  kind: NoticeKind;
  at: Date;
  dueAt: Date | null;
  withdrawn: boolean;
  read: boolean;
}

/** Reminders with their dossiers; those still to be read can be ticked, within the form around. */
export function NoticeTable({ notices, path }: { notices: readonly NoticeLine[]; path: string }) {
  const t = useT();
  const format = useFormat();
  return (
    <DataTable
      caption={t("notice.caption")}
      rows={notices}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "dossier",
          header: t("notice.dossier"),
          cell: ({ id, dossierId, externalCode, procedureName, withdrawn, read }) => (
            <>
              {withdrawn || read ? null : (
                <input type="checkbox" name="notice" value={id} aria-label={t("notice.pick", { code: externalCode })} />
              )}{" "}
              <a href={`${path}/dossiers/${dossierId}`}>{externalCode}</a>
              <span className="sub">{procedureName}</span>
            </>
          ),
        },
        {
          key: "what",
          header: t("notice.what"),
          narrowLabel: t("notice.what"),
          cell: ({ kind, withdrawn, read }) => (
            <>
              <Badge tone={withdrawn ? "line" : undefined}>{t(`notice.kind.${kind}`)}</Badge>
              <span className="sub">
                {withdrawn ? t("notice.withdrawn") : read ? t("notice.wasRead") : t(`notice.says.${kind}`)}
              </span>
            </>
          ),
        },
        {
          key: "due",
          header: t("notice.due"),
          narrowLabel: t("notice.due"),
          align: "date",
          cell: ({ dueAt }) => (dueAt ? format.dateTime(dueAt) : "–"),
        },
        {
          key: "at",
          header: t("notice.at"),
          narrowLabel: t("notice.at"),
          align: "date",
          cell: ({ at }) => format.dateTime(at),
        },
        {
          key: "act",
          header: t("notice.act"),
          headerHidden: true,
          align: "end",
          cell: ({ id, externalCode, withdrawn, read }) =>
            withdrawn || read ? null : (
              <ReadOne id={id} label={`${t("notice.readOne")}: ${externalCode}`} text={t("notice.readOne")} />
            ),
        },
      ]}
    />
  );
}

/** A button of the form around; its own name keeps ticked boxes out of what it says. */
function ReadOne({ id, label, text }: { id: string; label: string; text: string }) {
  return (
    <Button size="small" kind="quiet" name="one" value={id} label={label}>
      {text}
    </Button>
  );
}
