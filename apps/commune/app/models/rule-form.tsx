import { useT } from "@gandan/i18n/translation";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { ruleSlots } from "@gandan/model/model-editing/rule-slots";
import { sentenceParts } from "@gandan/model/model-editing/sentence-parts";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { Icon } from "@gandan/ui/icon";
import { Fragment } from "react";
import { DraftFields } from "./draft-fields";
import { BlockSlot, InlineSlot } from "./slot-field";

export interface RuleFormProps {
  id: string;
  number: number;
  rule: ModelSource["rules"][string];
  /** The rule of this id in the extended model, and whose model that is. */
  above: { rule: ModelSource["rules"][string] | undefined; ownerName: string } | null;
  checksum: string;
}

/** One rule as a sentence whose parameters are fields; floors are locked, or offer only what is not looser. */
export function RuleForm({ id, number, rule, above, checksum }: RuleFormProps) {
  const t = useT();
  const slots = ruleSlots(rule, above?.rule);
  const parts = sentenceParts(rule, slots, t.language);
  const inline = new Set(parts.flatMap((part) => (typeof part === "string" ? [] : [part.slot])));
  const others = slots.filter(({ name, control }) => !inline.has(name) && control !== "shown");
  const grouped = others.filter(({ name }) => name.includes("."));
  const plain = others.filter(({ name }) => !name.includes("."));
  const floored = slots.some(({ floor }) => floor !== null);
  const title = rule.title ?? t.find(`rule.kind.${rule.kind}`) ?? rule.kind;
  return (
    <form method="post" className="stack" aria-labelledby={`rule-${id}`}>
      <DraftFields checksum={checksum} change="parameters" id={id} />
      <div className="row between">
        <h3 id={`rule-${id}`}>{t("model.editor.ruleNumber", { number, title })}</h3>
        {floored && above ? (
          <Badge tone="line">
            <Icon name="lock" /> {t("model.editor.floor", { unit: above.ownerName })}
          </Badge>
        ) : null}
      </div>
      <p className="sentence">
        {parts.map((part, place) => {
          const next = parts[place + 1];
          const gap = typeof next === "string" && /^[.,;:]/.test(next) ? "" : " ";
          if (typeof part === "string") return <Fragment key={`${place} ${part}`}>{part + gap}</Fragment>;
          const slot = slots.find(({ name }) => name === part.slot);
          return slot ? (
            <Fragment key={part.slot}>
              <InlineSlot slot={slot} part={part} />
              {gap}
            </Fragment>
          ) : null;
        })}
      </p>
      {plain.map((slot) => (
        <BlockSlot key={slot.name} slot={slot} idPrefix={`rule-${id}`} />
      ))}
      {grouped.length > 0 ? (
        <details>
          <summary>{t("model.editor.more")}</summary>
          <div className="stack">
            {grouped.map((slot) => (
              <BlockSlot key={slot.name} slot={slot} idPrefix={`rule-${id}`} />
            ))}
          </div>
        </details>
      ) : null}
      {floored && above ? <p className="hint">{t("model.editor.floorHint", { unit: above.ownerName })}</p> : null}
      <Button label={`${t("model.editor.saveRule")}: ${title}`}>{t("model.editor.saveRule")}</Button>
    </form>
  );
}
