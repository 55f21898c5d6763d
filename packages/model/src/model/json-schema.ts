import { z } from "zod";
import type { Language } from "../rules/define-rule-kind";
import { ruleKinds } from "../rules/rule-kinds";
import { modelSource, rule } from "./model-schema";
import type { RuleLanguage, RuleWord } from "./rule-language";

type Json = z.core.JSONSchema.BaseSchema;

interface ModelJsonSchema extends Json {
  definitions: Record<string, Json>;
}

const draft = (schema: z.core.$ZodType): Json => {
  // Values that JSON Schema cannot say are left open: the loader checks them.
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    reused: "inline",
  });
  return rest;
};

const definitionOf = (word: RuleWord): string => `rule.${word.kind}`;

/** What an editor shows of a kind: its sentence for the parameters it has of itself. */
function description(word: RuleWord, language: Language): string | undefined {
  const usual = word.params.safeParse({});
  return usual.success ? word.sentence(usual.data, language) : undefined;
}

function ruleSchema(word: RuleWord, language: Language): Json {
  const frame = draft(rule).properties ?? {};
  const names = Object.keys(word.params.shape);
  const about = description(word, language);
  return {
    type: "object",
    ...(about ? { description: about } : {}),
    properties: {
      ...frame,
      kind: { type: "string", const: word.kind },
      ...draft(word.params).properties,
      floor: { anyOf: [{ const: true }, { type: "array", items: names.length ? { enum: names } : false }] },
    },
    required: ["kind"],
    additionalProperties: false,
  };
}

/**
 * JSON Schema (draft 7) of the model language, for editors: each rule is one of the kinds, told apart by `kind`.
 * A model that extends another may leave out parameters it takes over, so they are required only without `extends`.
 * Names, sums and floors are beyond JSON Schema: `loadModel` checks them.
 */
export function modelJsonSchema(kinds: RuleLanguage = ruleKinds, language: Language = "vi"): ModelJsonSchema {
  const schema = draft(modelSource);
  const words = [...kinds.values()];
  const complete = words.flatMap((word): Json[] => {
    const required = draft(word.params).required ?? [];
    if (!required.length) return [];
    return [{ anyOf: [{ not: { properties: { kind: { const: word.kind } } } }, { required }] }];
  });
  const ids: Json = { propertyNames: draft(modelSource.shape.rules).propertyNames ?? true };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Gần Dân model",
    ...schema,
    properties: {
      ...schema.properties,
      rules: {
        type: "object",
        ...ids,
        additionalProperties: { oneOf: words.map((word) => ({ $ref: `#/definitions/${definitionOf(word)}` })) },
      },
    },
    ...(complete.length
      ? { anyOf: [{ required: ["extends"] }, { properties: { rules: { additionalProperties: { allOf: complete } } } }] }
      : {}),
    definitions: Object.fromEntries(words.map((word) => [definitionOf(word), ruleSchema(word, language)])),
  };
}
