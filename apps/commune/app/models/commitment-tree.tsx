import { useT } from "@gandan/i18n/translation";
import type { DescribedModel, Measure } from "@gandan/model/model-editing/describe-model";
import { Icon, type IconName } from "@gandan/ui/icon";
import { EntryChoice } from "./entry-choice";
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
    <nav className="panel tree wide-only" aria-label={t("model.editor.tree")}>
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

/** The outline where there is no room for it: a list to choose from, and what can be added. */
export function CommitmentChoice(props: { described: DescribedModel; current: string | null; href: string }) {
  const { described, current, href } = props;
  const t = useT();
  const { slogans } = described;
  const slogan = slogans.find(({ id, commitments }) => id === current || commitments.some((one) => one.id === current));
  const links = [
    ...(slogan
      ? [
          [`add=commitment&slogan=${slogan.id}#add`, t("model.editor.addCommitmentTo", { slogan: slogan.title })],
          [`slogan=${slogan.id}#slogan`, `${t("model.editor.editSlogan")} “${slogan.title}”`],
        ]
      : []),
    ["add=slogan#add", t("model.editor.addSlogan")],
    ...(described.commitments > 1 ? [["add=choice#add", t("model.editor.keepCommitments")]] : []),
  ];
  return (
    <section className="panel panel-p stack narrow-only" aria-label={t("model.editor.tree")}>
      {described.commitments > 0 ? (
        <EntryChoice
          name="entry"
          part="commitments"
          label={t("model.editor.choose")}
          submit={t("model.editor.chooseSubmit")}
          current={current}
          options={slogans.flatMap(({ title, commitments }) =>
            commitments.map(({ id, text, measures }) => ({
              value: id,
              label: measures.length > 0 ? text : `${text} (${t("model.view.unmeasured").toLowerCase()})`,
              group: title,
            })),
          )}
        />
      ) : null}
      <ul className="stack-1">
        {links.map(([query, label]) => (
          <li key={query}>
            <a href={`${href}?${query}`}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
