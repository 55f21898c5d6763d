import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
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
  problems: z
    .array(z.strictObject({ at: z.string(), path: z.string(), key: z.string(), vi: z.string(), en: z.string() }))
    .optional(),
});
const cases = z.array(problemCase).parse(parse(readFileSync(caseFile, "utf8")));
const golden = (text: string) =>
  problems(text).map(({ line, column, path, key, message }) => ({ at: `${line}:${column}`, path, key, ...message }));

if (process.env.GOLD)
  writeFileSync(
    caseFile,
    stringify(
      cases.map((one) => ({ name: one.name, yaml: one.yaml, problems: golden(one.yaml) })),
      { lineWidth: 0 },
    ),
  );

describe("problems of a text", () => {
  it.each(cases)("$name", ({ yaml, problems: expected }) => {
    expect(golden(yaml)).toEqual(expected);
  });
});
