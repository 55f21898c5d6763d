import { describe, expect, it } from "vitest";
import type { AppError } from "../error/app-error";
import { applyChange } from "./apply-change";
import { describeModel } from "./describe-model";
import type { ModelChange } from "./model-change";
import { readSlots } from "./read-slots";
import { ruleSlots } from "./rule-slots";
import { SAMPLE_CHILD, SAMPLE_PARENT, sampleModel } from "./sample-draft";
import { sentenceParts } from "./sentence-parts";

const CHILD = SAMPLE_CHILD;
const loaded = sampleModel;
const parent = sampleModel(SAMPLE_PARENT);
const change = (text: string, ...changes: ModelChange[]) =>
  changes.reduce((now, one) => applyChange(now, parent, one).text, text);

describe("applyChange", () => {
  it("takes into the text only what changes, and keeps the rest as written", () => {
    const values = { term: "2 working-days", when: null };
    const text = change(CHILD, { change: "parameters", rule: "xong-ngay", values });
    expect(text).toBe(`${CHILD}rules:\n  xong-ngay:\n    kind: dossier.finished-within\n    term: 2 working-days\n`);
    expect(loaded(text).rules["xong-ngay"]).toMatchObject({ term: "2 working-days", floor: ["term"] });
    const same = { change: "parameters", rule: "bo-sung", values: { max: 1 } } as const;
    expect(change(CHILD, same)).toBe(CHILD);
  });

  it("leaves out what is not chosen and takes it back", () => {
    const none = change(CHILD, { change: "choice", of: "criterion", keep: [] });
    expect(loaded(none).criteria).toEqual([]);
    expect(change(none, { change: "choice", of: "criterion", keep: ["tieu-chi"] })).toBe(CHILD);
    const one = change(CHILD, { change: "choice", of: "commitment", keep: ["khong-phien-ha"] });
    expect(loaded(one).slogans[0]?.commitments.map(({ id }) => id)).toEqual(["khong-phien-ha"]);
  });

  it("keeps the scorecard's sum in the hands of the loader", () => {
    const text = change(CHILD, { change: "points", points: { "diem-xin-loi": 30, "diem-xong": 70 } });
    expect(loaded(text).scorecard?.lines.map(({ points }) => points)).toEqual([30, 70]);
    const left = change(CHILD, { change: "points", points: { "diem-xin-loi": 0, "diem-xong": 100 } });
    expect(loaded(left).scorecard?.lines.map(({ id }) => id)).toEqual(["diem-xong"]);
  });

  it("names what it cannot find or read", () => {
    const wording = { change: "wording", of: "commitment", id: "khong-co", text: "Không" } as const;
    expect(() => change(CHILD, wording)).toThrow(expect.objectContaining({ key: "model.entryNotFound" }) as AppError);
    expect(() => change("a: [", wording)).toThrow(expect.objectContaining({ key: "model.badYaml" }) as AppError);
  });
});

describe("ruleSlots", () => {
  const slotsOf = (id: string) => ruleSlots(parent.rules[id]!, parent.rules[id]);
  const words = (id: string) => (name: string) => slotsOf(id).find((slot) => slot.name === name)?.value ?? [];

  it("offers under a floor only what is not looser", () => {
    const term = slotsOf("xong-ngay").find(({ name }) => name === "term");
    expect(term?.options).toEqual([
      "same-day",
      "4 working-hours",
      "1 working-days",
      "2 working-days",
      "3 working-days",
    ]);
    const [before, requires, signers] = slotsOf("xin-loi");
    expect(before?.locked).toBe(true);
    expect(requires).toMatchObject({ kept: ["cause"], options: ["cause", "new-due", "responsible", "remedy"] });
    expect(signers?.options).toEqual(["chairman", "vice-chairman"]);
  });

  it("reads back what it wrote", () => {
    expect(readSlots(slotsOf("xong-ngay"), words("xong-ngay"))).toEqual({ term: "3 working-days", when: null });
    expect(readSlots(slotsOf("bo-sung"), words("bo-sung"))).toEqual({ max: 1 });
    const posted: Record<string, string[]> = {
      requires: ["remedy"],
      signed_by: ["chairman"],
      before: ["end-of-due-day"],
    };
    expect(readSlots(slotsOf("xin-loi"), (name) => posted[name] ?? [])).toEqual({
      requires: ["cause", "remedy"],
      signed_by: ["chairman"],
    });
    const when: Record<string, string[]> = {
      term: ["same-day"],
      "when.weekdays": ["5"],
      "when.procedures": ["registered"],
    };
    expect(readSlots(slotsOf("xong-ngay"), (name) => when[name] ?? [])).toEqual({
      term: "same-day",
      when: { procedures: "registered", weekdays: [5] },
    });
  });

  it("finds the places of the fields in the sentence", () => {
    const rule = parent.rules["bo-sung"]!;
    expect(sentenceParts(rule, ruleSlots(rule), "vi")).toEqual([
      "Không yêu cầu bổ sung hồ sơ quá",
      { slot: "max", text: "1", options: [] },
      "lần.",
    ]);
    const never = { ...rule, max: 0 };
    expect(sentenceParts(never, ruleSlots(never), "vi")).toEqual(["Không yêu cầu bổ sung hồ sơ."]);
    const term = parent.rules["xong-ngay"]!;
    const [, place] = sentenceParts(term, ruleSlots(term), "vi");
    expect(place).toMatchObject({ slot: "term" });
    const labels = (place as { options: { value: string; label: string }[] }).options;
    expect(labels).toContainEqual({ value: "10 working-days", label: "10 ngày làm việc" });
  });
});

describe("describeModel", () => {
  it("calls what a rule names by its title", () => {
    const model = sampleModel(
      `schema: 1
id: ten
title: Tên
surveys: [{ id: phieu, title: Phiếu hỏi, questions: [{ id: hoi, kind: level5, text: Hài lòng không }] }]
rules:
  cong-khai: { kind: publication.by-dates, publication: phieu, continuous: true }
  hai-long: { kind: survey.satisfied-share, question: hoi, at_least: 0.9 }
`,
    );
    const [published, satisfied] = describeModel(model, "vi").rules.map(({ sentence }) => sentence);
    expect(published).toContain("Phiếu hỏi");
    expect(satisfied).toContain("Hài lòng không");
  });

  it("counts as measured what has a measure to show", () => {
    const stray = { id: "stray", text: "…", detail: [], measured_by: ["nobody-knows"] };
    const [slogan] = parent.slogans;
    const model = { ...parent, slogans: [{ ...slogan!, commitments: [...slogan!.commitments, stray] }] };
    const { slogans, commitments, unmeasured } = describeModel(model, "vi");
    const shown = slogans.flatMap((one) => one.commitments);
    expect([commitments, unmeasured]).toEqual([
      shown.length,
      shown.filter(({ measures }) => measures.length === 0).length,
    ]);
    expect(unmeasured).toBe(2);
  });

  it("says what measures each promise, and what nothing does", () => {
    const described = describeModel(parent, "vi");
    expect(described).toMatchObject({ commitments: 2, unmeasured: 1 });
    expect(described.slogans[0]?.commitments[0]?.measures.map(({ id, points }) => [id, points])).toEqual([
      ["xong-ngay", 60],
      ["xin-loi", 40],
    ]);
  });
});
