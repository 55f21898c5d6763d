import { slugOf } from "./entry-id";
import type { RuleSlot } from "./rule-slots";

/** What is wrong with the words of a field: a key of the texts of the editor. */
export type SlotError = "number" | "time" | "days" | "choose" | "date";

type Words = (name: string) => string[];

const numberOf = (word: string): number => Number(word.trim().replace(",", "."));
const linesOf = (words: readonly string[]): string[] =>
  words
    .flatMap((word) => word.split("\n"))
    .map((line) => line.trim())
    .filter(Boolean);

/** "10/6" or "10-6" as a month-day "06-10"; other words as they are. */
function monthDay(word: string): string {
  const [, day, month] = /^(\d{1,2})[/-](\d{1,2})$/.exec(word) ?? [];
  return day && month ? `${month.padStart(2, "0")}-${day.padStart(2, "0")}` : word;
}

function tiersOf(get: Words): { below?: number; share: number }[] {
  const [below, share] = [get("tiers.below"), get("tiers.share")];
  return share.flatMap((percent, place) => {
    if (percent.trim() === "") return [];
    const limit = below[place]?.trim() ?? "";
    return [{ ...(limit === "" ? {} : { below: numberOf(limit) }), share: numberOf(percent) / 100 }];
  });
}

function slotValue(slot: RuleSlot, get: Words): unknown {
  const words = get(slot.name);
  const [word = ""] = words;
  switch (slot.control) {
    case "several": {
      const all = [...new Set([...slot.kept, ...words])];
      return /levels|weekdays/.test(slot.name) ? all.map(Number) : all;
    }
    case "lines":
      return linesOf(words);
    case "month-days":
      return linesOf(words.flatMap((one) => one.split(/[,;]/))).map(monthDay);
    case "tiers":
      return tiersOf(get);
    case "flag":
      return word === "on" || word === "true";
  }
  if (word.trim() === "") return null;
  if (slot.control === "number") return numberOf(word);
  if (slot.control === "share") return numberOf(word) / 100;
  return slot.control === "name" ? slugOf(word) || null : word.trim();
}

const isOpen = (slot: RuleSlot): boolean => !slot.locked && slot.control !== "shown";
const empty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

/**
 * The values of a submitted form as `ModelChange` "parameters" takes them. `get` gives the words of a field by its name.
 * Fields that are locked or only shown stay as they are.
 */
export function readSlots(slots: readonly RuleSlot[], get: Words): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const slot of slots) {
    const open = isOpen(slot);
    const [name = "", part] = slot.name.split(".");
    if (part === undefined) {
      const value = open ? slotValue(slot, get) : undefined;
      if (open) values[name] = slot.optional && empty(value) ? null : value;
      continue;
    }
    // What a field only shows within a group is kept: a list of words, as far as groups of parameters have such.
    const kept = slot.control === "shown" && slot.value[0] ? slot.value : null;
    const value = kept ?? slotValue(slot, open ? get : () => slot.value);
    if (!empty(value)) values[name] = { ...Object(values[name]), [part]: value };
    else values[name] ??= null;
  }
  return values;
}

function errorOf(slot: RuleSlot, get: Words): SlotError | null {
  const words = linesOf(get(slot.name));
  const [word = ""] = words;
  const wrong = (error: SlotError, good: boolean): SlotError | null => (good ? null : error);
  switch (slot.control) {
    case "number":
    case "share":
      return word === "" ? null : wrong("number", Number.isFinite(numberOf(word)));
    case "time":
      return word === "" ? null : wrong("time", /^([01]\d|2[0-3]):[0-5]\d$/.test(word));
    case "date":
      return wrong("date", word === "" ? slot.optional : /^\d{4}-\d{2}-\d{2}$/.test(word));
    case "month-days":
      // No day at all asks for something only where it is asked for all the time.
      if (words.length === 0) return wrong("days", get("continuous").length > 0);
      return wrong(
        "days",
        words.flatMap((one) => linesOf(one.split(/[,;]/))).every((one) => /^\d{1,2}[/-]\d{1,2}$/.test(one)),
      );
    case "entry":
    case "name":
      return wrong("choose", slot.optional || slugOf(word) !== "");
    case "tiers":
      return wrong(
        "number",
        [...get("tiers.below"), ...get("tiers.share")].every((one) => Number.isFinite(numberOf(one || "0"))),
      );
    default:
      return null;
  }
}

/** Fields of a submitted form whose words cannot be read, by their name. What they mean together is the loader's business. */
export function slotErrors(slots: readonly RuleSlot[], get: Words): Record<string, SlotError> {
  const errors: Record<string, SlotError> = {};
  for (const slot of slots.filter(isOpen)) {
    const error = errorOf(slot, get);
    if (error) errors[slot.name] = error;
  }
  return errors;
}
