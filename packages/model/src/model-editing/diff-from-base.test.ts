import { describe, expect, it } from "vitest";
import { loadModel } from "../model/load-model";
import type { ModelSource } from "../model/model-schema";
import { diffFromBase } from "./diff-from-base";

const BASE =
  "schema: 1\nid: goc\ntitle: Mô hình gốc\nsummary: Tóm tắt\nrules:\n  bo-sung: { kind: dossier.max-supplements }\n";

function read(text: string, library?: ModelSource): ModelSource {
  const result = loadModel(text, { file: "m.yaml", library: () => library });
  if ("problems" in result) throw new Error(result.problems[0]?.message.en);
  return result.model;
}
const base = read(BASE);
const child = (more = "", title = "Mô hình gốc") =>
  read(`schema: 1\nid: con\ntitle: ${title}\nextends: goc\nissued_by: { unit: UBND xã }\n${more}`, base);
const paths = (source: ModelSource, same = false) => diffFromBase(base, source, same).map(({ path }) => path);

describe("diffFromBase", () => {
  it("says nothing of what a model of one's own always has for itself", () => {
    expect(paths(child())).toEqual([]);
    expect(paths(child("effective: { from: 2026-11-22 }\n"))).toEqual([]);
  });

  it("says what the promise becomes, and a name or summary of its own", () => {
    expect(paths(child("", "Mô hình xã"))).toEqual(["title"]);
    expect(paths(child("summary: Khác\n"))).toEqual(["summary"]);
    expect(paths(child("rules:\n  bo-sung: { kind: dossier.max-supplements, max: 0 }\n"))).toEqual([
      "rules.bo-sung.max",
    ]);
  });

  it("says all between versions of one model", () => {
    expect(paths({ ...base, issued_by: { unit: "UBND xã" } }, true)).toEqual(["issued_by"]);
  });
});
