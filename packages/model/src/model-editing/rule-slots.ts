import { z } from "zod";
import { bareSchema } from "../model/bare-schema";
import { looserThan } from "../model/compare-strictness";
import type { ModelSource } from "../model/model-schema";
import { paramsOf } from "../model/rule-language";
import type { Stricter } from "../rules/define-rule-kind";
import { ruleKinds } from "../rules/rule-kinds";
import { termParam } from "../rules/term-param";

export type SlotControl = "choice" | "several" | "number" | "share" | "term" | "time" | "date" | "flag" | "shown";

/** One parameter of a rule as a field of a form. */
export interface RuleSlot {
  /** `term`, or `when.procedures` within a group. */
  name: string;
  control: SlotControl;
  /** Values to choose from. */
  options: string[];
  /** As a form holds it: one text, or several for `several`. Shares in percent. */
  value: string[];
  /** Of a list under a floor: what must stay. */
  kept: string[];
  /** Set when the extended model puts a floor under it. */
  floor: { direction: Stricter; value: string[] } | null;
  /** A floor of which nothing may be changed. */
  locked: boolean;
}

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"];
const LEVELS = ["1", "2", "3", "4", "5"];
const TERMS = [
  "same-day",
  "4 working-hours",
  ...[1, 2, 3, 5, 7, 10, 15].map((days) => `${days} working-days`),
  ...[10, 15, 30, 45].map((days) => `${days} calendar-days`),
];

function arrayControl(name: string, element: z.core.$ZodType | undefined): { control: SlotControl; options: string[] } {
  if (element instanceof z.ZodEnum) return { control: "several", options: element.options.map(String) };
  if (name.endsWith("weekdays")) return { control: "several", options: WEEKDAYS };
  return name.endsWith("levels") ? { control: "several", options: LEVELS } : { control: "shown", options: [] };
}

function controlOf(
  name: string,
  schema: z.core.$ZodType | undefined,
  value: unknown,
): Pick<RuleSlot, "control" | "options"> {
  const type = bareSchema(schema);
  if (type === termParam) {
    const now = typeof value === "string" && !TERMS.includes(value) ? [value] : [];
    return { control: "term", options: [...now, ...TERMS] };
  }
  if (type instanceof z.ZodEnum) return { control: "choice", options: type.options.map(String) };
  if (type instanceof z.ZodBoolean) return { control: "flag", options: [] };
  if (type instanceof z.ZodNumber) return { control: type.maxValue === 1 ? "share" : "number", options: [] };
  if (type instanceof z.ZodArray) return arrayControl(name, bareSchema(type.def.element));
  if (type instanceof z.ZodUnion && !Array.isArray(value)) {
    const words = type.def.options.map(bareSchema).find((one) => one instanceof z.ZodEnum);
    if (words instanceof z.ZodEnum) return { control: "choice", options: words.options.map(String) };
  }
  if (name.endsWith("received_before")) return { control: "time", options: [] };
  if (type instanceof z.ZodISODate) return { control: "date", options: [] };
  return { control: "shown", options: [] };
}

function written(control: SlotControl, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (control === "share" && typeof value === "number") return [String(Math.round(value * 10_000) / 100)];
  if (Array.isArray(value)) return value.map(String);
  return [typeof value === "object" ? JSON.stringify(value) : String(value)];
}

/** The parameters of a rule as fields, with the floors that the rule of the same id in the extended model sets. */
export function ruleSlots(rule: ModelSource["rules"][string], above?: ModelSource["rules"][string]): RuleSlot[] {
  const kind = ruleKinds.get(rule.kind);
  if (!kind) return [];
  const stricter: Readonly<Record<string, Stricter | undefined>> = kind.stricter;
  const usual = kind.params.safeParse(paramsOf(rule));
  const now: Record<string, unknown> = usual.success ? usual.data : paramsOf(rule);
  const usualAbove = above ? kind.params.safeParse(paramsOf(above)) : undefined;
  const limits: Record<string, unknown> = usualAbove?.success ? usualAbove.data : {};
  const floored = (name: string): boolean => {
    if (above?.kind !== rule.kind || above.floor === undefined) return false;
    return above.floor === true || above.floor.includes(name);
  };

  const slot = (name: string, param: string, schema: z.core.$ZodType, value: unknown, limit: unknown): RuleSlot => {
    const { control, options } = controlOf(name, schema, value);
    const direction = stricter[param] ?? "fixed";
    const floor = floored(param) ? { direction, value: written(control, limit) } : null;
    const allowed = (option: string) => {
      if (!floor || value === undefined) return true;
      if (control === "several") return direction !== "subset" || floor.value.includes(option);
      return !looserThan(direction, limit, option);
    };
    return {
      name,
      control,
      options: options.filter(allowed),
      value: written(control, value),
      kept: floor && direction === "superset" ? floor.value : [],
      floor,
      locked: floor?.direction === "fixed",
    };
  };

  return Object.entries(kind.params.shape).flatMap(([name, schema]): RuleSlot[] => {
    const group = bareSchema(schema);
    if (!(group instanceof z.ZodObject)) return [slot(name, name, schema, now[name], limits[name])];
    const [inner, limit] = [Object(now[name]), Object(limits[name])];
    return Object.entries(group.shape).map(([part, one]) =>
      slot(`${name}.${part}`, name, one, Reflect.get(inner, part), Reflect.get(limit, part)),
    );
  });
}

function slotValue(slot: RuleSlot, words: readonly string[]): unknown {
  const [word = ""] = words;
  if (slot.control === "several") {
    const all = [...new Set([...slot.kept, ...words])];
    return /levels|weekdays/.test(slot.name) ? all.map(Number) : all;
  }
  if (slot.control === "flag") return word === "on" || word === "true";
  if (word.trim() === "") return null;
  if (slot.control === "number") return Number(word.replace(",", "."));
  if (slot.control === "share") return Number(word.replace(",", ".")) / 100;
  return word.trim();
}

/**
 * The values of a submitted form as `ModelChange` "parameters" takes them. `get` gives the words of a field by its name.
 * Fields that are locked or only shown stay as they are.
 */
export function readSlots(slots: readonly RuleSlot[], get: (name: string) => string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const slot of slots) {
    const open = !slot.locked && slot.control !== "shown";
    const words = open ? get(slot.name) : slot.value;
    const [name = "", part] = slot.name.split(".");
    if (part === undefined) {
      if (open) values[name] = slotValue(slot, words);
      continue;
    }
    const value = slot.control === "shown" && words[0] ? JSON.parse(shownList(words)) : slotValue(slot, words);
    const empty = value === null || (Array.isArray(value) && value.length === 0);
    if (!empty) values[name] = { ...Object(values[name]), [part]: value };
    else values[name] ??= null;
  }
  return values;
}

/** What a `shown` field holds is kept: a list of words, as far as groups of parameters have such. */
const shownList = (words: readonly string[]): string => JSON.stringify(words);
