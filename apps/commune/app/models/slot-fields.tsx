import { useT } from "@gandan/i18n/translation";
import type { ModelSource, Rule } from "@gandan/model/model/model-schema";
import { type RuleSlot, ruleSlots } from "@gandan/model/model-editing/rule-slots";
import { sentenceParts } from "@gandan/model/model-editing/sentence-parts";
import { entryNames } from "@gandan/model/rules/entry-names";
import { ruleKinds } from "@gandan/model/rules/rule-kinds";
import { FieldError } from "@gandan/ui/field";
import { Icon } from "@gandan/ui/icon";
import { Fragment } from "react";
import type { useFormState } from "./form-failure";
import { BlockSlot, InlineSlot, slotLabel, useOptionLabel } from "./slot-field";

export interface SlotFieldsProps {
  rule: Rule;
  /** Whose entries a parameter may name. */
  model: ModelSource;
  /** The rule of this id in the extended model, and whose model that is. */
  above: { rule: Rule | undefined; ownerName: string } | null;
  form: ReturnType<typeof useFormState>;
}

/** The parameters of a rule: the sentence with fields in it, the others below, each floor explained. */
export function SlotFields({ rule, model, above, form }: SlotFieldsProps) {
  const t = useT();
  const nameOf = entryNames(model);
  const optionLabel = useOptionLabel(nameOf);
  const slots = ruleSlots(rule, above?.rule, model);
  const parts = ruleKinds.has(rule.kind) ? sentenceParts(rule, slots, t.language, nameOf) : [];
  const whole = parts.some((part) => typeof part !== "string" || part !== rule.kind);
  const inline = new Set(whole ? parts.flatMap((part) => (typeof part === "string" ? [] : [part.slot])) : []);
  const others = slots.filter(({ name, control }) => !inline.has(name) && control !== "shown");
  const grouped = others.filter(({ name }) => name.includes("."));
  const state = (slot: RuleSlot) => ({
    id: form.idOf(`slot.${slot.name}`),
    // What must stay cannot be unticked, so that it is not sent.
    words: [...new Set([...slot.kept, ...form.words(`slot.${slot.name}`, slot.value)])],
    error: form.error(`slot.${slot.name}`),
  });
  const block = (slot: RuleSlot) => <BlockSlot key={slot.name} slot={slot} nameOf={nameOf} state={state(slot)} />;
  return (
    <>
      {whole ? (
        <p className="sentence">
          {parts.map((part, place) => {
            const next = parts[place + 1];
            const gap = typeof next === "string" && /^[.,;:]/.test(next) ? "" : " ";
            if (typeof part === "string") return <Fragment key={`${place} ${part}`}>{part + gap}</Fragment>;
            const slot = slots.find(({ name }) => name === part.slot);
            return slot ? (
              <Fragment key={part.slot}>
                <InlineSlot slot={slot} part={part} state={state(slot)} />
                {gap}
              </Fragment>
            ) : null;
          })}
        </p>
      ) : null}
      {slots
        .filter(({ name }) => inline.has(name))
        .map((slot) => (
          <FieldError key={slot.name} id={`${state(slot).id}-error`} error={state(slot).error} />
        ))}
      {others.filter((slot) => !grouped.includes(slot)).map(block)}
      {grouped.length > 0 ? (
        <details open={grouped.some((slot) => state(slot).error !== undefined)}>
          <summary>{t("model.editor.more")}</summary>
          <div className="stack">{grouped.map(block)}</div>
        </details>
      ) : null}
      {above ? <Floors slots={slots} ownerName={above.ownerName} optionLabel={optionLabel} /> : null}
    </>
  );
}

/** What each floor says, in words: which way its parameter may still go. */
function Floors(props: {
  slots: readonly RuleSlot[];
  ownerName: string;
  optionLabel: ReturnType<typeof useOptionLabel>;
}) {
  const { slots, ownerName, optionLabel } = props;
  const t = useT();
  const all = slots.filter(({ floor, control }) => floor !== null && control !== "shown");
  // The conditions of a rule are one parameter: its floor is said once.
  const floored = all
    .map((slot) => ({ ...slot, name: slot.name.replace(/\..*$/, "") }))
    .filter((slot, place, list) => list.findIndex(({ name }) => name === slot.name) === place);
  if (floored.length === 0) return null;
  return (
    <ul className="stack-1 hint">
      {floored.map((slot) => (
        <li key={slot.name}>
          <Icon name="lock" />{" "}
          {t(`model.editor.floorOf.${slot.floor?.direction ?? "fixed"}`, {
            label: slotLabel(t, slot),
            unit: ownerName,
            value: slot.floor?.value.map((one) => optionLabel(slot, one)).join(", ") ?? "",
          })}
        </li>
      ))}
    </ul>
  );
}
