import { useFormat, useT } from "@gandan/i18n/translation";
import type { ComparedUnit, ComparisonPage } from "@gandan/services/oversight/compare-units";
import { HEAT_BOUNDS, type HeatCell, type HeatColumn, HeatMap, heatStep } from "@gandan/ui/chart/heat-map";
import { useUnitNote } from "./unit-note";

interface ComparisonHeatProps {
  comparison: ComparisonPage;
  sort: { by: string; direction: "up" | "down" };
  sortHref: (by: string, direction: "up" | "down") => string;
  unitHref: (slug: string) => string;
}

/** Units by indicators, with links that sort; each number opens its unit at the rule behind it. */
export function ComparisonHeat({ comparison, sort, sortHref, unitHref }: ComparisonHeatProps) {
  const t = useT();
  const format = useFormat();
  const noteOf = useUnitNote(comparison.period.to);
  const { indicators, rows, minN, yardstick } = comparison;
  const column = (key: string, label: string, first: "up" | "down"): HeatColumn => {
    const here = sort.by === key;
    const other = sort.direction === "up" ? "down" : "up";
    const direction = !here ? "none" : sort.direction === "up" ? "ascending" : "descending";
    return { key, label, sort: { href: sortHref(key, here ? other : first), direction } };
  };
  const cellOf = (href: string, cell: ComparedUnit["cells"][number], rule: string): HeatCell => {
    if (cell.n === 0) return { kind: "none", text: t("oversight.heat.none") };
    const n = t("score.n", { n: cell.n });
    if (cell.share === null || cell.interval === null) return { kind: "few", text: t("oversight.heat.few"), n };
    const percent = 100 * cell.share;
    const value = format.points(percent);
    const { low, high } = cell.interval;
    return {
      kind: "value",
      step: heatStep(Math.round(percent * 10) / 10),
      text: value,
      n,
      interval: t("score.intervalShort", { low: format.points(100 * low), high: format.points(100 * high) }),
      href: `${href}#rule-${yardstick?.versionId}-${rule}`,
      label: t("oversight.heat.cell", { value }),
    };
  };
  const bounds = HEAT_BOUNDS.map((bound) => format.number(bound));
  return (
    <HeatMap
      id="heat"
      caption={t("oversight.heat.caption", { units: rows.length, indicators: indicators.length })}
      scrollLabel={t("oversight.heat.scroll")}
      rowHeader={column("name", t("oversight.compare.unit"), "up")}
      columns={indicators.map(({ id, title }) => column(id, title, "up"))}
      rows={rows.map(({ unit, includes, cells }) => {
        const href = unitHref(unit.slug);
        return {
          key: unit.id,
          name: unit.name,
          href,
          note: noteOf(unit, includes) ?? undefined,
          cells: cells.map((cell, place) => cellOf(href, cell, indicators[place]?.id ?? "")),
        };
      })}
      showIntervals={t("oversight.heat.showIntervals")}
      legend={{
        label: t("oversight.heat.legend"),
        steps: [
          t("oversight.heat.below", { value: bounds[0] }),
          ...bounds.slice(0, -1),
          t("oversight.heat.above", { value: bounds.at(-1) }),
        ],
        note: t("oversight.heat.note", { min: minN }),
      }}
    />
  );
}
