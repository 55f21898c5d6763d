import { describe, expect, it } from "vitest";
import { ruleKinds } from "../rules/rule-kinds";
import { applyChange } from "./apply-change";
import { missingEntries, newRule } from "./new-rule";
import { readSlots, slotErrors } from "./read-slots";
import { type RuleSlot, ruleSlots } from "./rule-slots";
import { sampleModel } from "./sample-draft";

const TEXT = `schema: 1
id: du
title: Đủ
surveys: [{ id: phieu, title: Phiếu, questions: [{ id: thai-do, kind: level5, text: Thái độ }] }]
timeline: [{ id: so-ket, title: Sơ kết }]
reports: [{ id: bao-cao, title: Báo cáo, to: UBND tỉnh }]
evidence: [{ id: niem-yet, title: Niêm yết }]
`;
const model = sampleModel(TEXT);
/** What only the author of a rule knows. */
const WRITTEN: Record<string, Record<string, string[]>> = {
  "activity.frequency": { activity: ["Thăm thôn, khu phố"], by: ["Chủ tịch\nPhó Chủ tịch"] },
  "pledge.signed": { by: ["2026-12-31"] },
  "index.at-least": { index: ["par-commune-2026"] },
  "publication.by-dates": { by: ["10/6, 10/11"] },
};

/** The form of a new rule as a browser sends it back. */
function posted(kind: string): { slots: RuleSlot[]; get: (name: string) => string[] } {
  const slots = ruleSlots(newRule(kind, model), undefined, model);
  const get = (name: string): string[] => {
    const tiers = slots.find(({ control }) => control === "tiers")?.value.map((tier) => tier.split(" ")) ?? [];
    if (name === "tiers.below") return tiers.map((tier) => (tier.length > 1 ? tier[0]! : ""));
    if (name === "tiers.share") return tiers.map((tier) => tier.at(-1)!);
    const slot = slots.find((one) => one.name === name);
    const lines = slot?.control === "lines" || slot?.control === "month-days";
    return WRITTEN[kind]?.[name] ?? (lines ? [slot.value.join("\n")] : (slot?.value ?? []));
  };
  return { slots, get };
}

describe("newRule", () => {
  it.each([...ruleKinds.keys()])("%s has a form from which a rule comes that the loader takes", (kind) => {
    const { slots, get } = posted(kind);
    expect(slotErrors(slots, get)).toEqual({});
    const values = readSlots(slots, get);
    const change = { change: "add-rule", kind, title: "Quy tắc mới", clause: null, values, measures: null } as const;
    const rule = sampleModel(applyChange(TEXT, undefined, change).text).rules["quy-tac-moi"];
    expect(rule).toMatchObject({ kind, title: "Quy tắc mới" });
  });

  it("takes what its author wrote", () => {
    const values = (kind: string) => readSlots(posted(kind).slots, posted(kind).get);
    expect(values("activity.frequency")).toEqual({
      activity: "tham-thon-khu-pho",
      times: 1,
      every: "month",
      by: ["Chủ tịch", "Phó Chủ tịch"],
    });
    expect(values("publication.by-dates")).toMatchObject({ publication: "phieu", by: ["06-10", "11-10"] });
    expect(values("survey.quota")).toEqual({
      tiers: [{ below: 100, share: 0.5 }, { below: 500, share: 0.3 }, { below: 1000, share: 0.2 }, { share: 0.1 }],
    });
    expect(values("petition.within-term")).toMatchObject({ petition: null, term: "30 calendar-days" });
  });

  it("leaves open what may be left open", () => {
    const { slots, get } = posted("activity.frequency");
    expect(readSlots(slots, (name) => (name === "by" ? ["\n "] : get(name))).by).toBeNull();
  });

  it("names what the model lacks for a kind", () => {
    const bare = sampleModel("schema: 1\nid: a\ntitle: A\n");
    expect(missingEntries("task.done", bare)).toEqual(["task"]);
    expect(missingEntries("task.done", model)).toEqual([]);
    expect(missingEntries("dossier.on-time", bare)).toEqual([]);
  });
});

describe("slotErrors", () => {
  const errors = (kind: string, words: Record<string, string[]>) => {
    const { slots, get } = posted(kind);
    return slotErrors(slots, (name) => words[name] ?? get(name));
  };

  it("finds what cannot be read, field by field", () => {
    expect(errors("dossier.max-supplements", { max: ["một"] })).toEqual({ max: "number" });
    expect(errors("survey.satisfied-share", { at_least: ["90%"], question: [""] })).toEqual({
      at_least: "number",
      question: "choose",
    });
    expect(errors("dossier.finished-within", { "when.received_before": ["3 giờ"] })).toEqual({
      "when.received_before": "time",
    });
    expect(errors("publication.by-dates", { by: ["10/6; cuối năm"] })).toEqual({ by: "days" });
    expect(errors("publication.by-dates", { by: [""], continuous: [] })).toEqual({ by: "days" });
    expect(errors("publication.by-dates", { by: [""], continuous: ["on"] })).toEqual({});
    expect(errors("pledge.signed", { by: [""] })).toEqual({ by: "date" });
    expect(errors("activity.frequency", { activity: ["…"] })).toEqual({ activity: "choose" });
    expect(errors("survey.quota", { "tiers.share": ["nửa"] })).toEqual({ tiers: "number" });
  });
});
