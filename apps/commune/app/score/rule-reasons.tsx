import { useFormat, useT } from "@gandan/i18n/translation";
import type { ExplainedRule } from "@gandan/model/score/explain";

interface RuleReasonsProps {
  rule: ExplainedRule;
  /** The dossiers behind the misses of a rule that judges dossiers. */
  missedHref: string;
  /** The unit's address. */
  path: string;
}

/** Where what other rules count can be looked at, below the unit's address. */
const PLACES: Partial<Record<ExplainedRule["judges"], string>> = {
  survey: "/surveys/results",
  publication: "/publications",
  feedback: "/feedback",
};

/** One step below a line of the scorecard: the rule as a sentence, its share, its reasons and its clause. */
export function RuleReasons({ rule, missedHref, path }: RuleReasonsProps) {
  const t = useT();
  const format = useFormat();
  const { tally, interval } = rule;
  const n = tally.met + tally.missed;
  const place = PLACES[rule.judges];
  return (
    <div className="stack-1">
      <p>{rule.sentence}</p>
      <p className="soft">
        {n === 0 || rule.share === null
          ? t("score.unmeasured")
          : `${format.percent(rule.share)} · ${
              interval
                ? t("score.intervalText", {
                    met: tally.met,
                    n,
                    low: format.percent(interval.low),
                    high: format.percent(interval.high),
                  })
                : tally.missed === 0
                  ? t("score.metAll", { count: n })
                  : t("score.missedOf", { missed: tally.missed, count: n })
            }`}
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
      {tally.missed > 0 && rule.judges === "dossier" ? (
        <p>
          <a href={missedHref}>{t("score.seeDossiers", { count: tally.missed })}</a>
        </p>
      ) : null}
      {n > 0 && place ? (
        <p>
          <a href={`${path}${place}`}>{t("score.seeBehind")}</a>
        </p>
      ) : null}
    </div>
  );
}
