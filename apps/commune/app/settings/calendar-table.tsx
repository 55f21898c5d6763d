import { useFormat, useT } from "@gandan/i18n/translation";
import type { DayKind } from "@gandan/model/calendar/own-days";
import { Badge } from "@gandan/ui/badge";
import { DataTable } from "@gandan/ui/data-table";
import { DayButton } from "./day-button";

interface DayLine {
  date: string;
  kind: DayKind;
  name: string;
  source: string;
  insteadOf: string | null;
  by: string | null;
  own: boolean;
  confirmed: boolean;
  overruled: boolean;
  promised: number;
}

interface CalendarTableProps {
  caption: string;
  path: string;
  days: readonly DayLine[];
  /** As the calendar was seen; null where nothing is to be changed. */
  revision: number | null;
}

const noonOf = (date: string) => new Date(`${date}T05:00:00Z`);

/** Days that differ from the usual hours; the unit's own can be taken out where that is still possible. */
export function CalendarTable({ caption, path, days, revision }: CalendarTableProps) {
  const t = useT();
  const format = useFormat();
  return (
    <DataTable
      caption={caption}
      rows={days}
      rowKey={({ date, by, own }) => `${date} ${by ?? ""} ${own}`}
      columns={[
        {
          key: "date",
          header: t("calendar.date"),
          cell: ({ date }) => <span className="nowrap">{format.longDate(noonOf(date))}</span>,
        },
        {
          key: "kind",
          header: t("calendar.kind"),
          narrowLabel: t("calendar.kind"),
          cell: ({ kind, insteadOf, overruled }) => (
            <>
              <Badge tone={kind === "working" ? "accent" : "plain"}>{t(`calendar.kinds.${kind}`)}</Badge>
              {insteadOf ? (
                <span className="sub">{t("calendar.insteadOfDay", { date: format.date(noonOf(insteadOf)) })}</span>
              ) : null}
              {overruled ? <span className="sub">{t("calendar.overruled")}</span> : null}
            </>
          ),
        },
        {
          key: "name",
          header: t("calendar.name"),
          narrowLabel: t("calendar.name"),
          cell: ({ name, source, confirmed }) => (
            <>
              {name}
              <span className="sub">{source}</span>
              {confirmed ? null : <span className="sub">{t("calendar.unconfirmed")}</span>}
            </>
          ),
        },
        {
          key: "by",
          header: t("calendar.by"),
          narrowLabel: t("calendar.by"),
          cell: ({ by, own }) => (own ? t("calendar.own") : (by ?? t("calendar.nation"))),
        },
        {
          key: "promised",
          header: t("calendar.promised"),
          narrowLabel: t("calendar.promised"),
          align: "number",
          cell: ({ promised }) =>
            promised > 0 ? <a href={`${path}/dossiers?queue=open`}>{format.number(promised)}</a> : "–",
        },
        {
          key: "act",
          header: t("letter.act"),
          headerHidden: true,
          cell: (day) =>
            revision !== null && day.own ? (
              <DayButton
                day={day}
                revision={revision}
                intent="drop"
                text={t("calendar.drop.button")}
                label={t("calendar.drop.one", { date: format.date(noonOf(day.date)), name: day.name })}
              />
            ) : null,
        },
      ]}
    />
  );
}
