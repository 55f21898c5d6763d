import { describe, expect, it } from "vitest";
import { extendModel } from "./extend-model";
import { type LoadedModel, loadModel } from "./load-model";
import { type ModelInput, type ModelSource, modelSource } from "./model-schema";
import { printModel } from "./print-model";
import { sampleRuleLanguage } from "./sample-rule-language";

const model = (id: string, parts: Partial<ModelInput>): ModelSource =>
  modelSource.parse({ schema: 1, id, title: id, ...parts });

const parent = model("goc", {
  summary: "Của thị xã",
  slogans: [
    {
      id: "ba-khong",
      title: "3 không",
      commitments: [
        { id: "khong-tre-hen", text: "Không trễ hẹn", measured_by: ["xong"] },
        { id: "khong-phien-ha", text: "Không phiền hà" },
      ],
    },
    { id: "ba-biet", title: "3 biết", commitments: [{ id: "biet-xin-loi", text: "Biết xin lỗi" }] },
  ],
  rules: {
    xong: {
      kind: "dossier.finished-within",
      term: "3 working-days",
      when: { groups: ["birth"] },
      clause: "II.1",
      floor: ["term"],
    },
    "bo-sung": { kind: "dossier.max-supplements", floor: true },
    "xin-loi": {
      kind: "dossier.apology",
      requires: ["cause"],
      signed_by: ["chairman", "vice-chairman"],
      floor: true,
    },
    "hai-long": { kind: "survey.satisfied-share", question: "thai-do", at_least: 0.8, min_n: 10, floor: ["at_least"] },
    "cam-ket": { kind: "pledge.signed", share: 0.9, by: "2023-12-31", floor: true },
    "tong-ket": { kind: "task.done", task: "hop" },
  },
  surveys: [
    {
      id: "phieu",
      title: "Phiếu",
      questions: [
        { id: "thai-do", kind: "level5", text: "Thái độ" },
        { id: "y-kien", kind: "text", text: "Ý kiến khác" },
      ],
    },
  ],
  timeline: [{ id: "hop", title: "Họp" }],
  scorecard: {
    min_n: 20,
    lines: [
      { id: "a", title: "A", points: 60, measured_by: ["xong"] },
      { id: "b", title: "B", points: 40, measured_by: ["hai-long"] },
    ],
  },
});

const load = (child: ModelSource, above: ModelSource = parent): LoadedModel =>
  loadModel(printModel(child), {
    file: "con.yaml",
    library: (id) => (id === above.id ? above : id === parent.id ? parent : undefined),
    kinds: sampleRuleLanguage,
  });

const child = (parts: Partial<ModelInput>) => model("con", { extends: "goc", ...parts });

