import { useFormat, useT } from "@gandan/i18n/translation";
import type { Translate } from "@gandan/i18n/translator";
import type { RuleSlot } from "@gandan/model/model-editing/rule-slots";
import type { SentencePart } from "@gandan/model/model-editing/sentence-parts";
import { Check, ChoiceField } from "@gandan/ui/choice-field";
import { Field } from "@gandan/ui/field";
import { Icon } from "@gandan/ui/icon";

/** Name of a parameter as its field's label. */
function slotLabel(t: Translate, name: string): string {
  const last = name.split(".").at(-1) ?? name;
  return t.find(`rule.param.${last}`) ?? t.find(`model.when.${last}`) ?? last;
}

/** A Monday, so that the weekdays after it have their names. */
const monday = (weekday: number) => `2024-01-0${weekday}`;

function useOptionLabel() {
  const t = useT();
  const format = useFormat();
  return (slot: RuleSlot, option: string): string => {
    if (slot.name.endsWith("weekdays")) return format.weekday(monday(Number(option)));
    const group = slot.name.split(".").at(-1);
    return (
      t.find(`rule.${group}.${option}`) ?? t.find(`reason.word.${option}`) ?? t.find(`rule.when.${option}`) ?? option
    );
  };
}

/** A field in the middle of a rule's sentence. */
export function InlineSlot({ slot, part }: { slot: RuleSlot; part: Exclude<SentencePart, string> }) {
  const t = useT();
  const label = slotLabel(t, slot.name);
  const name = `slot.${slot.name}`;
  if (slot.locked) {
    return (
      <span className="slot slot-lock">
        <Icon name="lock" title={t("model.editor.locked")} />
        {part.text}
      </span>
    );
  }
  if (part.options.length > 0) {
    return (
      <select className="slot" name={name} aria-label={label} defaultValue={slot.value[0]}>
        {part.options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    );
  }
  const number = slot.value[0] ?? "";
  const rest = part.text.replace(slot.control === "share" ? /^[\d.,]+\s*%?/ : /[\d.,]+/, "").trim();
  return (
    <>
      <input
        className="slot"
        name={name}
        aria-label={label}
        inputMode="decimal"
        size={Math.max(3, number.length + 1)}
        defaultValue={number.replace(".", t.language === "vi" ? "," : ".")}
      />{" "}
      {slot.control === "share" ? t("model.editor.percent") : null} {rest}
    </>
  );
}

/** A field under the sentence, for a parameter that has no place of its own in it. */
export function BlockSlot({ slot, idPrefix }: { slot: RuleSlot; idPrefix: string }) {
  const t = useT();
  const optionLabel = useOptionLabel();
  const label = slotLabel(t, slot.name);
  const name = `slot.${slot.name}`;
  const id = `${idPrefix}-${slot.name.replace(".", "-")}`;
  const hint = slot.locked ? t("model.editor.locked") : undefined;
  const shared = { id, name, label, disabled: slot.locked, hint };
  switch (slot.control) {
    case "several":
      return (
        <ChoiceField
          id={id}
          name={name}
          control="checkbox"
          legend={label}
          hint={hint}
          chosen={slot.value}
          options={slot.options.map((value) => ({
            value,
            label: optionLabel(slot, value),
            disabled: slot.locked || slot.kept.includes(value),
          }))}
        />
      );
    case "flag":
      return slot.locked ? null : <Check name={name} label={label} checked={slot.value[0] === "true"} />;
    case "choice":
    case "term":
      return (
        <Field
          {...shared}
          control="select"
          defaultValue={slot.value[0] ?? ""}
          options={[
            ...(slot.name.includes(".") ? [{ value: "", label: t("model.editor.any") }] : []),
            ...slot.options.map((value) => ({ value, label: optionLabel(slot, value) })),
          ]}
        />
      );
    case "date":
      return <Field {...shared} control="date" defaultValue={slot.value[0]} />;
    case "time":
      return <Field {...shared} control="text" defaultValue={slot.value[0]} placeholder="15:00" />;
    case "number":
    case "share":
      return <Field {...shared} control="text" inputMode="decimal" defaultValue={slot.value[0]} />;
    default:
      return null;
  }
}
