import { useFormat, useT } from "@gandan/i18n/translation";
import type { ComparedFigures, ComparisonOf } from "@gandan/services/oversight/compare-figures";
import { SmallMultiples } from "@gandan/ui/chart/small-multiples";

interface ComparisonTrendProps {
  rows: readonly (Pick<ComparedFigures, "months" | "n"> & {
    unit: Pick<ComparedFigures["unit"], "id" | "name" | "slug">;
  })[];
  trend: NonNullable<ComparisonOf<unknown>["trend"]>;
  indicator: string;
  unitHref: (slug: string) => string;
}

const percentOf = (share: number | null) => (share === null ? null : 100 * share);

/** One indicator month by month, a small chart a unit on one axis, with the median in grey. */
export function ComparisonTrend({ rows, trend, indicator, unitHref }: ComparisonTrendProps) {
  const t = useT();
  const format = useFormat();
  const values = [...rows.flatMap(({ months }) => months), ...trend.median].flatMap((value) => percentOf(value) ?? []);
  const min = Math.max(0, Math.floor((Math.min(90, ...values) - 0.01) / 10) * 10);
  const write = (value: number | null | undefined) => `${format.points(value)}%`;
  const named = (place: number) => format.month(trend.months[place] ?? null);
  const start = named(0);
  const end = named(trend.months.length - 1);
  return (
    <SmallMultiples
      series={rows.map(({ unit, months, n }) => {
        const points = months.map(percentOf);
        const first = points.findIndex((value) => value !== null);
        const last = points.findLastIndex((value) => value !== null);
        return {
          key: unit.id,
          name: unit.name,
          href: unitHref(unit.slug),
          points,
          last: last < 0 ? undefined : write(points[last]),
          few: last < 0 ? t("oversight.trend.few", { count: n }) : undefined,
          summary:
            last < 0
              ? t("oversight.trend.flat", { unit: unit.name })
              : t("oversight.trend.summary", {
                  unit: unit.name,
                  indicator,
                  first: write(points[first]),
                  start: named(first),
                  last: write(points[last]),
                  end: named(last),
                }),
        };
      })}
      median={trend.median.map(percentOf)}
      axis={{
        min,
        max: 100,
        ticks: [min, (min + 100) / 2, 100].map((at) => ({ at, label: format.number(at) })),
        start: format.month(trend.months[0]?.slice(0, 7)),
        end,
      }}
      labels={{ series: t("oversight.trend.unit"), median: t("oversight.trend.median") }}
      note={t("oversight.trend.axis", { min: format.number(min), max: "100", start, end })}
      table={{
        summary: t("oversight.trend.table"),
        caption: t("oversight.trend.titlePlain", { indicator }),
        rowHeader: t("oversight.trend.unit"),
        columns: trend.months.map((month) => format.month(month)),
        write: (value) => format.points(value),
      }}
    />
  );
}
