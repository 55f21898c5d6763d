import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ruleKinds } from "../rules/rule-kinds";
import { modelJsonSchema } from "./json-schema";
import { sampleRuleLanguage } from "./sample-rule-language";

const schema = modelJsonSchema(sampleRuleLanguage);
const definition = (kind: string) => schema.definitions[`rule.${kind}`] ?? {};

describe("modelJsonSchema", () => {
  it("is draft 7, refuses unknown keys and asks for what has no default", () => {
    expect(schema).toMatchObject({
      $schema: "http://json-schema.org/draft-07/schema#",
      additionalProperties: false,
      required: ["schema", "id", "title"],
    });
  });

  it("has one schema for each rule kind, told apart by its name", () => {
    const refs = [...ruleKinds.keys()].map((kind) => ({ $ref: `#/definitions/rule.${kind}` }));
    const all = modelJsonSchema();
    expect(all.properties?.rules).toMatchObject({ additionalProperties: { oneOf: refs } });
    expect(Object.keys(all.definitions)).toEqual([...ruleKinds.keys()].map((kind) => `rule.${kind}`));
  });

  it("knows the parameters of a kind, and floors on them only", () => {
    expect(definition("dossier.max-supplements")).toMatchObject({
      description: "Bổ sung không quá 1 lần",
      properties: {
        kind: { const: "dossier.max-supplements" },
        max: { type: "integer", minimum: 0, default: 1 },
        floor: { anyOf: [{ const: true }, { items: { enum: ["max"] } }] },
      },
      required: ["kind"],
      additionalProperties: false,
    });
    expect(modelJsonSchema(sampleRuleLanguage, "en").definitions["rule.dossier.max-supplements"]).toMatchObject({
      description: "At most 1 supplements",
    });
  });

  it("asks for parameters without default only where nothing is taken over", () => {
    expect(schema.anyOf).toMatchObject([
      { required: ["extends"] },
      {
        properties: {
          rules: {
            additionalProperties: {
              allOf: expect.arrayContaining([
                {
                  anyOf: [
                    { not: { properties: { kind: { const: "dossier.finished-within" } } } },
                    { required: ["term"] },
                  ],
                },
              ]),
            },
          },
        },
      },
    ]);
  });

  it.each([
    ["dossier.finished-within", { kind: "dossier.finished-within", term: "3 working-days" }, true],
    ["dossier.finished-within", { kind: "dossier.finished-within", term: "3 ngày" }, false],
    ["dossier.finished-within", { kind: "dossier.finished-within", term: "same-day", floor: ["term"] }, true],
    ["dossier.finished-within", { kind: "dossier.finished-within", term: "same-day", floor: ["max"] }, false],
    ["dossier.finished-within", { kind: "dossier.max-supplements", term: "same-day" }, false],
    ["dossier.max-supplements", { kind: "dossier.max-supplements", max: -1 }, false],
    ["dossier.max-supplements", { kind: "dossier.max-supplements", maximum: 1 }, false],
  ])("%s: %j is right: %s", (kind, rule, right) => {
    expect(z.fromJSONSchema(definition(kind)).safeParse(rule).success).toBe(right);
  });
});
