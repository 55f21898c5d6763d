import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadModel } from "@gandan/model/model/load-model";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { ruleKinds } from "@gandan/model/rules/rule-kinds";
import { type Answers, askedQuestions } from "@gandan/model/survey/asked-questions";
import { describe, expect, it } from "vitest";
import { generatedFiles } from "./generated-files";
import { frame, libraryModel, libraryModels, procedures, register } from "./library";

const root = join(import.meta.dirname, "..");
const read = (folder: string) =>
  readdirSync(join(root, folder)).map((name) => ({ name, text: readFileSync(join(root, folder, name), "utf8") }));

const textOf = (model: ModelSource, slogan: string): string[] =>
  model.slogans.find(({ id }) => id === slogan)?.commitments.map(({ text }) => text) ?? [];

function modelOf(id: string): ModelSource {
  const found = libraryModel(id);
  if (!found) throw new Error(`No model ${id}`);
  return found.model;
}

it("the generated files say what the YAML says (run: npm run generate)", () => {
  const generated = readdirSync(join(root, "src/generated"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, "src/generated/").length));
  const expected = generatedFiles(read);
  expect(generated.sort()).toEqual([...expected.keys()].sort());
  for (const [path, text] of expected) {
    expect(readFileSync(join(root, "src/generated", path), "utf8") === text, path).toBe(true);
  }
});

describe.each(read("models"))("$name", ({ name, text }) => {
  it("loads with no problem, under the name of its file", () => {
    const library = (id: string) => libraryModel(id)?.own;
    const result = loadModel(text, { file: name, library, kinds: ruleKinds });
    expect("problems" in result ? result.problems : []).toEqual([]);
    expect("model" in result && `${result.model.id}.yaml`).toBe(name);
  });

  it("names the clause of every commitment, criterion, rule, task and report, and weighs to 100", () => {
    const model = modelOf(name.replace(/\.yaml$/, ""));
    const entries = [
      ...model.slogans.flatMap(({ commitments }) => commitments),
      ...model.criteria,
      ...Object.entries(model.rules).map(([id, rule]) => ({ id, ...rule })),
      ...model.timeline,
      ...model.reports,
    ];
    expect(entries.filter(({ clause }) => !clause).map(({ id }) => id)).toEqual([]);
    expect(model.scorecard?.lines.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    expect(model.effective?.from).toMatch(/^20\d\d-/);
    expect(model.legal_basis.length).toBeGreaterThan(0);
  });

  it("has rules with a title and a sentence in both languages", () => {
    for (const [id, rule] of Object.entries(modelOf(name.replace(/\.yaml$/, "")).rules)) {
      const { kind, title, clause, note, floor, ...params } = rule;
      expect(title, id).toBeTruthy();
      expect(ruleKinds.get(kind)?.sentence(params, "vi"), id).toMatch(/\S/);
      expect(ruleKinds.get(kind)?.sentence(params, "en"), id).toMatch(/\S/);
    }
  });
});

it("a text that stands in says what its source says", () => {
  const borrowed = libraryModels().flatMap(({ model }) => model.slogans.flatMap(({ commitments }) => commitments));
  const standIns = borrowed.filter(({ stands_in_from }) => stands_in_from);
  expect(standIns).toHaveLength(7 + 8 + 6);
  for (const { text, stands_in_from } of standIns) {
    const source = modelOf(stands_in_from?.model ?? "");
    const same = source.slogans.flatMap(({ commitments }) => commitments).filter((one) => one.text === text);
    expect(
      same.map(({ clause }) => clause),
      text,
    ).toContain(stands_in_from?.clause);
  }
});

it("has the slogans of the plans in full", () => {
  const counts = (id: string) => modelOf(id).slogans.map(({ title, commitments }) => `${title}: ${commitments.length}`);
  expect(counts("quang-trung-2023")).toEqual(["5 biết: 5", "3 không: 3", "4 thể hiện: 4"]);
  expect(counts("truong-xuan-2023")).toEqual(["5 biết: 5", "3 không: 3", "4 thể hiện: 4"]);
  expect(counts("dong-thanh-2024")).toEqual(["3 không: 3", "3 biết: 3", "6 biết: 6", "3 thể hiện: 3", "5 không: 5"]);
  expect(counts("phuoc-long-2023")).toEqual(["4 xin: 4", "4 luôn: 4", "5 không: 5"]);
  expect(counts("son-giang-2023").slice(3)).toEqual(["5 biết: 5", "3 thể hiện: 3"]);
  expect(counts("long-giang-2023").slice(3)).toEqual(["3 biết: 3", "3 không: 3"]);
  expect(textOf(modelOf("phong-giao-duc-2023"), "bon-tai-cho")).toEqual([
    "Tiếp nhận tại chỗ",
    "Thẩm định tại chỗ",
    "Phê duyệt tại chỗ",
    "Trả kết quả tại chỗ",
  ]);
});

it("names the nine forms of the plan of Quang Trung", () => {
  const { forms, surveys } = modelOf("quang-trung-2023");
  expect(forms.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `Mẫu số ${n}`));
  expect(surveys.map(({ code }) => code)).toEqual(["Mẫu số 2", "Mẫu số 3", "Mẫu số 4"]);
});

