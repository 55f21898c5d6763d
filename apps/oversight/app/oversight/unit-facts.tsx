import { useFormat, useT } from "@gandan/i18n/translation";
import type { ComparedFigures } from "@gandan/services/oversight/compare-figures";
import type { AdoptionEntry } from "@gandan/services/oversight/read-adoptions";
import type { UnitBelow } from "@gandan/services/oversight/units-below";
import { FactList } from "@gandan/ui/fact-list";
import { Panel } from "@gandan/ui/panel";
import { AdoptedModel, basisText } from "./adoption-parts";
import { rankText } from "./comparison-rank";
import { UnitTies } from "./unit-ties";

interface UnitFactsProps {
  unit: UnitBelow;
  adoption: AdoptionEntry | null;
  /** The unit among all others; null when there is no yardstick for it. */
  row: Pick<ComparedFigures, "ranked" | "n"> | null;
  /** How many units are ranked. */
  ranked: number;
  rankMinN: number;
  /** Of the yardstick: what the rank goes by, and the whole. */
  points: { compared: number; total: number };
}

/** What a unit is: code, where it belongs, its model and its place among the others. */
export function UnitFacts({ unit, adoption, row, ranked, rankMinN, points }: UnitFactsProps) {
  const t = useT();
  const format = useFormat();
  const partial =
    points.compared < points.total
      ? t("oversight.rank.compared", { points: format.number(points.compared), total: format.number(points.total) })
      : "";
  const place = row?.ranked
    ? `${t("oversight.unit.rank", { rank: rankText(row.ranked.rank), total: ranked })} (${t("score.points", {
        points: format.points(row.ranked.points),
        total: "100",
      })}). ${partial}`
    : row
      ? t("oversight.unit.notRanked", { n: row.n, min: rankMinN })
      : null;
  const tied = unit.predecessors.length + unit.successors.length > 0;
  return (
    <Panel id="facts" title={unit.name} titleHidden>
      <FactList
        facts={[
          { term: t("unit.code"), value: unit.code },
          { term: t("unit.parent"), value: unit.parentName },
          { term: t("oversight.units.ties"), value: tied ? <UnitTies unit={unit} /> : null },
          { term: t("oversight.unit.adoptions"), value: <AdoptedModel adoption={adoption} /> },
          { term: t("oversight.register.basis"), value: adoption ? basisText(adoption) : null },
          {
            term: t("oversight.register.procedures"),
            value: adoption?.state === "adopted" ? format.number(adoption.procedures) : null,
          },
          { term: t("oversight.rank.rank"), value: place },
        ]}
      />
    </Panel>
  );
}
