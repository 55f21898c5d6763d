import { useT } from "@gandan/i18n/translation";
import { ruleSentence } from "@gandan/model/model-editing/describe-model";
import { missingEntries, newRule } from "@gandan/model/model-editing/new-rule";
import { entryNames } from "@gandan/model/rules/entry-names";
import { ruleKinds } from "@gandan/model/rules/rule-kinds";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { DraftFields } from "./draft-fields";
import type { DraftView } from "./draft-view";
import { useFormState } from "./form-failure";
import { SlotFields } from "./slot-fields";

export interface NewRuleProps {
  draft: DraftView;
  /** Address of this page without a kind. */
  href: string;
  /** Chosen kind; null while there is none. */
  kind: string | null;
  /** The commitment that it will measure. */
  commitment: { id: string; text: string } | null;
}

/** A new rule in two steps: its kind, then its parameters. */
export function NewRule(props: NewRuleProps) {
  const { kind } = props;
  return kind !== null && ruleKinds.has(kind) ? <RuleOfKind {...props} kind={kind} /> : <KindChoice {...props} />;
}

/** All kinds by what they judge; those that the model cannot use yet say what they need. */
function KindChoice({ draft, href, commitment }: NewRuleProps) {
  const t = useT();
  const kinds = [...ruleKinds.values()];
  const groups = [...new Set(kinds.map(({ judges }) => judges))];
  return (
    <Panel id="add" title={commitment ? t("model.editor.addRuleFor") : t("model.editor.addRule")}>
      <div className="stack-5">
        <p className="soft">
          {commitment ? `${commitment.text}. ` : null}
          {t("model.editor.chooseKindText")}
        </p>
        {groups.map((judges) => (
          <section key={judges} className="stack-1" aria-labelledby={`judges-${judges}`}>
            <h3 id={`judges-${judges}`}>{t("model.editor.judgesOf", { what: t(`rule.judges.${judges}`) })}</h3>
            <ul className="stack-1">
              {kinds
                .filter((one) => one.judges === judges)
                .map(({ kind }) => {
                  const name = t.find(`rule.kind.${kind}`) ?? kind;
                  const needed = missingEntries(kind, draft.source).map((one) => t.find(`model.editor.needs.${one}`));
                  return (
                    <li key={kind}>
                      {needed.length > 0 ? (
                        <>
                          <span className="muted">{name}</span>
                          <small className="check-hint">
                            {t("model.editor.needsEntry", { what: needed.join(", ") })}
                          </small>
                        </>
                      ) : (
                        <>
                          <a href={`${href}&kind=${kind}#add`}>{name}</a>
                          <Example kind={kind} draft={draft} />
                        </>
                      )}
                    </li>
                  );
                })}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}

/** What a new rule of the kind would ask; nothing where only its author can say. */
function Example({ kind, draft }: { kind: string; draft: DraftView }) {
  const t = useT();
  const sentence = ruleSentence(newRule(kind, draft.source), t.language, entryNames(draft.source));
  return sentence === kind ? null : <small className="check-hint">{sentence}</small>;
}

function RuleOfKind({ draft, href, kind, commitment }: NewRuleProps & { kind: string }) {
  const t = useT();
  const form = useFormState("add-rule", kind);
  const name = t.find(`rule.kind.${kind}`) ?? kind;
  return (
    <Panel
      id="add"
      title={`${t("model.editor.addRule")}: ${name}`}
      aside={<a href={href}>{t("model.editor.otherKind")}</a>}
    >
      <form method="post" className="stack">
        <DraftFields checksum={draft.checksum} change="add-rule" id={kind} />
        {commitment ? (
          <>
            <p className="soft">{commitment.text}</p>
            <input type="hidden" name="of" value="commitment" />
            <input type="hidden" name="measured" value={commitment.id} />
          </>
        ) : null}
        <SlotFields rule={newRule(kind, draft.source)} model={draft.source} above={null} form={form} />
        <Field {...form.field("title", name)} required label={t("model.editor.ruleTitle")} />
        <ClauseField form={form} />
        <Button>{t("model.editor.addRule")}</Button>
      </form>
    </Panel>
  );
}

/** The clause of the unit's document that an entry comes from. */
export function ClauseField({ form }: { form: ReturnType<typeof useFormState> }) {
  const t = useT();
  return (
    <Field
      {...form.field("clause")}
      optional={t("shell.form.optional")}
      label={t("model.editor.clause")}
      hint={t("model.editor.clauseHint")}
    />
  );
}
