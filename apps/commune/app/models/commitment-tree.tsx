import { useT } from "@gandan/i18n/translation";
import type { DescribedModel, Measure } from "@gandan/model/model-editing/describe-model";
import { Icon, type IconName } from "@gandan/ui/icon";
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
  /** What the page shows: a commitment, a slogan, or something to add. */
  current: string | null;
  /** Address of the draft's editor. */
  href: string;
}) {
  const { described, current, href } = props;
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
                    href={`${href}?entry=${id}#commitment`}
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
            <TreeLink
              icon="plus"
              href={`${href}?add=commitment&slogan=${slogan.id}#add`}
              label={t("model.editor.addCommitment")}
              of={slogan.title}
            />
            <TreeLink
              icon="pencil"
              href={`${href}?slogan=${slogan.id}#slogan`}
              current={slogan.id === current}
              label={t("model.editor.editSlogan")}
              of={slogan.title}
            />
          </ul>
        </div>
      ))}
      <div>
        <h2>{t("model.view.slogans")}</h2>
        <ul>
          <TreeLink icon="plus" href={`${href}?add=slogan#add`} label={t("model.editor.addSlogan")} />
          {described.commitments > 1 ? (
            <TreeLink icon="list-checks" href={`${href}?add=choice#add`} label={t("model.editor.keepCommitments")} />
          ) : null}
        </ul>
      </div>
    </nav>
  );
}

function TreeLink(props: { icon: IconName; href: string; label: string; of?: string; current?: boolean }) {
  const { icon, href, label, of, current } = props;
  return (
    <li>
      <a href={href} aria-current={current ? "true" : undefined} aria-label={of ? `${label}: ${of}` : undefined}>
        <Icon name={icon} />
        <span className="soft">{label}</span>
      </a>
    </li>
  );
}
