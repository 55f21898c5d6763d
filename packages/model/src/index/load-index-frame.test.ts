import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { loadIndexFrame } from "./load-index-frame";

const GOOD = `
schema: 1
id: cchc-mau
title: Chỉ số cải cách hành chính
year: 2026
level: commune
sample: true
classes:
  - { id: tot, title: Tốt, from: 80 }
  - { id: trung-binh, title: Trung bình, from: 0 }
fields:
  - id: cong-khai
    code: "1"
    title: Công khai
    points: 40
    criteria:
      - id: niem-yet
        title: Niêm yết
        points: 25.5
        children:
          - { id: niem-yet-du, code: "1.1.1", title: Đủ, points: 0.5, leaf: { kind: yes-no } }
          - id: niem-yet-ti-le
            title: Tỷ lệ
            points: 25
            leaf: { kind: ratio, full_at: 0.95, zero_at: 0.5, measured_by: { yardstick: dung-hen } }
      - { id: khao-sat, title: Khảo sát, points: 14.5, leaf: { kind: survey, full_at: 0.9 } }
  - id: tien-do
    title: Tiến độ
    points: 60
    criteria:
      - id: bac
        title: Theo bậc
        points: 60
        leaf:
          kind: steps
          steps:
            - { at_least: 50, points: 30 }
            - { at_least: 90, points: 60 }
`;

const caseFile = new URL("./load-index-frame.cases.yaml", import.meta.url);
const problem = z.strictObject({ at: z.string(), path: z.string(), key: z.string(), vi: z.string(), en: z.string() });
const cases = z
  .array(z.strictObject({ name: z.string(), yaml: z.string(), problems: z.array(problem) }))
  .parse(parse(readFileSync(caseFile, "utf8")));

function problems(text: string) {
  const result = loadIndexFrame(text, { file: "khung.yaml" });
  return "problems" in result
    ? result.problems.map(({ line, column, path, key, message }) => ({
        at: `${line}:${column}`,
        path,
        key,
        ...message,
      }))
    : [];
}

describe("loadIndexFrame", () => {
  it("reads a frame with leaves of every kind and decimals that add up", () => {
    const result = loadIndexFrame(GOOD, { file: "khung.yaml" });
    expect("problems" in result ? result.problems : result.frame).toMatchObject({
      id: "cchc-mau",
      total: 100,
      fields: [{ criteria: [{ children: [{}, { leaf: { measured_by: { yardstick: "dung-hen" } } }] }, {}] }, {}],
    });
  });

  it.each(cases)("$name", ({ yaml, problems: expected }) => {
    expect(problems(yaml)).toEqual(expected);
  });
});
