import { useFormat, useT } from "@gandan/i18n/translation";
import type { Translate } from "@gandan/i18n/translator";
import type { RuleSlot } from "@gandan/model/model-editing/rule-slots";
import type { SentencePart } from "@gandan/model/model-editing/sentence-parts";
import type { NameOf } from "@gandan/model/rules/define-rule-kind";
import { termWords } from "@gandan/model/rules/term-param";
import { Check, ChoiceField } from "@gandan/ui/choice-field";
import { Field } from "@gandan/ui/field";
import { Icon } from "@gandan/ui/icon";
import { TiersField } from "./tiers-field";

/** Name of a parameter as its field's label. */
export function slotLabel(t: Translate, { name, control }: Pick<RuleSlot, "name" | "control">): string {
  const last = name.split(".").at(-1) ?? name;
  const area = control === "flag" ? "flag" : control === "date" || control === "month-days" ? "dates" : null;
  return (area && t.find(`rule.${area}.${last}`)) ?? t.find(`rule.param.${last}`) ?? last;
}

/** A Monday, so that the weekdays after it have their names. */
const monday = (weekday: number) => `2024-01-0${weekday}`;

/** Names the values of a parameter. */
export function useOptionLabel(nameOf: NameOf) {
  const t = useT();
  const format = useFormat();
  return (slot: RuleSlot, option: string): string => {
    if (slot.name.endsWith("weekdays")) return format.weekday(monday(Number(option)));
    if (slot.control === "term") return termWords(option, t.language);
    if (slot.control === "entry") return nameOf(option);
    if (slot.control === "share") return `${format.number(Number(option))}%`;
    const group = slot.name.split(".").at(-1);
    return (
      t.find(`rule.${group}.${option}`) ?? t.find(`reason.word.${option}`) ?? t.find(`rule.when.${option}`) ?? option
    );
  };
}

/** How a field stands in its form: what is in it now, and what is wrong with that. */
export interface SlotState {
  id: string;
  words: readonly string[];
  error: string | undefined;
}

/** A field in the middle of a rule's sentence. */
export function InlineSlot(props: { slot: RuleSlot; part: Exclude<SentencePart, string>; state: SlotState }) {
  const { slot, part, state } = props;
  const t = useT();
  const name = `slot.${slot.name}`;
  if (slot.locked) {
    return (
      <span className="slot slot-lock">
        <Icon name="lock" title={t("model.editor.locked")} />
        {part.text}
      </span>
    );
  }
  const shared = {
    ...{ className: "slot", id: state.id, name, "aria-label": slotLabel(t, slot) },
    ...(state.error ? { "aria-invalid": true, "aria-describedby": `${state.id}-error` } : {}),
  };
  if (part.options.length > 0) {
    return (
      <select {...shared} defaultValue={state.words[0]}>
        {part.options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    );
  }
  const number = state.words[0] ?? "";
  const rest = part.text.replace(slot.control === "share" ? /^[\d.,]+\s*%?/ : /[\d.,]+/, "").trim();
  return (
    <>
      <input
        {...shared}
        inputMode="decimal"
        size={Math.max(3, number.length + 1)}
        defaultValue={number.replace(".", t.language === "vi" ? "," : ".")}
      />{" "}
      {slot.control === "share" ? t("model.editor.percent") : null} {rest}
    </>
  );
}

/** A field under the sentence, for a parameter that has no place of its own in it. */
export function BlockSlot(props: { slot: RuleSlot; nameOf: NameOf; state: SlotState }) {
  const { slot, nameOf, state } = props;
  const t = useT();
  const optionLabel = useOptionLabel(nameOf);
  const label = slotLabel(t, slot);
  const name = `slot.${slot.name}`;
  const { id } = state;
  const hint = slot.locked ? t("model.editor.locked") : undefined;
  const optional = slot.optional ? { optional: t("shell.form.optional") } : {};
  const shared = { id, name, label, disabled: slot.locked, hint, error: state.error, ...optional };
  const [word = ""] = state.words;
  switch (slot.control) {
    case "several":
      return (
        <ChoiceField
          id={id}
          name={name}
          control="checkbox"
          legend={label}
          hint={hint}
          error={state.error}
          chosen={state.words}
          options={slot.options.map((value) => ({
            value,
            label: optionLabel(slot, value),
            disabled: slot.locked || slot.kept.includes(value),
          }))}
        />
      );
    case "flag":
      return slot.locked ? null : <Check name={name} label={label} checked={word === "true" || word === "on"} />;
    case "choice":
    case "term":
    case "entry":
      return (
        <Field
          {...shared}
          control="select"
          defaultValue={word}
          options={[
            ...(slot.optional || slot.name.includes(".") ? [{ value: "", label: t("model.editor.any") }] : []),
            ...slot.options.map((value) => ({ value, label: optionLabel(slot, value) })),
          ]}
        />
      );
    case "name":
      return (
        <Field
          {...shared}
          hint={t(slot.name === "index" ? "model.editor.indexHint" : "model.editor.nameHint")}
          defaultValue={word}
        />
      );
    case "lines":
      return (
        <Field
          {...shared}
          control="textarea"
          rows={3}
          hint={t("model.editor.onePerLine")}
          defaultValue={state.words.join("\n")}
        />
      );
    case "month-days":
      return <Field {...shared} hint={t("model.editor.daysHint")} defaultValue={state.words.join(", ")} />;
    case "tiers":
      return <TiersField id={id} legend={label} words={state.words} error={state.error} />;
    case "date":
      return <Field {...shared} control="date" defaultValue={word} />;
    case "time":
      return <Field {...shared} hint={t("model.editor.timeHint")} defaultValue={word} />;
    case "number":
    case "share":
      return <Field {...shared} inputMode="decimal" defaultValue={word} />;
    default:
      return null;
  }
}
