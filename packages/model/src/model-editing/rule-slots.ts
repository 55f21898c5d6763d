import { z } from "zod";
import { bareSchema } from "../model/bare-schema";
import { looserThan } from "../model/compare-strictness";
import { modelEntries, PARAM_TARGETS } from "../model/model-entries";
import type { ModelSource } from "../model/model-schema";
import { paramsOf } from "../model/rule-language";
import type { Stricter } from "../rules/define-rule-kind";
import { ruleKinds } from "../rules/rule-kinds";
import { termParam } from "../rules/term-param";

export type SlotControl =
  | "choice"
  | "several"
  | "number"
  | "share"
  | "term"
  | "time"
  | "date"
  | "flag"
  /** An entry of the model; the options are ids. */
  | "entry"
  /** A name of one's own, kept as an id. */
  | "name"
  | "lines"
  /** Days of each year, "10/6" a line. */
  | "month-days"
  /** Shares by number of dossiers: "100 50" is half of them below a hundred, "50" half of any number. */
  | "tiers"
  | "shown";

/** One parameter of a rule as a field of a form. */
export interface RuleSlot {
  /** `term`, or `when.procedures` within a group. */
  name: string;
  control: SlotControl;
  /** Values to choose from. */
  options: string[];
  /** As a form holds it: one text, or several for `several`. Shares in percent. */
  value: string[];
  /** May be left open. */
  optional: boolean;
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

type Control = Pick<RuleSlot, "control" | "options">;
const plain = (control: SlotControl): Control => ({ control, options: [] });

function arrayControl(name: string, element: z.core.$ZodType | undefined): Control {
  if (element instanceof z.ZodEnum) return { control: "several", options: element.options.map(String) };
  if (name.endsWith("weekdays")) return { control: "several", options: WEEKDAYS };
  if (name.endsWith("levels")) return { control: "several", options: LEVELS };
  if (element instanceof z.ZodObject) return plain(name === "tiers" ? "tiers" : "shown");
  if (name.includes(".") || !(element instanceof z.ZodString)) return plain("shown");
  return plain(element.format === "regex" ? "month-days" : "lines");
}

function textControl(name: string, model: ModelSource | undefined): Control {
  if (name.endsWith("received_before")) return plain("time");
  const types = PARAM_TARGETS[name];
  if (!types) return plain(name.includes(".") ? "shown" : "name");
  const entries = modelEntries(model).filter(({ type }) => types.includes(type));
  return { control: "entry", options: entries.map(({ id }) => id) };
}

function controlOf(
  name: string,
  schema: z.core.$ZodType | undefined,
  value: unknown,
  model: ModelSource | undefined,
): Control {
  const type = bareSchema(schema);
  if (type === termParam) {
    const now = typeof value === "string" && !TERMS.includes(value) ? [value] : [];
    return { control: "term", options: [...now, ...TERMS] };
  }
  if (type instanceof z.ZodEnum) return { control: "choice", options: type.options.map(String) };
  if (type instanceof z.ZodBoolean) return plain("flag");
  if (type instanceof z.ZodNumber) return plain(type.maxValue === 1 ? "share" : "number");
  if (type instanceof z.ZodArray) return arrayControl(name, bareSchema(type.def.element));
  if (type instanceof z.ZodUnion && !Array.isArray(value)) {
    const words = type.def.options.map(bareSchema).find((one) => one instanceof z.ZodEnum);
    if (words instanceof z.ZodEnum) return { control: "choice", options: words.options.map(String) };
  }
  if (type instanceof z.ZodISODate) return plain("date");
  return type instanceof z.ZodString ? textControl(name, model) : plain("shown");
}

const percentOf = (share: number): string => String(Math.round(share * 10_000) / 100);

/** "06-10" as read: "10/6". */
const dayWords = (day: string): string => day.split("-").map(Number).reverse().join("/");

function written(control: SlotControl, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (control === "share" && typeof value === "number") return [percentOf(value)];
  if (control === "month-days" && Array.isArray(value)) return value.map((day) => dayWords(String(day)));
  if (control === "tiers" && Array.isArray(value)) {
    return value.map(({ below, share }) =>
      [below, percentOf(Number(share))].filter((one) => one !== undefined).join(" "),
    );
  }
  if (Array.isArray(value)) return value.map(String);
  return [typeof value === "object" ? JSON.stringify(value) : String(value)];
}

/** What a kind says by itself, field by field. */
function defaultsOf(params: z.ZodObject): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params.shape).flatMap(([name, field]: [string, z.core.$ZodType]) =>
      field instanceof z.ZodDefault ? [[name, field.def.defaultValue]] : [],
    ),
  );
}

/**
 * The parameters of a rule as fields, with the floors that the rule of the same id in the extended model sets. `model` is
 * whose entries a parameter may name.
 */
export function ruleSlots(
  rule: ModelSource["rules"][string],
  above?: ModelSource["rules"][string],
  model?: ModelSource,
): RuleSlot[] {
  const kind = ruleKinds.get(rule.kind);
  if (!kind) return [];
  const stricter: Readonly<Record<string, Stricter | undefined>> = kind.stricter;
  const usual = kind.params.safeParse(paramsOf(rule));
  const now: Record<string, unknown> = usual.success ? usual.data : { ...defaultsOf(kind.params), ...paramsOf(rule) };
  const usualAbove = above ? kind.params.safeParse(paramsOf(above)) : undefined;
  const limits: Record<string, unknown> = usualAbove?.success ? usualAbove.data : {};
  const floored = (name: string): boolean => {
    if (above?.kind !== rule.kind || above.floor === undefined) return false;
    return above.floor === true || above.floor.includes(name);
  };

  const slot = (name: string, param: string, schema: z.core.$ZodType, value: unknown, limit: unknown): RuleSlot => {
    const { control, options } = controlOf(name, schema, value, model);
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
      optional: schema instanceof z.ZodOptional,
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
