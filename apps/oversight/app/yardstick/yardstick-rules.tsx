import { useT } from "@gandan/i18n/translation";
import type { Measure } from "@gandan/model/model-editing/describe-model";
import { Panel } from "@gandan/ui/panel";

/** What a yardstick judges, rule by rule, each with the clause it rests on. */
export function YardstickRules({ id, title, rules }: { id: string; title: string; rules: readonly Measure[] }) {
  const t = useT();
  return (
    <Panel id={id} title={title} aside={t("yardstick.rulesCount", { count: rules.length })}>
      <ol className="stack">
        {rules.map((rule) => (
          <li key={rule.id}>
            <strong>{rule.title}</strong>
            {rule.sentence && rule.sentence !== rule.title ? <span className="sub">{rule.sentence}</span> : null}
            {rule.clause ? <span className="sub">{t("yardstick.clause", { clause: rule.clause })}</span> : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
