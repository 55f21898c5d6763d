import { useT } from "@gandan/i18n/translation";
import type { DescribedModel, Measure } from "@gandan/model/model-editing/describe-model";
import { Icon } from "@gandan/ui/icon";
import { MEASURE_WAYS } from "./measure-icon";

function useMeasuredBy() {
  const t = useT();
  return (measures: readonly Measure[]): string => {
    const count = (type: Measure["type"]) => measures.filter((one) => one.type === type).length;
    const said = [
      [count("rule"), "model.view.measuredRules"],
      [count("question"), "model.view.measuredQuestions"],
      [count("evidence"), "model.view.measuredEvidence"],
      [count("task"), "model.view.measuredTasks"],
    ] as const;
    const words = said.filter(([n]) => n > 0).map(([n, key]) => t(key, { count: n }));
    return words.length > 0 ? words.join(", ") : t("model.view.unmeasured");
  };
}

/** Slogans with their commitments; each says how it is measured, and leads to its form. */
export function CommitmentTree(props: {
  described: DescribedModel;
  current: string | null;
  hrefOf: (id: string) => string;
}) {
  const { described, current, hrefOf } = props;
  const t = useT();
  const measuredBy = useMeasuredBy();
  return (
    <nav className="panel tree" aria-label={t("model.editor.tree")}>
      {described.slogans.map((slogan) => (
        <div key={slogan.id}>
          <h2>
            {slogan.title} <small>{t("model.view.commitments", { count: slogan.commitments.length })}</small>
          </h2>
          <ul>
            {slogan.commitments.map(({ id, text, measures }) => {
              const [first] = measures;
              return (
                <li key={id}>
                  <a
                    href={hrefOf(id)}
                    aria-current={id === current ? "true" : undefined}
                    className={first ? undefined : "un"}
                  >
                    <Icon name={first ? MEASURE_WAYS[first.type].icon : "circle-dashed"} />
                    <span>
                      {text}
                      <small>{measuredBy(measures)}</small>
                    </span>
                  </a>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
