import { useFormat, useT } from "@gandan/i18n/translation";
import { type Period, periodKind } from "@gandan/model/oversight/period";
import type { CardBelow } from "@gandan/services/oversight/read-unit-below";
import { ScorePanel } from "@gandan/ui/score-panel";
import { RuleBelow } from "./rule-below";

interface UnitCardProps {
  card: CardBelow;
  period: Period;
}

/** A scorecard of a unit below, each line opened to its rules and reasons. */
export function UnitCard({ card, period }: UnitCardProps) {
  const t = useT();
  const format = useFormat();
  const { explanation, versionId } = card;
  const total = format.number(explanation.total);
  const kind = card.yardstick ? t("oversight.unit.yardstick") : t("oversight.unit.own");
  const title = `${kind}: ${card.title}, ${t("score.version", { version: String(card.version) })}`;
  return (
    <article className="stack-5" aria-label={title}>
      <p>
        <strong>{card.title}</strong>, {t("score.version", { version: String(card.version) })}
      </p>
      <ScorePanel
        id={`score-${versionId}`}
        title={kind}
        value={format.points(explanation.points)}
        total={t("score.total", { total })}
        facts={[
          t("score.coverage", { measured: format.number(explanation.coverage), total }),
          t("score.nDossiers", { count: card.dossiers }),
          t("score.asOf", { time: format.dateTime(card.asOf) }),
        ]}
        lines={explanation.lines.map((line) => ({
          key: line.id,
          title: line.title,
          points: line.points,
          earned: line.earned,
          text: t("score.pointsShort", { points: format.points(line.earned), total: format.number(line.points) }),
          label:
            line.earned === null
              ? t("score.unmeasuredText", { points: format.number(line.points) })
              : t("score.points", { points: format.points(line.earned), total: format.number(line.points) }),
          reason:
            line.state === "measured"
              ? line.n === line.met
                ? t("score.metAll", { count: line.n })
                : t("score.missedOf", { missed: line.n - line.met, count: line.n })
              : line.state === "few"
                ? t("score.few")
                : t("score.unmeasured"),
          href: line.state === "unmeasured" ? undefined : `#line-${versionId}-${line.id}`,
        }))}
      />
      {explanation.lines.map((line) =>
        line.state === "unmeasured" || line.rules.length === 0 ? null : (
          <section key={line.id} id={`line-${versionId}-${line.id}`} className="panel panel-p stack">
            <h3>{line.title}</h3>
            {line.rules.map((rule) => (
              <RuleBelow key={rule.id} versionId={versionId} rule={rule} groups={card.groups[rule.id] ?? []} />
            ))}
          </section>
        ),
      )}
      {periodKind(period).kind === "range" ? <p className="hint">{t("oversight.unit.wholeMonths")}</p> : null}
    </article>
  );
}
