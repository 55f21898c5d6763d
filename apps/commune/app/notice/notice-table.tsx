import { useFormat, useT } from "@gandan/i18n/translation";
import type { AnyNoticeKind, NoticeArea } from "@gandan/model/notice/notice-kinds";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";

interface NoticeLine {
  id: string;
  area: NoticeArea;
  subjectId: string;
  code: string;
  procedureName: string | null;
  kind: AnyNoticeKind;
  at: Date;
  dueAt: Date | null;
  withdrawn: boolean;
  read: boolean;
}

/** Where what a reminder is about is dealt with, below the unit's address. */
const PLACES: Readonly<Record<NoticeArea, (id: string) => string>> = {
  dossier: (id) => `/dossiers/${id}`,
  feedback: (id) => `/feedback/${id}`,
  petition: (id) => `/petitions/${id}`,
  "officer-result": (id) => `/surveys/officers/${id}`,
  publication: () => "/publications",
  survey: () => "/surveys/progress",
};

/** Reminders with what they are about; those still to be read can be ticked, within the form around. */
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
          cell: ({ id, area, subjectId, code, procedureName, withdrawn, read }) => (
            <>
              {withdrawn || read ? null : (
                <input type="checkbox" name="notice" value={id} aria-label={t("notice.pick", { code })} />
              )}{" "}
              <a href={`${path}${PLACES[area](subjectId)}`}>{code}</a>
              <span className="sub">{procedureName ?? t(`notice.area.${area}`)}</span>
            </>
          ),
        },
        {
          key: "what",
          header: t("notice.what"),
          narrowLabel: t("notice.what"),
          cell: ({ area, kind, withdrawn, read }) => (
            <>
              <Badge tone={withdrawn ? "line" : undefined}>{t(`notice.kind.${kind}`)}</Badge>
              <span className="sub">
                {withdrawn ? t("notice.withdrawn") : read ? t("notice.wasRead") : says(t, area, kind)}
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
          cell: ({ id, code, withdrawn, read }) =>
            withdrawn || read ? null : (
              <ReadOne id={id} label={`${t("notice.readOne")}: ${code}`} text={t("notice.readOne")} />
            ),
        },
      ]}
    />
  );
}

/** What there is to do; of feedback in words of its own. */
function says(t: ReturnType<typeof useT>, area: NoticeArea, kind: AnyNoticeKind): string {
  return t.find(`notice.saysOf.${area}.${kind}`) ?? t(`notice.says.${kind}`);
}

/** A button of the form around; its own name keeps ticked boxes out of what it says. */
function ReadOne({ id, label, text }: { id: string; label: string; text: string }) {
  return (
    <Button size="small" kind="quiet" name="one" value={id} label={label}>
      {text}
    </Button>
  );
}
