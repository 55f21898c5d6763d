import { z } from "zod";
import { bareSchema } from "./bare-schema";
import { closestWord } from "./closest-word";
import type { Finding, Path } from "./model-problem";

type Issue = z.core.$ZodIssue;
/** What a pattern of a schema is about, by a part of it. */
const PATTERNS: readonly (readonly [part: string, key: Finding["key"]])[] = [
  ["same-day", "bad-term"],
  ["end-of-work", "bad-closing"],
  ["(none|([01]", "bad-weekend"],
  ["working-(hours|days)$", "bad-lead-time"],
  ["[0-5]\\d$", "bad-time"],
  ["^\\d{4}", "bad-date"],
  ["^\\d{2}-\\d{2}$", "bad-month-day"],
  ["1[0-2])-(", "bad-month-day"],
];
const SLUG_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";

/** Names that an object schema knows at a path; empty where there is none. */
function knownKeys(schema: z.core.$ZodType, path: Path): string[] {
  let here: (z.core.$ZodType | undefined)[] = [bareSchema(schema)];
  for (const step of path) {
    here = here
      .flatMap((one) => (one instanceof z.ZodUnion ? one.def.options.map(bareSchema) : [one]))
      .map((one) => {
        if (one instanceof z.ZodObject) return bareSchema(one.def.shape[String(step)]);
        if (one instanceof z.ZodArray) return bareSchema(one.def.element);
        if (one instanceof z.ZodRecord) return bareSchema(one.def.valueType);
        return undefined;
      });
  }
  return here
    .flatMap((one) => (one instanceof z.ZodUnion ? one.def.options.map(bareSchema) : [one]))
    .flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.def.shape) : []));
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) here = typeof here === "object" && here !== null ? Reflect.get(here, step) : undefined;
  return here;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** An id made from any text: without diacritics, hyphenated. */
function slugExample(text: string): string {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return plain || "dung-hen";
}

const show = (value: unknown): string =>
  (typeof value === "object" ? JSON.stringify(value) : String(value)).slice(0, 60);

function formatFinding(path: Path, name: string, value: unknown, pattern: string, format: string): Finding {
  if (pattern.includes(SLUG_PATTERN)) {
    return { key: "bad-slug", path, at: "value", params: { value: show(value), example: slugExample(show(value)) } };
  }
  const known = PATTERNS.find(([part]) => pattern.includes(part));
  if (format === "date" || known) {
    return { key: known?.[1] ?? "bad-date", path, at: "value", params: { value: show(value) } };
  }
  return { key: "bad-value", path, at: "value", params: { name, detail: show(value) } };
}

/** What a branch of a union would have taken in place of the whole value. */
function wholeOptions(issue: Issue): string[] {
  if (issue.path.length) return [];
  if (issue.code === "invalid_value") return issue.values.map(String);
  return issue.code === "invalid_type" ? [issue.expected] : [];
}

/** The branch of a union that the writer most likely meant: the one whose first problem lies deepest, and has fewest. */
function likeliestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (issues: readonly Issue[]) =>
    Math.max(
      ...issues.map(
        (issue) => issue.path.length + (issue.code === "invalid_type" || issue.code === "invalid_value" ? 0 : 1),
      ),
    );
  return [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
}

/**
 * Turns what zod says into findings with the place, the words an official needs, and a nearby known word.
 * `base` is where `value` stands in the text; `given` is how zod saw the value (same shape as `schema`).
 */
export function schemaFindings(
  schema: z.core.$ZodType,
  issues: readonly Issue[],
  given: unknown,
  base: Path = [],
): Finding[] {
  return issues.flatMap((issue): Finding[] => {
    const within = issue.path.filter((step) => typeof step !== "symbol");
    const path = [...base, ...within];
    const value = valueAt(given, within);
    const name = String(path.findLast((step) => typeof step === "string") ?? "");
    const finding = (key: Finding["key"], params: Finding["params"], at: Finding["at"] = "value"): Finding[] => [
      { key, path, at, params: { name, ...params } },
    ];
    switch (issue.code) {
      case "unrecognized_keys": {
        const keys = knownKeys(schema, within);
        return issue.keys.map((key) => ({
          key: "unknown-key",
          path: [...path, key],
          at: "key",
          params: { name: key, suggestion: closestWord(key, keys), known: keys.length ? keys.join(", ") : undefined },
        }));
      }
      case "invalid_type":
        if (value === undefined) return finding("missing-key", { expected: issue.expected }, "key");
        if (!path.length) return finding("not-a-group", { received: typeOf(value) });
        if (issue.expected === "string" && typeof value === "number") return finding("number-for-text", { value });
        return finding("wrong-type", {
          expected: "format" in issue && issue.format === "safeint" ? "int" : issue.expected,
          received: typeOf(value),
        });
      case "invalid_value": {
        if (value === undefined) return finding("missing-key", { expected: issue.values.join(" | ") }, "key");
        const options = issue.values.map(String);
        return finding("not-one-of", {
          value: show(value),
          options: options.join(", "),
          suggestion: closestWord(show(value), options),
        });
      }
      case "invalid_format":
        if (value === "") return finding("empty-text", {});
        return [formatFinding(path, name, value, "pattern" in issue ? String(issue.pattern) : "", issue.format)];
      case "invalid_key":
        if (path.at(-2) === "translations") return [{ key: "bad-language", path, at: "key", params: { value: name } }];
        return [{ key: "bad-slug", path, at: "key", params: { value: name, example: slugExample(name) } }];
      case "too_small":
        if (issue.origin === "string") return finding("empty-text", {});
        if (issue.origin === "array" || issue.origin === "set")
          return finding("list-too-short", { limit: Number(issue.minimum) });
        return finding("too-small", { limit: Number(issue.minimum), inclusive: issue.inclusive ? 1 : undefined });
      case "too_big":
        return finding("too-big", { limit: Number(issue.maximum), inclusive: issue.inclusive ? 1 : undefined });
      case "invalid_union": {
        const options = "options" in issue && Array.isArray(issue.options) ? issue.options.join(", ") : "";
        if (value === undefined) return finding("missing-key", { expected: options }, "key");
        const allowed = issue.errors.flatMap((one) => (one.length === 1 ? one : [])).flatMap(wholeOptions);
        if (allowed.length > issue.errors.length - 1 && issue.errors.some((one) => one[0]?.code === "invalid_value")) {
          return finding("not-one-of", { value: show(value), options: allowed.join(", ") });
        }
        const branch = likeliestBranch(issue.errors);
        if (branch?.length) {
          const at = within.length;
          return schemaFindings(
            schema,
            branch.map((one) => ({ ...one, path: [...issue.path.slice(0, at), ...one.path] })),
            given,
            base,
          );
        }
        return options
          ? finding("not-one-of", {
              value: show(value),
              options,
              suggestion: closestWord(show(value), options.split(", ")),
            })
          : finding("bad-value", { detail: show(value) });
      }
      default:
        return finding("bad-value", { detail: issue.message });
    }
  });
}
