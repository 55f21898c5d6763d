import { describe, expect, it } from "vitest";
import { z } from "zod";
import { closestWord } from "./closest-word";
import { problemMessage } from "./problem-messages";
import { schemaFindings } from "./schema-findings";

describe("schemaFindings", () => {
  it("hands on what a kind says for itself, under the place of the value", () => {
    const schema = z.strictObject({ tiers: z.array(z.number()).refine((list) => list.length < 2, "tiers fall") });
    const given = { tiers: [1, 2] };
    const findings = schemaFindings(schema, schema.safeParse(given).error?.issues ?? [], given, ["rules", "a"]);
    expect(findings).toEqual([
      { key: "bad-value", path: ["rules", "a", "tiers"], at: "value", params: { name: "tiers", detail: "tiers fall" } },
    ]);
    expect(problemMessage("bad-value", { name: "tiers", detail: "tiers fall" })).toEqual({
      vi: "Giá trị của “tiers” không dùng được (tiers fall); hãy sửa lại.",
      en: "The value of “tiers” cannot be used (tiers fall); correct it.",
    });
  });

  it("knows the names inside lists, records and what is optional", () => {
    const inner = z.strictObject({ measured_by: z.string().optional() });
    const schema = z.strictObject({ list: z.array(inner).default([]), group: z.record(z.string(), inner).optional() });
    const given = { list: [{ measuredby: "x" }], group: { a: { mesured_by: "x" } } };
    const findings = schemaFindings(schema, schema.safeParse(given).error?.issues ?? [], given);
    expect(findings.map((one) => one.params.suggestion)).toEqual(["measured_by", "measured_by"]);
  });
});

describe("closestWord", () => {
  const known = ["title", "clause", "measured_by", "text", "dossier.on-time"];
  it.each([
    ["tilte", "title"],
    ["Title", "title"],
    ["measured-by", "measured_by"],
    ["clauses", "clause"],
    ["dosier.ontime", "dossier.on-time"],
    ["xyz", undefined],
    ["id", undefined],
    ["", undefined],
  ])("%s → %s", (written, expected) => {
    expect(closestWord(written, known)).toBe(expected);
  });
});
