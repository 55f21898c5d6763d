import type { ModelSource } from "../model/model-schema";
import { paramsOf } from "../model/rule-language";
import type { Language, NameOf } from "../rules/define-rule-kind";
import { ruleKinds } from "../rules/rule-kinds";
import type { RuleSlot } from "./rule-slots";

/** A piece of a rule's sentence: words, or the place of a field with the words that each of its values gives. */
export type SentencePart = string | { slot: string; text: string; options: { value: string; label: string }[] };

interface Place {
  slot: RuleSlot;
  from: number;
  to: number;
  options: { value: string; label: string }[];
}

/** Values that show, by what they change, where a parameter stands in the sentence. */
function trials(slot: RuleSlot): unknown[] {
  const [now] = slot.value;
  if (slot.control === "choice" || slot.control === "term" || slot.control === "entry") return slot.options;
  if (slot.control === "number" && now !== undefined) return [Number(now) + 1];
  if (slot.control === "share" && now !== undefined)
    return [(Number(now) > 50 ? Number(now) - 7 : Number(now) + 7) / 100];
  return [];
}

/** Tokens in which two sentences differ: [from, to) in the first, and the words of the second there. */
function difference(
  base: readonly string[],
  other: readonly string[],
): { from: number; to: number; words: string } | null {
  let from = 0;
  while (from < base.length && from < other.length && base[from] === other[from]) from++;
  let end = 0;
  const most = Math.min(base.length, other.length) - from;
  while (end < most && base[base.length - 1 - end] === other[other.length - 1 - end]) end++;
  if (from === base.length && base.length === other.length) return null;
  return { from, to: base.length - end, words: other.slice(from, other.length - end).join(" ") };
}

const trimmed = (words: string): string => words.replace(/[.,;:]+$/, "");

/**
 * The sentence of a rule cut where its fields stand, found by what changes when a parameter does: so every kind of rule
 * has its form without one written for it. Parameters that leave no single place in the sentence are not in it.
 */
export function sentenceParts(
  rule: ModelSource["rules"][string],
  slots: readonly RuleSlot[],
  language: Language,
  nameOf?: NameOf,
): SentencePart[] {
  const kind = ruleKinds.get(rule.kind);
  const params = paramsOf(rule);
  const say = (values: Record<string, unknown>): string | null =>
    kind?.params.safeParse(values).success ? kind.sentence(values, language, nameOf) : null;
  const sentence = say(params);
  if (sentence === null) return [rule.kind];
  const base = sentence.split(" ");

  const places: Place[] = [];
  for (const slot of slots) {
    if (slot.name.includes(".")) continue;
    const found = trials(slot).flatMap((value) => {
      const other = say({ ...params, [slot.name]: value });
      const differs = other === null ? null : difference(base, other.split(" "));
      return differs ? [{ value: String(value), ...differs }] : [];
    });
    if (found.length === 0) continue;
    const from = Math.min(...found.map((one) => one.from));
    const to = Math.max(...found.map((one) => one.to));
    if (places.some((one) => from < one.to && one.from < to)) continue;
    // "not at all" instead of "0 times": such a value has no place to be written over.
    const number = slot.control === "number" || slot.control === "share";
    if (number && !/\d/.test(base.slice(from, to).join(" "))) continue;
    const whole = (value: string, one: (typeof found)[number]) => ({
      value,
      label: trimmed([...base.slice(from, one.from), one.words, ...base.slice(one.to, to)].filter(Boolean).join(" ")),
    });
    const now = { value: slot.value[0] ?? "", label: trimmed(base.slice(from, to).join(" ")) };
    const others = slot.options.length > 0 ? found.map((one) => whole(one.value, one)) : [];
    const options = slot.options.flatMap((value) => [now, ...others].find((one) => one.value === value) ?? []);
    places.push({ slot, from, to, options });
  }
  places.sort((a, b) => a.from - b.from);

  const parts: SentencePart[] = [];
  let at = 0;
  for (const { slot, from, to, options } of places) {
    if (from > at) parts.push(base.slice(at, from).join(" "));
    const words = base.slice(from, to).join(" ");
    const text = trimmed(words);
    parts.push({ slot: slot.name, text, options });
    if (text.length < words.length) parts.push(words.slice(text.length));
    at = to;
  }
  if (at < base.length) parts.push(base.slice(at).join(" "));
  return parts;
}
