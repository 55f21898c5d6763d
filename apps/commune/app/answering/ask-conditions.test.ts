import { surveyForm } from "@gandan/model/model/model-schema";
import { expect, it } from "vitest";
import { conditionsOf } from "./ask-conditions";

const question = (id: string, more: object = {}) => ({ id, kind: "level5", text: id, ...more });
const low = { question: "chung", answer: [2, 1] };

it("gives each condition one number, carried by what opens it and by what it shows", () => {
  const form = surveyForm.parse({
    id: "phieu",
    title: "Phiếu",
    sections: [{ id: "them", title: "Thêm", asked_when: { question: "phi", answer: [true] } }],
    questions: [
      question("chung"),
      question("vi-sao", { asked_when: low }),
      question("ai", { asked_when: { question: "chung", answer: [1, 2] } }),
      question("phi", { kind: "yes-no" }),
      question("khoan", { section: "them" }),
    ],
  });
  const conditions = conditionsOf(form);
  const [chung, viSao, ai, , khoan] = form.questions;
  expect(conditions.groupOf(chung!.asked_when)).toBeNull();
  expect(conditions.groupOf(viSao!.asked_when)).toBe(conditions.groupOf(ai!.asked_when));
  const [group] = conditions.openedBy("chung", "1");
  expect([group, conditions.openedBy("chung", "2"), conditions.openedBy("chung", "3")]).toEqual([
    conditions.groupOf(viSao!.asked_when),
    [group],
    [],
  ]);
  expect(conditions.openedBy("phi", "yes")).toEqual([conditions.groupOf(form.sections![0]!.asked_when)]);
  expect(conditions.openedBy("phi", "no")).toEqual([]);
  expect([chung!, viSao!, khoan!].map(conditions.isAlways)).toEqual([true, false, false]);
});

it("shows what no rule of the style sheet could hide", () => {
  const many = Array.from({ length: 10 }, (_, n) =>
    question(`q${n}`, n > 0 ? { asked_when: { question: "q0", answer: [(n % 5) + 1, n > 5] } } : {}),
  );
  const form = surveyForm.parse({ id: "phieu", title: "Phiếu", questions: many });
  const conditions = conditionsOf(form);
  const groups = form.questions.map(({ asked_when }) => conditions.groupOf(asked_when));
  expect(groups).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, null]);
});