describe("extendModel", () => {
  it("takes over reminders time by time, with their floor", () => {
    const above = model("goc", { reminders: { before_due: ["4 working-hours"], weekend: "15:00", floor: true } });
    expect(extendModel(above, model("con", { extends: "goc" })).reminders).toEqual(above.reminders);
    expect(extendModel(above, model("con", { extends: "goc", reminders: { weekend: "14:00" } })).reminders).toEqual({
      before_due: ["4 working-hours"],
      weekend: "14:00",
      floor: true,
    });
    expect(extendModel(model("goc", {}), model("con", { extends: "goc" }))).not.toHaveProperty("reminders");
  });

  it("takes everything from the parent but its head", () => {
    const merged = extendModel(parent, child({}));
    expect(merged).toEqual({ ...parent, id: "con", title: "con", summary: undefined });
  });

  it("takes why and what is asked from the parent's plan, never who receives it", () => {
    const plan = { aims: ["Phục vụ tốt hơn"], requirements: [], funding: [], recipients: ["Đảng ủy xã (B/c)"] };
    const above = { ...parent, plan };
    expect(extendModel(above, child({})).plan).toEqual({ ...plan, recipients: [] });
    const own = { ...plan, aims: ["Của phường"] };
    expect(extendModel(above, child({ plan: own })).plan).toEqual(own);
  });

  it("merges rules by parameter and keeps the parent's order", () => {
    const merged = extendModel(
      parent,
      child({
        rules: {
          moi: { kind: "dossier.max-supplements" },
          xong: { kind: "dossier.finished-within", term: "same-day" },
        },
      }),
    );
    expect(Object.keys(merged.rules)).toEqual([...Object.keys(parent.rules), "moi"]);
    expect(merged.rules.xong).toEqual({ ...parent.rules.xong, term: "same-day" });
  });

  it("stands entries where the child has them; those it does not name follow as they stood", () => {
    const order = ["cam-ket", "ba-biet", "khong-phien-ha", "moi", "khong-co", "cam-ket"];
    const merged = extendModel(parent, child({ order, rules: { moi: { kind: "dossier.max-supplements" } } }));
    const [first, second, ...rest] = Object.keys(merged.rules);
    expect([first, second]).toEqual(["cam-ket", "moi"]);
    expect(rest).toEqual(Object.keys(parent.rules).filter((id) => id !== "cam-ket"));
    expect(merged.slogans.map(({ id }) => id)).toEqual(["ba-biet", "ba-khong"]);
    expect(merged.slogans[1]?.commitments.map(({ id }) => id)).toEqual(["khong-phien-ha", "khong-tre-hen"]);
    expect(merged).not.toHaveProperty("order");
  });

  it("starts a rule afresh when its kind changes", () => {
    const merged = extendModel(parent, child({ rules: { "tong-ket": { kind: "dossier.max-supplements", max: 0 } } }));
    expect(merged.rules["tong-ket"]).toEqual({ kind: "dossier.max-supplements", max: 0 });
  });

  it.each([
    [["term"], ["max"], ["term", "max"]],
    [true, ["term"], true],
    [["term"], true, true],
    [undefined, ["term"], ["term"]],
    [["term"], undefined, ["term"]],
    [undefined, undefined, undefined],
  ] as const)("a floor is never lost: %j and %j give %j", (above, below, expected) => {
    const withFloor = (floor: true | readonly string[] | undefined) => ({
      kind: "dossier.finished-within",
      term: "same-day",
      ...(floor === undefined ? {} : { floor: floor === true ? floor : [...floor] }),
    });
    const merged = extendModel(
      model("goc", { rules: { x: withFloor(above) } }),
      model("con", { extends: "goc", rules: { x: withFloor(below) } }),
    );
    expect(merged.rules.x?.floor).toEqual(expected);
  });

  it("merges slogans by commitments and forms by questions", () => {
    const merged = extendModel(
      parent,
      child({
        slogans: [
          {
            id: "ba-khong",
            title: "3 không của phường",
            commitments: [
              { id: "khong-sach-nhieu", text: "Không sách nhiễu" },
              { id: "khong-phien-ha", text: "Không gây phiền hà" },
            ],
          },
        ],
        surveys: [{ id: "phieu", title: "Phiếu", questions: [{ id: "ket-qua", kind: "level5", text: "Kết quả" }] }],
      }),
    );
    expect(merged.slogans.map((one) => [one.title, one.commitments.map((item) => item.text)])).toEqual([
      ["3 không của phường", ["Không trễ hẹn", "Không gây phiền hà", "Không sách nhiễu"]],
      ["3 biết", ["Biết xin lỗi"]],
    ]);
    expect(merged.surveys[0]?.questions.map((one) => one.id)).toEqual(["thai-do", "y-kien", "ket-qua"]);
  });

  it("merges a survey form by its sections and languages, and leaves out an omitted section", () => {
    const sections = [
      { id: "dau", title: "Phần đầu" },
      { id: "cuoi", title: "Phần cuối" },
    ];
    const form = {
      id: "phieu",
      title: "Phiếu",
      questions: [{ id: "thai-do", kind: "level5" as const, text: "Thái độ" }],
    };
    const above = {
      ...parent,
      surveys: [{ ...parent.surveys[0]!, sections, translations: { en: { title: "Form" } } }],
    };
    const own = { ...form, sections: [{ id: "cuoi", title: "Kết" }], translations: { lo: { title: "Phai" } } };
    const merged = extendModel(above, child({ surveys: [own], omit: ["dau"] })).surveys[0];
    expect(merged?.sections?.map(({ title }) => title)).toEqual(["Kết"]);
    expect(Object.keys(merged?.translations ?? {})).toEqual(["en", "lo"]);
    expect(extendModel(above, child({ omit: ["dau"] })).surveys[0]?.sections).toEqual([sections[1]]);
  });

  it("moves a commitment to the slogan that the child gives it", () => {
    const commitments = [{ id: "khong-phien-ha", text: "Không phiền hà" }];
    const merged = extendModel(parent, child({ slogans: [{ id: "ba-biet", title: "3 biết", commitments }] }));
    expect(merged.slogans.map((one) => one.commitments.map((item) => item.id))).toEqual([
      ["khong-tre-hen"],
      ["biet-xin-loi", "khong-phien-ha"],
    ]);
  });

  it("leaves out what is omitted, with what it holds", () => {
    const merged = extendModel(parent, child({ omit: ["ba-biet", "y-kien", "tong-ket", "hop"] }));
    expect(merged.slogans.map((one) => one.id)).toEqual(["ba-khong"]);
    expect(merged.surveys[0]?.questions.map((one) => one.id)).toEqual(["thai-do"]);
    expect(Object.keys(merged.rules)).not.toContain("tong-ket");
    expect(merged.timeline).toEqual([]);
    expect(merged.omit).toEqual([]);
  });

  it("merges the scorecard's lines under the child's total and minimum n", () => {
    const lines = [{ id: "b", title: "B", points: 140, measured_by: ["hai-long"] }];
    const merged = extendModel(parent, child({ scorecard: { total: 200, lines } }));
    expect(merged.scorecard).toMatchObject({
      total: 200,
      min_n: 10,
      lines: [{ id: "a", points: 60 }, { points: 140 }],
    });
    expect(extendModel(parent, child({})).scorecard).toEqual(parent.scorecard);
  });

  it("gives a model that stands alone: extending it again by its own text changes nothing", () => {
    const own = child({ omit: ["tong-ket"], rules: { xong: { kind: "dossier.finished-within", term: "same-day" } } });
    const merged = extendModel(parent, own);
    expect(extendModel(parent, { ...merged, omit: own.omit })).toEqual(merged);
    expect(loadModel(printModel(merged), { file: "x", kinds: sampleRuleLanguage })).toEqual({
      model: merged,
      own: merged,
    });
  });
});

