import { useFormat, useT } from "@gandan/i18n/translation";
import type { ComparisonPage } from "@gandan/services/oversight/compare-units";
import { RankList } from "@gandan/ui/chart/rank-list";

interface ComparisonRankProps {
  comparison: ComparisonPage;
  unitHref: (slug: string) => string;
}

/** "1–4", or one place. */
export function rankText({ from, to }: { from: number; to: number }): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** The ranking by points of the yardstick; who has too little stands at the end without a rank. */
export function ComparisonRank({ comparison, unitHref }: ComparisonRankProps) {
  const t = useT();
  const format = useFormat();
  const { ranking: ordered, lowest } = comparison;
  const min = Math.max(0, Math.floor((lowest - 1) / 20) * 20);
  const shared = ordered.find(({ ranked }) => ranked && ranked.rank.from !== ranked.rank.to)?.ranked;
  const notes = [
    shared
      ? t("oversight.rank.note", { example: rankText(shared.rank), min: format.number(comparison.rankMinN) })
      : null,
    comparison.comparedPoints > 0 && comparison.comparedPoints < comparison.totalPoints
      ? t("oversight.rank.compared", {
          points: format.number(comparison.comparedPoints),
          total: format.number(comparison.totalPoints),
        })
      : null,
    ordered.every(({ ranked }) => ranked === null) ? t("oversight.rank.none") : null,
  ];
  return (
    <RankList
      items={ordered.map(({ unit, ranked, dossiers }) => ({
        key: unit.id,
        name: unit.name,
        href: unitHref(unit.slug),
        rank: ranked ? rankText(ranked.rank) : null,
        score: ranked
          ? {
              at: ranked.points,
              ...ranked.interval,
              text: format.points(ranked.points),
              label: t("oversight.rank.aria", {
                points: format.points(ranked.points),
                low: format.points(ranked.interval.low),
                high: format.points(ranked.interval.high),
              }),
            }
          : null,
        n: t("score.n", { n: dossiers }),
      }))}
      axis={{ min, max: 100, ticks: [min, (min + 100) / 2, 100].map((tick) => format.number(tick)) }}
      labels={{
        rank: t("oversight.rank.rank"),
        points: t("oversight.rank.points"),
        n: t("oversight.rank.dossiers"),
        few: t("oversight.rank.few"),
      }}
      note={notes.filter(Boolean).join(" ")}
    />
  );
}
