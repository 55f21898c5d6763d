import { useFormat, useT } from "@gandan/i18n/translation";
import type { ComparedUnit } from "@gandan/services/oversight/compare-units";
import { DataTable } from "@gandan/ui/data-table";
import { AdoptedModel } from "./adoption-parts";
import { useUnitNote } from "./unit-note";

interface OwnScoresProps {
  rows: readonly ComparedUnit[];
  /** The last day of the period. */
  last: string;
  sort: { by: string; direction: "up" | "down" };
  sortHref: (by: string, direction: "up" | "down") => string;
  unitHref: (slug: string) => string;
}

/** Each unit by its own model: points of what was measured, without a rank. */
export function OwnScores({ rows, last, sort, sortHref, unitHref }: OwnScoresProps) {
  const t = useT();
  const format = useFormat();
  const noteOf = useUnitNote(last);
  const sorted = (key: string, first: "up" | "down") => ({
    href: sortHref(key, sort.by === key ? (sort.direction === "up" ? "down" : "up") : first),
    direction:
      sort.by !== key ? ("none" as const) : sort.direction === "up" ? ("ascending" as const) : ("descending" as const),
  });
  const lines = rows.flatMap((row): { row: ComparedUnit; own: ComparedUnit["own"][number] | null }[] =>
    row.own.length === 0 ? [{ row, own: null }] : row.own.map((own) => ({ row, own })),
  );
  return (
    <DataTable
      caption={t("oversight.rank.own")}
      rows={lines}
      rowKey={({ row, own }) => `${row.unit.id} ${own?.versionId ?? ""}`}
      columns={[
        {
          key: "unit",
          header: t("oversight.compare.unit"),
          sort: sorted("name", "up"),
          cell: ({ row }) => (
            <>
              <a className="main" href={unitHref(row.unit.slug)}>
                {row.unit.name}
              </a>
              <span className="sub">{noteOf(row.unit, row.includes)}</span>
            </>
          ),
        },
        {
          key: "model",
          header: t("oversight.register.model"),
          cell: ({ row, own }) => own?.title ?? <AdoptedModel adoption={row.adoption} />,
        },
        {
          key: "points",
          header: t("oversight.rank.points"),
          narrowLabel: t("oversight.rank.points"),
          align: "number",
          sort: sorted("points", "down"),
          cell: ({ own }) =>
            own && own.coverage > 0
              ? t("score.pointsShort", { points: format.points(own.points), total: format.number(own.coverage) })
              : t("oversight.rank.few"),
        },
        {
          key: "coverage",
          header: t("oversight.sheet.coverage"),
          narrowLabel: t("oversight.sheet.coverage"),
          align: "number",
          cell: ({ own }) =>
            own
              ? t("score.pointsShort", { points: format.number(own.coverage), total: format.number(own.total) })
              : "–",
        },
        {
          key: "n",
          header: t("oversight.rank.dossiers"),
          narrowLabel: t("oversight.rank.dossiers"),
          align: "number",
          cell: ({ own }) => format.number(own?.dossiers ?? 0),
        },
      ]}
    />
  );
}
