import { Document, isScalar, visit } from "yaml";
import { z } from "zod";
import { bareSchema } from "./bare-schema";
import { canonical } from "./compare-strictness";
import { isLoose, type Loose } from "./model-entries";
import { type ModelSource, modelSource } from "./model-schema";
import { paramsOf } from "./rule-language";

/** Numbers that a reader of a scorecard looks for, though they are the usual ones. */
const ALWAYS_SHOWN: ReadonlySet<string> = new Set(["total", "min_n", "rank_min_n"]);

/** Keys by name, all the way down: parameters have no order of their own. */
function byName(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(byName);
  if (!isLoose(value)) return value;
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, byName(one)]));
}

/** A rule in the order an official reads it: what it is, what it asks, where it comes from. */
function printableRule({ kind, title, clause, note, floor, ...rest }: Loose): Loose {
  const rule = { kind, title, ...Object(byName(paramsOf(rest))), floor, clause, note };
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));
}

/** A value with its keys in the order of the schema, without what the schema fills in by itself. */
function printable(schema: z.core.$ZodType | undefined, value: unknown): unknown {
  const type = bareSchema(schema);
  if (type instanceof z.ZodArray && Array.isArray(value)) return value.map((one) => printable(type.def.element, one));
  if (!isLoose(value)) return value;
  if (type instanceof z.ZodRecord) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printable(type.def.valueType, one)]));
  }
  if (!(type instanceof z.ZodObject)) return value;
  if ("kind" in type.shape && "floor" in type.shape) return printableRule(value);
  return Object.fromEntries(
    Object.entries(type.shape).flatMap(([key, field]) => {
      const one = value[key];
      const usual = field instanceof z.ZodDefault && canonical(field.def.defaultValue) === canonical(one);
      return one === undefined || (usual && !ALWAYS_SHOWN.has(key)) ? [] : [[key, printable(field, one)]];
    }),
  );
}

const LINE = 110;
const holdsGroups = (group: Loose): boolean =>
  Object.values(group).some((one) => Array.isArray(one) && one.some((item) => typeof item === "object"));

/**
 * The model as YAML text: keys in a fixed order, Vietnamese as it is, short rules and lists of ids on one line, values
 * that are the default left out. Reading the text back gives the same model, and equal models give the same text.
 */
export function printModel(model: ModelSource): string {
  const document = new Document(printable(modelSource, model), { aliasDuplicateObjects: false });
  visit(document, {
    Seq: (_, seq) => {
      const words = seq.items.map((item) => (isScalar(item) ? String(item.value) : ""));
      seq.flow = words.every((word) => /^[\w.:-]+$/.test(word)) && words.join(", ").length < LINE;
    },
    Map: (_, map, path) => {
      const group: Loose = map.toJSON();
      map.flow = path.length > 1 && !holdsGroups(group) && JSON.stringify(group).length < LINE;
    },
  });
  return document.toString({ lineWidth: 0 });
}
