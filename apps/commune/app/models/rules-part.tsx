import { useT } from "@gandan/i18n/translation";
import { ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { LinkTree } from "@gandan/ui/link-tree";
import { Panel } from "@gandan/ui/panel";
import type { EditorQuery } from "./commitments-part";
import type { DraftView } from "./draft-view";
import { EntryActs, LeftOut, measuredBy } from "./entry-acts";
import { EntryChoice } from "./entry-choice";
import { NewRule } from "./new-rule";
import { RuleForm } from "./rule-form";

/** All rules of the draft, whether they measure anything or not. */
export function RulesPart({ draft, query }: { draft: DraftView; query: EditorQuery }) {
  const t = useT();
  const { rules } = draft.described;
  const href = `${draft.href}?part=rules`;
  const current = rules.find(({ id }) => id === query.rule) ?? rules[0];
  const adding = query.add === "rule";
  return (
    <div className="editor">
      <div className="stack">
        {rules.length > 0 ? (
          <>
            <div className="wide-only">
              <LinkTree
                id="rules"
                label={t("model.editor.ruleList")}
                groups={[
                  {
                    key: "all",
                    title: t("model.editor.ruleList"),
                    links: rules.map(({ id, title }) => {
                      const count = measuredBy(draft, id).length;
                      return {
                        href: `${href}&rule=${id}#rule`,
                        icon: "list-checks",
                        label: title,
                        note:
                          count > 0 ? t("model.editor.ruleMeasures", { count }) : t("model.editor.ruleMeasuresNone"),
                        open: count === 0,
                        current: !adding && id === current?.id,
                      };
                    }),
                  },
                ]}
              />
            </div>
            <div className="panel panel-p narrow-only">
              <EntryChoice
                name="rule"
                part="rules"
                label={t("model.editor.ruleList")}
                submit={t("model.editor.openRule")}
                current={current?.id ?? null}
                options={rules.map(({ id, title }) => ({ value: id, label: title }))}
              />
            </div>
          </>
        ) : null}
        <ButtonLink href={`${href}&add=rule#add`} icon="plus" wide>
          {t("model.editor.addRule")}
        </ButtonLink>
      </div>
      {adding ? (
        <NewRule draft={draft} href={`${href}&add=rule`} kind={query.kind} commitment={null} />
      ) : current ? (
        <RulePanel key={current.id} draft={draft} id={current.id} title={current.title} />
      ) : (
        <EmptyState
          icon="list-checks"
          level={2}
          title={t("model.editor.noRules")}
          text={t("model.editor.noRulesText")}
        />
      )}
    </div>
  );
}

function RulePanel({ draft, id, title }: { draft: DraftView; id: string; title: string }) {
  const t = useT();
  const measured = measuredBy(draft, id);
  const have = draft.source.rules;
  const gone = Object.entries(draft.above?.source.rules ?? {}).filter(([one]) => !Object.hasOwn(have, one));
  return (
    <Panel id="rule" title={title} aside={draft.source.rules[id]?.clause}>
      <div className="stack-5">
        <RuleForm draft={draft} id={id} heading={() => t.find(`rule.kind.${draft.source.rules[id]?.kind}`) ?? title} />
        <section className="stack-1" aria-labelledby="measures-what">
          <h3 id="measures-what">{t("model.editor.measuresWhat")}</h3>
          {measured.length === 0 ? <p className="soft">{t("model.editor.ruleMeasuresNone")}</p> : null}
          <ul className="stack-1">
            {measured.map((one) => (
              <li key={one.id}>
                <a href={one.commitment ? `${draft.href}?entry=${one.id}` : `${draft.href}?part=criteria#${one.id}`}>
                  {one.title}
                </a>
              </li>
            ))}
          </ul>
        </section>
        <EntryActs draft={draft} of="rule" id={id} title={title} />
        <LeftOut
          draft={draft}
          entries={gone.map(([one, rule]) => ({
            id: one,
            title: rule.title ?? t.find(`rule.kind.${rule.kind}`) ?? rule.kind,
          }))}
        />
      </div>
    </Panel>
  );
}
