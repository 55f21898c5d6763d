import { useFormat, useT } from "@gandan/i18n/translation";
import type { DossierState } from "@gandan/model/dossier/dossier-facts";
import { type Column, DataTable } from "@gandan/ui/data-table";
import { OutcomeBadge } from "@gandan/ui/outcome-badge";
import type { ReactNode } from "react";

interface DossierRow {
  id: string;
  externalCode: string;
  applicantName: string | null;
  procedureName: string;
  state: DossierState;
  receivedAt: Date;
  dueAt: Date | null;
  promisedAt: Date | null;
  late: boolean;
  waitingSince: Date | null;
  waited: number | null;
}

type Sorting = Record<"received" | "due" | "waiting", NonNullable<Column<DossierRow>["sort"]>>;

interface DossierTableProps {
  caption: string;
  rows: readonly DossierRow[];
  /** Address of the unit's pages. */
  path: string;
  sorting?: Sorting;
  /** Tells since when the citizen is awaited in place of when the dossier came. */
  waiting?: boolean;
  empty: ReactNode;
}

/** Dossiers as rows: who, what, where it stands, when it is due. */
export function DossierTable({ caption, rows, path, sorting, waiting = false, empty }: DossierTableProps) {
  const t = useT();
  const format = useFormat();
  const waitingColumn: Column<DossierRow> = {
    key: "waiting",
    header: t("dossier.list.waiting"),
    narrowLabel: t("dossier.list.waiting"),
    align: "date",
    cell: ({ waitingSince, waited }) => (
      <span>
        {format.dateTime(waitingSince)}
        <span className="sub">{t("dossier.list.waited", { time: format.workingTime(waited ?? 0) })}</span>
      </span>
    ),
    ...(sorting ? { sort: sorting.waiting } : {}),
  };
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "dossier",
          header: t("dossier.title"),
          nowrap: true,
          cell: ({ id, externalCode, applicantName }) => (
            <>
              <a className="main" href={`${path}/dossiers/${id}`}>
                {applicantName ?? externalCode}
              </a>
              {applicantName ? <span className="sub nowrap">{externalCode}</span> : null}
            </>
          ),
        },
        { key: "procedure", header: t("dossier.procedure"), cell: ({ procedureName }) => procedureName },
        {
          key: "state",
          header: t("dossier.stateLabel"),
          cell: ({ state, late }) => (
            <>
              {t(`dossier.state.${state}`)}{" "}
              {late ? <OutcomeBadge outcome="missed" label={t("dossier.list.late")} /> : null}
            </>
          ),
        },
        waiting
          ? waitingColumn
          : {
              key: "received",
              header: t("dossier.received"),
              narrowLabel: t("dossier.received"),
              align: "date",
              cell: ({ receivedAt }) => format.dateTime(receivedAt),
              ...(sorting ? { sort: sorting.received } : {}),
            },
        {
          key: "due",
          header: t("dossier.promised"),
          narrowLabel: t("dossier.promised"),
          align: "date",
          cell: ({ promisedAt, dueAt }) => format.dateTime(promisedAt ?? dueAt),
          ...(sorting ? { sort: sorting.due } : {}),
        },
      ]}
    />
  );
}
