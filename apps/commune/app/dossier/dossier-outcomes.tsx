import { reasonText } from "@gandan/i18n/reason/reason-text";
import { useFormat, useT } from "@gandan/i18n/translation";
import type { Judgement } from "@gandan/model/outcome/outcome";
import { OutcomeList } from "@gandan/ui/outcome-list";
import { Panel } from "@gandan/ui/panel";

interface DossierOutcomesProps {
  judged: readonly {
    versionId: string;
    title: string;
    yardstick: boolean;
    from: string;
    rules: readonly { id: string; title: string; sentence: string; clause: string | null; judgement: Judgement }[];
  }[];
  path: string;
}

/** What each model version says of a dossier, rule by rule, with the reason and the clause behind it. */
export function DossierOutcomes({ judged, path }: DossierOutcomesProps) {
  const t = useT();
  const format = useFormat();
  const own = judged.some(({ yardstick }) => !yardstick);
  return (
    <div className="stack-5">
      {own ? null : (
        <Panel id="outcomes-none" title={t("dossier.outcomes.title")}>
          <p>
            {t("dossier.outcomes.none")} <a href={`${path}/models`}>{t("shell.nav.models")}</a>
          </p>
        </Panel>
      )}
      {judged.map(({ versionId, title, yardstick, from, rules }) => (
        <Panel
          key={versionId}
          id={`outcomes-${versionId}`}
          title={yardstick ? t("dossier.outcomes.yardstick") : t("dossier.outcomes.title")}
        >
          <p className="small muted">
            {title}, {t("shell.period.since", { from: format.date(from) })}
          </p>
          <OutcomeList
            whyLabel={t("shell.action.why")}
            items={rules.map(({ id, title: rule, sentence, clause, judgement }) => ({
              key: id,
              title: rule,
              outcome: judgement.outcome,
              outcomeLabel: t(`shell.outcome.${judgement.outcome}`),
              reason: reasonText(t, judgement.reason),
              why: [sentence, clause ? t("score.clause", { clause }) : ""].filter(Boolean).join(" "),
            }))}
          />
        </Panel>
      ))}
    </div>
  );
}
