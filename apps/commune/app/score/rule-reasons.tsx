import { useFormat, useT } from "@gandan/i18n/translation";
import type { ExplainedRule } from "@gandan/model/score/explain";

interface RuleReasonsProps {
  rule: ExplainedRule;
  /** The dossiers behind the misses. */
  missedHref: string;
}

/** One step below a line of the scorecard: the rule as a sentence, its share, its reasons and its clause. */
export function RuleReasons({ rule, missedHref }: RuleReasonsProps) {
  const t = useT();
  const format = useFormat();
  const { tally, interval } = rule;
  const n = tally.met + tally.missed;
  return (
    <div className="stack-1">
      <p>{rule.sentence}</p>
      <p className="soft">
        {n === 0 || rule.share === null
          ? t("score.unmeasured")
          : `${format.percent(rule.share)} · ${t("score.intervalText", {
              met: tally.met,
              n,
              low: format.percent(interval?.low ?? 0),
              high: format.percent(interval?.high ?? 1),
            })}`}
        {tally.pending > 0 ? ` · ${t("score.pendingMore", { count: tally.pending })}` : null}
        {rule.clause ? ` · ${t("score.clause", { clause: rule.clause })}` : null}
      </p>
      {rule.reasons.length > 0 ? (
        <ul aria-label={t("score.reasonsCaption")}>
          {rule.reasons.map(({ key, n: count }) => (
            <li key={key}>
              {t.find(`score.because.${key}`) ?? key}: <span className="num">{format.number(count)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {tally.missed > 0 ? (
        <p>
          <a href={missedHref}>{t("score.seeDossiers", { count: tally.missed })}</a>
        </p>
      ) : null}
    </div>
  );
}