describe("loadModel with a parent", () => {
  it("returns the text's own model and the resolved one", () => {
    const own = child({ rules: { xong: { kind: "dossier.finished-within", term: "1 working-days" } } });
    expect(load(own)).toEqual({ own, model: extendModel(parent, own) });
  });

  it("resolves parents of parents, and holds the grandparent's floor", () => {
    const middle = model("giua", { extends: "goc", rules: { "bo-sung": { kind: "dossier.max-supplements", max: 0 } } });
    const ok = model("con", { extends: "giua", rules: { "bo-sung": { kind: "dossier.max-supplements", max: 0 } } });
    const loose = model("con", { extends: "giua", rules: { "bo-sung": { kind: "dossier.max-supplements", max: 1 } } });
    expect(load(ok, middle)).toHaveProperty("model.rules.xin-loi", parent.rules["xin-loi"]);
    expect(load(loose, middle)).toMatchObject({ problems: [{ key: "floor-lowered", path: "rules.bo-sung.max" }] });
  });
});

describe("floors", () => {
  type RuleInput = ModelInput["rules"];
  const apology = { kind: "dossier.apology" };
  it.each([
    ["a shorter term", { xong: { kind: "dossier.finished-within", term: "2 working-days" } }, []],
    ["the same term", { xong: { kind: "dossier.finished-within", term: "3 working-days" } }, []],
    ["a longer term", { xong: { kind: "dossier.finished-within", term: "4 working-days" } }, ["xong.term"]],
    ["what is not under the floor", { xong: { kind: "dossier.finished-within", when: { groups: ["death"] } } }, []],
    ["a floor on the default value", { "bo-sung": { kind: "dossier.max-supplements", max: 2 } }, ["bo-sung.max"]],
    ["fewer supplements", { "bo-sung": { kind: "dossier.max-supplements", max: 0 } }, []],
    ["more required fields", { "xin-loi": { ...apology, requires: ["cause", "remedy"] } }, []],
    ["other required fields", { "xin-loi": { ...apology, requires: ["remedy"] } }, ["xin-loi.requires"]],
    ["fewer signers", { "xin-loi": { ...apology, signed_by: ["chairman"] } }, []],
    ["more signers", { "xin-loi": { ...apology, signed_by: ["chairman", "officer"] } }, ["xin-loi.signed_by"]],
    ["a parameter without direction", { "xin-loi": { ...apology, before: "end-of-due-day" } }, ["xin-loi.before"]],
    [
      "two at once",
      { "xin-loi": { ...apology, before: "end-of-due-day", requires: ["remedy"] } },
      ["xin-loi.before", "xin-loi.requires"],
    ],
    ["a higher share", { "hai-long": { kind: "survey.satisfied-share", at_least: 0.85 } }, []],
    ["a lower share", { "hai-long": { kind: "survey.satisfied-share", at_least: 0.75 } }, ["hai-long.at_least"]],
    ["less evidence, not under the floor", { "hai-long": { kind: "survey.satisfied-share", min_n: 1 } }, []],
    ["an earlier date", { "cam-ket": { kind: "pledge.signed", by: "2023-06-30" } }, []],
    ["a later date", { "cam-ket": { kind: "pledge.signed", by: "2024-06-30" } }, ["cam-ket.by"]],
    [
      "an attempt to take the floor away",
      { "bo-sung": { kind: "dossier.max-supplements", floor: [], max: 9 } },
      ["bo-sung.max"],
    ],
    ["another kind", { "bo-sung": { kind: "pledge.signed", share: 1, by: "2023-01-01" } }, ["bo-sung.kind"]],
    ["a rule without a floor", { "tong-ket": { kind: "dossier.max-supplements", max: 9 } }, []],
  ] satisfies [string, RuleInput, string[]][])("%s", (_, rules, refused) => {
    const result = load(child({ rules }));
    const paths = "problems" in result ? result.problems.map((one) => one.path.replace("rules.", "")) : [];
    expect(paths.sort()).toEqual(refused);
  });
});
