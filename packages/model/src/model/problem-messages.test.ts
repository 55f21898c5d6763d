import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PROBLEM_KEYS } from "./problem-messages";

describe("problem messages", () => {
  it("each has a golden case, but for what rule kinds say for themselves", () => {
    const files = ["./load-model.cases.yaml", "../index/load-index-frame.cases.yaml"];
    const text = files.map((file) => readFileSync(new URL(file, import.meta.url), "utf8")).join("\n");
    const shown = new Set(Array.from(text.matchAll(/^ {6}key: (\S+)$/gm), ([, key]) => key));
    expect(PROBLEM_KEYS.filter((key) => !shown.has(key))).toEqual(["bad-value"]);
  });
});
