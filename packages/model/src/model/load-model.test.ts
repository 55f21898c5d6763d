import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { loadModel } from "./load-model";
import type { ModelProblem } from "./model-problem";
import { type ModelSource, modelSource } from "./model-schema";
import { sampleRuleLanguage } from "./sample-rule-language";

const PARENT = `
schema: 1
id: goc
title: Mô hình gốc
slogans:
  - id: ba-khong
    title: 3 không
    commitments:
      - { id: khong-tre-hen, text: Không trễ hẹn, measured_by: [xong-ngay, xin-loi, bao-cao] }
      - { id: khong-phien-ha, text: Không phiền hà, measured_by: [bo-sung] }
criteria:
  - { id: tieu-chi, title: Tiêu chí, measured_by: [xong-ngay] }
rules:
  xong-ngay: { kind: dossier.finished-within, term: 3 working-days, floor: [term] }
  xin-loi: { kind: dossier.apology, requires: [cause], signed_by: [chairman, vice-chairman], floor: true }
  bo-sung: { kind: dossier.max-supplements, floor: true }
  tong-ket: { kind: task.done, task: hop }
  bao-cao: { kind: report.handed-in, report: bao-cao-thang }
timeline:
  - { id: hop, title: Họp, due: 2023-09-01 }
reports:
  - { id: bao-cao-thang, title: Báo cáo tháng, to: UBND tỉnh }
reminders: { before_due: [4 working-hours], to_close: 2 working-hours, floor: true }
scorecard:
  lines:
    - { id: diem-xin-loi, title: Xin lỗi, points: 40, measured_by: [xin-loi] }
    - { id: diem-xong, title: Xong, points: 60, measured_by: [xong-ngay] }
`;

function library(id: string): ModelSource | undefined {
  if (id === "goc") return loaded(PARENT).model;
  if (id === "vong") return modelSource.parse({ schema: 1, id: "vong", title: "Vòng", extends: "tron" });
  if (id === "tron") return modelSource.parse({ schema: 1, id: "tron", title: "Tròn", extends: "vong" });
  return undefined;
}

const load = (text: string) => loadModel(text, { file: "mo-hinh.yaml", library, kinds: sampleRuleLanguage });

function loaded(text: string) {
  const result = load(text);
  if ("problems" in result) throw new Error(result.problems.map((one) => `${one.line}: ${one.message.en}`).join("\n"));
  return result;
}

function problems(text: string): ModelProblem[] {
  const result = load(text);
  return "problems" in result ? result.problems : [];
}

const caseFile = new URL("./load-model.cases.yaml", import.meta.url);
const problemCase = z.strictObject({
  name: z.string(),
  yaml: z.string(),
  problems: z.array(
    z.strictObject({ at: z.string(), path: z.string(), key: z.string(), vi: z.string(), en: z.string() }),
  ),
});
const cases = z.array(problemCase).parse(parse(readFileSync(caseFile, "utf8")));
const golden = (text: string) =>
  problems(text).map(({ line, column, path, key, message }) => ({ at: `${line}:${column}`, path, key, ...message }));

describe("problems of a text", () => {
  it.each(cases)("$name", ({ yaml, problems: expected }) => {
    expect(golden(yaml)).toEqual(expected);
  });

  it("names the file, and an id of the parent called like what every object has", () => {
    const text = "schema: 1\nid: a\ntitle: A\nextends: goc\nrules:\n  constructor: { kind: dossier.max-supplements }\n";
    expect(Object.keys(loaded(text).model.rules).at(-1)).toBe("constructor");
    expect(problems("schema: 1")[0]?.file).toBe("mo-hinh.yaml");
  });

  it("never throws, and always says where and what, whatever is cut out of or put into a text", () => {
    const slip = fc.record({ at: fc.nat(PARENT.length), cut: fc.nat(6), put: fc.string({ maxLength: 4 }) });
    const odd = fc.constantFrom(
      ": ",
      "\n",
      "  ",
      "- ",
      "{",
      "]",
      '"',
      "&a ",
      "*a",
      "!x ",
      "|",
      "\t",
      "~",
      ".inf",
      "\u0000",
    );
    const put = fc.record({ at: fc.nat(PARENT.length), cut: fc.constant(0), put: odd });
    fc.assert(
      fc.property(fc.array(fc.oneof(slip, put), { minLength: 1, maxLength: 3 }), (slips) => {
        const text = slips.reduce((old, { at, cut, put }) => old.slice(0, at) + put + old.slice(at + cut), PARENT);
        const lines = text.split(/\r?\n|\r/).length;
        for (const one of problems(text)) {
          expect(one.line).toBeGreaterThan(0);
          expect(one.line).toBeLessThanOrEqual(lines);
          expect(one.column).toBeGreaterThan(0);
          expect(one.message.vi).toMatch(/.{10}/);
          expect(one.message.en).toMatch(/.{10}/);
          expect(one.message.vi + one.message.en).not.toContain("undefined");
        }
      }),
      {
        numRuns: 300,
        examples: [
          [
            [
              { at: 282, cut: 6, put: "" },
              { at: 0, cut: 0, put: ": " },
            ],
          ],
        ],
      },
    );
  });
});
