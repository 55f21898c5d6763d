import { useFormat, useT } from "@gandan/i18n/translation";
import type { AppliedYardstick } from "@gandan/services/yardstick/list-yardsticks";
import { Badge } from "@gandan/ui/badge";
import { DataTable } from "@gandan/ui/data-table";
import type { ReactNode } from "react";

interface ApplicationTableProps {
  path: string;
  rows: readonly AppliedYardstick[];
  mayApply: boolean;
  empty: ReactNode;
}

function actOn({ own, state }: AppliedYardstick, mayApply: boolean) {
  if (!mayApply || !own || state === "over") return "yardstick.open" as const;
  return state === "coming" ? ("yardstick.openComing" as const) : ("yardstick.openEndable" as const);
}

/** Applications of yardsticks: coming, running, over. */
export function ApplicationTable({ path, rows, mayApply, empty }: ApplicationTableProps) {
  const t = useT();
  const format = useFormat();
  return (
    <DataTable
      caption={t("yardstick.caption")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "name",
          header: t("yardstick.name"),
          cell: ({ id, title, version, basis }) => (
            <>
              <a className="main" href={`${path}/yardsticks/${id}`}>
                {title}
              </a>
              <span className="sub">
                {t("yardstick.version", { version })} · {basis ?? t("yardstick.basisMissing")}
              </span>
            </>
          ),
        },
        {
          key: "state",
          header: t("yardstick.stateLabel"),
          narrowLabel: t("yardstick.stateLabel"),
          nowrap: true,
          cell: ({ state }) => (
            <Badge tone={state === "running" ? "accent" : "line"}>{t(`yardstick.state.${state}`)}</Badge>
          ),
        },
        {
          key: "from",
          header: t("yardstick.from"),
          narrowLabel: t("yardstick.from"),
          align: "date",
          cell: ({ from }) => format.date(from),
        },
        {
          key: "last-day",
          header: t("yardstick.lastDay"),
          narrowLabel: t("yardstick.lastDay"),
          align: "date",
          cell: ({ lastDay }) => format.date(lastDay),
        },
        {
          key: "units",
          header: t("yardstick.units"),
          narrowLabel: t("yardstick.units"),
          align: "number",
          cell: ({ units }) => format.number(units),
        },
        {
          key: "by",
          header: t("yardstick.by"),
          narrowLabel: t("yardstick.by"),
          cell: ({ own, by, recordedBy }) => (
            <>
              {own ? t("yardstick.bySelf") : by}
              {own && recordedBy ? <span className="sub">{recordedBy}</span> : null}
            </>
          ),
        },
        {
          key: "act",
          header: t("yardstick.open"),
          headerHidden: true,
          align: "end",
          nowrap: true,
          cell: (row) => (
            <a href={`${path}/yardsticks/${row.id}`} aria-label={`${t(actOn(row, mayApply))}: ${row.title}`}>
              {t(actOn(row, mayApply))}
            </a>
          ),
        },
      ]}
    />
  );
}
