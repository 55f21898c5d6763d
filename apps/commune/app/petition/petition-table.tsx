import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import { Badge } from "@gandan/ui/badge";
import { DataTable } from "@gandan/ui/data-table";
import { OutcomeBadge } from "@gandan/ui/outcome-badge";

type Line = Awaited<ReturnType<Caller["petition"]["list"]>>["petitions"][number];

/** Lines of the sealed register: numbers, kinds and days. */
export function PetitionTable({ petitions, path }: { petitions: readonly Line[]; path: string }) {
  const t = useT();
  const format = useFormat();
  return (
    <DataTable
      caption={t("petition.list.caption")}
      rows={petitions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "number",
          header: t("petition.list.number"),
          nowrap: true,
          cell: ({ id, number, year }) => <a href={`${path}/petitions/${id}`}>{`${number}/${year}`}</a>,
        },
        {
          key: "kind",
          header: t("petition.list.kind"),
          narrowLabel: t("petition.list.kind"),
          cell: ({ kind, way }) => (
            <>
              {t(`petition.kind.${kind}`)}
              <span className="sub">{t(`petition.way.${way}`)}</span>
            </>
          ),
        },
        {
          key: "state",
          header: t("petition.list.state"),
          narrowLabel: t("petition.list.state"),
          cell: ({ state, nextStep }) => (
            <Badge tone={nextStep ? "accent" : "line"}>{t(`petition.state.${state}`)}</Badge>
          ),
        },
        {
          key: "next",
          header: t("petition.list.next"),
          narrowLabel: t("petition.list.next"),
          cell: ({ nextStep, dueAt, late }) =>
            nextStep && dueAt ? (
              <>
                {t(`petition.next.${nextStep}`)}
                <span className="sub">{t("petition.list.by", { date: format.date(dueAt) })}</span>
                {late ? <OutcomeBadge outcome="missed" label={t("petition.list.late")} /> : null}
              </>
            ) : (
              "–"
            ),
        },
        {
          key: "received",
          header: t("petition.list.received"),
          narrowLabel: t("petition.list.received"),
          align: "date",
          cell: ({ receivedAt }) => format.date(receivedAt),
        },
      ]}
    />
  );
}
