import type { Format } from "@gandan/i18n/format";
import type { Translate } from "@gandan/i18n/translator";
import type { Explanation } from "@gandan/model/score/explain";
import type { ScoreLine } from "@gandan/ui/score-panel";

/** The lines of a scorecard as the score panel shows them. `hrefOf` leads to what is behind a measured line. */
export function scoreLines(
  t: Translate,
  format: Format,
  lines: Explanation["lines"],
  hrefOf: (lineId: string) => string,
): ScoreLine[] {
  return lines.map((line) => {
    const total = format.number(line.points);
    return {
      key: line.id,
      title: line.title,
      points: line.points,
      earned: line.earned,
      text: t("score.pointsShort", { points: format.points(line.earned), total }),
      label:
        line.earned === null
          ? t("score.unmeasuredText", { points: total })
          : t("score.points", { points: format.points(line.earned), total }),
      reason: reasonOf(t, line),
      href: line.state === "unmeasured" ? undefined : hrefOf(line.id),
    };
  });
}

function reasonOf(t: Translate, line: Explanation["lines"][number]): string {
  if (line.state === "few") return t("score.few");
  if (line.state === "unmeasured") return t("score.unmeasured");
  return line.n === line.met
    ? t("score.metAll", { count: line.n })
    : t("score.missedOf", { missed: line.n - line.met, count: line.n });
}
