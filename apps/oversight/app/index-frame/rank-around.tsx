import { useFormat, useT } from "@gandan/i18n/translation";
import type { IndexOfUnitPage } from "@gandan/services/index/read-index-of-unit";
import { ClassBadge } from "@gandan/ui/badge";
import { DataTable } from "@gandan/ui/data-table";
import { Panel } from "@gandan/ui/panel";
import { classStep } from "./class-step";

/** The best, the unit between its neighbours, the last; and from where each class counts. */
export function RankAround({ page, path }: { page: IndexOfUnitPage; path: string }) {
  const t = useT();
  const format = useFormat();
  const { around, classes, ranked, unit, year, total } = page;
  return (
    <Panel
      id="around"
      title={t("index.ranking")}
      aside={
        <a className="small" href={`${path}/index?year=${year}`}>
          {t("index.allUnits", { count: ranked })}
        </a>
      }
      flush
    >
      <DataTable
        caption={t("index.around", { count: ranked })}
        rows={around}
        rowKey={({ id }) => id}
        isCurrent={({ id }) => id === unit.id}
        empty={<p className="hint panel-p">{t("index.noTotal")}</p>}
        columns={[
          {
            key: "unit",
            header: t("index.unit"),
            cell: ({ name, slug }) => <a href={`${path}/index/${slug}?year=${year}`}>{name}</a>,
          },
          {
            key: "rank",
            header: t("index.rankLabel"),
            narrowLabel: t("index.rankLabel"),
            align: "number",
            cell: ({ rank }) => rank ?? "–",
          },
          {
            key: "total",
            header: t("index.points"),
            narrowLabel: t("index.points"),
            align: "number",
            cell: ({ total }) => format.points(total, 2),
          },
          {
            key: "class",
            header: t("index.classLabel"),
            narrowLabel: t("index.classLabel"),
            cell: ({ reached }) =>
              reached ? <ClassBadge step={classStep(classes, reached.id)}>{reached.title}</ClassBadge> : "–",
          },
        ]}
      />
      <p className="hint panel-p">
        {[...classes]
          .sort((a, b) => b.from - a.from)
          .map(({ title, from }) => t("index.classFrom", { class: title, from: format.number(from) }))
          .join(" ")}{" "}
        {t("index.scaledNote", { total: format.number(total) })}
      </p>
    </Panel>
  );
}
