import { useT } from "@gandan/i18n/translation";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Icon } from "@gandan/ui/icon";
import { DraftFields } from "./draft-fields";
import type { DraftView } from "./draft-view";
import { useFormState } from "./form-failure";
import { SlotFields } from "./slot-fields";

/** One rule: its name, and a sentence whose parameters are fields; floors are locked, or offer only what is not looser. */
export function RuleForm({ draft, id, heading }: { draft: DraftView; id: string; heading: (title: string) => string }) {
  const t = useT();
  const form = useFormState("parameters", id);
  const { source, above, checksum } = draft;
  const rule = source.rules[id];
  if (!rule) return null;
  const limits = above ? { rule: above.source.rules[id], ownerName: above.ownerName } : null;
  const title = rule.title ?? t.find(`rule.kind.${rule.kind}`) ?? rule.kind;
  return (
    <form method="post" className="stack" aria-labelledby={`rule-${id}`}>
      <DraftFields checksum={checksum} change="parameters" id={id} />
      <div className="row between">
        <h3 id={`rule-${id}`}>{heading(title)}</h3>
        {limits?.rule?.floor !== undefined ? (
          <Badge tone="line">
            <Icon name="lock" /> {t("model.editor.floor")}
          </Badge>
        ) : null}
      </div>
      <SlotFields rule={rule} model={source} above={limits} form={form} />
      <Field
        {...form.field("title", rule.title)}
        optional={t("shell.form.optional")}
        label={t("model.editor.ruleTitle")}
        placeholder={title}
      />
      <Button label={`${t("model.editor.saveRule")}: ${title}`}>{t("model.editor.saveRule")}</Button>
    </form>
  );
}
