import type { ModelChange } from "@gandan/model/model-editing/model-change";
import { sampleModel } from "@gandan/model/model-editing/sample-draft";
import { describe, expect, it } from "vitest";
import { changeOf, fieldsOf, wordsSent } from "./draft-form.server";

const source = sampleModel(`schema: 1
id: mau
title: Mẫu
slogans:
  - { id: ba-khong, title: 3 không, commitments: [{ id: khong-tre-hen, text: Không trễ hẹn }] }
rules:
  bo-sung: { kind: dossier.max-supplements }
timeline: [{ id: so-ket, title: Sơ kết }]
`);
const draft = { source, above: null };

function posted(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, words] of Object.entries(fields)) for (const word of [words].flat()) form.append(name, word);
  return form;
}
const asked = (fields: Record<string, string | string[]>) => changeOf(posted(fields), draft);

describe("changeOf", () => {
  it.each([
    [
      { change: "add-commitment", id: "ba-khong", text: " Không chờ ", clause: "", measures: ["bo-sung"] },
      { change: "add-commitment", slogan: "ba-khong", text: "Không chờ", clause: null, measures: ["bo-sung"] },
    ],
    [
      {
        change: "add-rule",
        id: "dossier.max-supplements",
        "slot.max": "2",
        title: "Hai lần",
        of: "commitment",
        measured: "khong-tre-hen",
      },
      {
        ...{ change: "add-rule", kind: "dossier.max-supplements", title: "Hai lần", clause: null, values: { max: 2 } },
        measures: { of: "commitment", id: "khong-tre-hen" },
      },
    ],
    [
      { change: "plan", aims: " Gần dân \n\nTrọng dân", requirements: "", funding: "", recipients: "Lưu: VT" },
      { change: "plan", aims: ["Gần dân", "Trọng dân"], requirements: [], funding: [], recipients: ["Lưu: VT"] },
    ],
    [
      { change: "parameters", id: "bo-sung", "slot.max": "0", title: "" },
      { change: "parameters", rule: "bo-sung", values: { max: 0 }, title: null },
    ],
    [
      {
        change: "task",
        id: "so-ket",
        title: "Sơ kết quý",
        from: "",
        due: "2026-12-20",
        owners: "A\r\n\r\nB",
        products: "",
      },
      {
        change: "task",
        id: "so-ket",
        title: "Sơ kết quý",
        from: null,
        due: "2026-12-20",
        owners: ["A", "B"],
        products: [],
      },
    ],
    [
      { change: "move-down", of: "slogan", id: "ba-khong" },
      { change: "move", of: "slogan", id: "ba-khong", to: "down" },
    ],
    [
      { change: "remove", of: "task", id: "so-ket" },
      { change: "remove", of: "task", id: "so-ket" },
    ],
    [
      { change: "points", "points.diem": "12,5", "rules.bo-sung": "" },
      { change: "points", points: { diem: 12.5 }, rules: { "bo-sung": 0 } },
    ],
    [
      { change: "basis", title: "Mẫu", summary: "", issuer: "UBND xã", "document.title": "" },
      { change: "basis", title: "Mẫu", summary: null, issuer: "UBND xã", document: null },
    ],
    [
      { change: "remove-document", id: "1" },
      { change: "remove-document", place: 1 },
    ],
  ])("reads %o", (fields, edit) => {
    expect(asked(fields)).toEqual({ edit });
  });

  it("says which field is wrong, and how", () => {
    expect(asked({ change: "add-slogan", title: " ", text: "x".repeat(2_001) })).toEqual({
      fields: { title: "required", text: "tooLong" },
    });
    expect(asked({ change: "add-rule", id: "dossier.max-supplements", "slot.max": "hai", title: "" })).toEqual({
      fields: { "slot.max": "number", title: "required" },
    });
    expect(asked({ change: "add-task", title: "Họp", due: "20/12" })).toEqual({ fields: { due: "date" } });
    expect(asked({ change: "points", "points.diem": "mười" })).toEqual({ fields: { "points.diem": "number" } });
    expect(asked({ change: "basis", title: "Mẫu", issuer: "UBND", "document.number": "12/KH" })).toEqual({
      fields: { "document.title": "required" },
    });
    expect(asked({ change: "add-document", "document.title": "" })).toEqual({
      fields: { "document.title": "required" },
    });
  });
});

describe("a form that came back", () => {
  const problem = (path: string) => ({
    ...{ file: "m.yaml", line: 1, column: 1, path, key: "too-small" as const },
    message: { vi: `“${path}”`, en: path },
  });
  const form = posted({ change: "parameters", id: "bo-sung", "slot.max": "-1" });
  const edit = { change: "parameters", rule: "bo-sung", values: { max: -1 } } as const;

  it("has the loader's problems at its fields, and nothing when they lie elsewhere", () => {
    expect(fieldsOf(edit, [problem("rules.bo-sung.max")], draft, form)).toEqual({
      "slot.max": problem("rules.bo-sung.max").message,
    });
    expect(fieldsOf(edit, [problem("rules.bo-sung.max"), problem("scorecard.total")], draft, form)).toEqual({});
    const task: ModelChange = { change: "task", id: "so-ket", from: null, due: null, owners: [], products: [] };
    expect(Object.keys(fieldsOf(task, [problem("timeline.so-ket.due")], draft, form))).toEqual(["due"]);
  });

  it("keeps its words, shares by number of dossiers as one", () => {
    const sent = wordsSent(
      posted({ keep: ["a", "b"], "slot.tiers.below": ["100", ""], "slot.tiers.share": ["50", "10"] }),
    );
    expect(sent).toMatchObject({ keep: ["a", "b"], "slot.tiers": ["100 50", "10"] });
  });
});