it("knows no model that is not there", () => {
  expect(libraryModel("not-a-model")).toBeUndefined();
  expect(frame("not-a-frame")).toBeUndefined();
  expect(register("not-a-register")).toBeUndefined();
});

describe("register of Phước Long", () => {
  const entries = register()?.entries ?? [];

  it("has ten offices and seven communes, three of which declined with their reply", () => {
    expect(entries.filter(({ kind }) => kind === "office").map(({ no }) => no)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(entries.filter(({ kind }) => kind === "commune").map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const declined = entries.filter(({ model }) => model === null);
    expect(declined.map(({ unit }) => unit)).toEqual([
      "Thanh tra thị xã",
      "Phòng Văn hóa và Thông tin",
      "Phòng Kinh tế",
    ]);
    expect(declined.every((one) => one.declined && one.reply && one.procedures.length === 0)).toBe(true);
  });

  it("names models of the library and procedures of the catalogue", () => {
    const codes = new Set(procedures().map(({ code }) => code));
    for (const { unit, kind, unit_code, model, own_name, procedures: chosen } of entries) {
      if (model !== null) expect(libraryModel(model)?.id, unit).toBe(model);
      expect(own_name === undefined, unit).toBe(model === null);
      expect(unit_code === undefined, unit).toBe(kind === "office");
      expect(
        chosen.filter(({ code }) => !codes.has(code)),
        unit,
      ).toEqual([]);
    }
  });

  it("gives each commune a model of its own under the name it chose", () => {
    for (const { unit, model, own_name } of entries.filter(({ kind }) => kind === "commune")) {
      const found = libraryModel(model ?? "");
      expect(found?.own.extends, unit).toBe("phuoc-long-2023");
      expect(found?.model.title.startsWith(`${own_name} – `), unit).toBe(true);
    }
  });
});

it("gives a term to every procedure whose source is sure, and none twice", () => {
  const all = procedures();
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  expect(all.filter(({ term, confidence }) => (term === undefined) !== (confidence === "low"))).toEqual([]);
});

it("has a sample frame of eight fields with leaves of every kind, some filled by the yardstick", () => {
  const found = frame("par-commune-2026");
  expect(found?.sample).toBe(true);
  expect(found?.fields.map(({ points }) => points)).toEqual([9.5, 6, 15, 7.5, 11, 9, 14, 28]);
  const nodes = (found?.fields ?? []).flatMap(({ criteria }) => criteria);
  const leaves = nodes.flatMap((one) => [one, ...(one.children ?? [])]).flatMap(({ leaf }) => leaf ?? []);
  expect([...new Set(leaves.map(({ kind }) => kind))].sort()).toEqual(["ratio", "steps", "survey", "yes-no"]);
  const rules = leaves.flatMap((leaf) => (leaf.kind === "ratio" ? (leaf.measured_by?.yardstick ?? []) : []));
  expect(rules).toEqual(["dung-hen", "thu-xin-loi", "ket-thuc-ho-so"]);
  for (const rule of rules) expect(Object.keys(modelOf("yardstick-2024").rules)).toContain(rule);
});

describe("survey forms", () => {
  const forms = libraryModels().flatMap(({ own }) => own.surveys);

  it("are complete in English too", () => {
    expect(forms.map(({ id }) => id)).toHaveLength(6);
    for (const { id, translations, sections = [], questions } of forms) {
      expect(Object.keys(translations ?? {}), id).toEqual(["en"]);
      for (const one of [...sections, ...questions])
        expect(Object.keys(one.translations ?? {}), one.id).toEqual(["en"]);
    }
  });

  it("of plan 000 are its Mẫu 2, 3 and 4", () => {
    const { surveys } = modelOf("quang-trung-2023");
    expect(surveys.map(({ code }) => code)).toEqual(["Mẫu số 2", "Mẫu số 3", "Mẫu số 4"]);
    const late = surveys[1]!;
    const after = (answers: Answers) => askedQuestions(late, answers).map(({ id }) => id);
    expect(after({ "m3-dung-hen": true })).not.toContain("m3-xin-loi");
    expect(after({ "m3-dung-hen": false })).toContain("m3-xin-loi");
  });

  it("of plan 004 asks its five subjects and the general question, and no more of who is satisfied", () => {
    const [form] = modelOf("nam-dong-2024").surveys;
    const asked = askedQuestions(form!, { "nd-chung": 4, "nd-chi-phi": false });
    expect(asked.map(({ subject, kind }) => `${kind} ${subject ?? ""}`.trim())).toEqual([
      "level5 general",
      "level5 access",
      "level5 procedure",
      "level5 attitude",
      "level5 responsibility",
      "level5 guidance",
      "yes-no integrity",
      "yes-no integrity",
      "text",
    ]);
    const more = askedQuestions(form!, { "nd-chung": 1, "nd-chi-phi": true }).map(({ id }) => id);
    expect(more.filter((id) => !asked.some((one) => one.id === id))).toEqual(["nd-ly-do", "nd-khoan-chi"]);
  });
});
