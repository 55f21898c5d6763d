import { useFormat, useT } from "@gandan/i18n/translation";
import type { Explanation } from "@gandan/model/score/explain";
import { ScorePanel } from "@gandan/ui/score-panel";
import { scoreLines } from "./score-lines";

interface ScoreOfMonthProps {
  card: {
    versionId: string;
    title: string;
    yardstick: boolean;
    dossiers: number;
    asOf: Date | null;
    explanation: Explanation;
  };
  period: { from: string; to: string };
  path: string;
}

/** The score of the period on the first page, each line leading to its reasons. */
export function ScoreOfMonth({ card, period, path }: ScoreOfMonthProps) {
  const t = useT();
  const format = useFormat();
  const { explanation } = card;
  const total = format.number(explanation.total);
  const href = `${path}/score?${new URLSearchParams(period)}`;
  const points = format.points(explanation.points);
  return (
    <ScorePanel
      id="score"
      title={t("score.of", { period: format.month(period.from) })}
      value={points}
      total={t("score.total", { total })}
      facts={[
        card.yardstick ? t("score.yardstick") : card.title,
        t("score.coverage", { measured: format.number(explanation.coverage), total }),
        t("score.nDossiers", { count: card.dossiers }),
        ...(card.asOf ? [t("score.asOf", { time: format.dateTime(card.asOf) })] : []),
      ]}
      why={{ href, label: t("score.why", { points }) }}
      lines={scoreLines(t, format, explanation.lines, (line) => `${href}#line-${card.versionId}-${line}`)}
    />
  );
}
