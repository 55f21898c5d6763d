import { describe, expect, it } from "vitest";
import { type ModelInput, type SurveyForm, surveyForm } from "../model/model-schema";
import { type Answers, askedQuestions } from "./asked-questions";
import { formLanguages, formSheet } from "./form-sheet";

type FormInput = NonNullable<ModelInput["surveys"]>[number];

const input: FormInput = {
  id: "phieu",
  title: "Phiếu hỏi",
  thanks: "Xin cảm ơn Ông/Bà.",
  translations: { en: { title: "Survey" } },
  sections: [
    {
      id: "khong-hai-long",
      title: "Điều chưa tốt",
      asked_when: { question: "chung", answer: [1, 2] },
      translations: { en: { title: "What was not good" } },
    },
  ],
  questions: [
    { id: "vi-sao", kind: "several", text: "Vì sao?", options: ["Chờ lâu", "Thái độ"], section: "khong-hai-long" },
    {
      id: "cho-bao-lau",
      kind: "choice",
      text: "Chờ bao lâu?",
      options: ["Một giờ", "Một buổi"],
      section: "khong-hai-long",
      asked_when: { question: "vi-sao", answer: [1] },
    },
    { id: "chung", kind: "level5", text: "Nhìn chung?", translations: { en: { text: "Overall?" } } },
    { id: "mat-tien", kind: "yes-no", text: "Có mất tiền không?" },
    { id: "bao-nhieu", kind: "text", text: "Bao nhiêu?", asked_when: { question: "mat-tien", answer: [true] } },
  ],
};
const form: SurveyForm = surveyForm.parse(input);
const asked = (answers: Answers) => askedQuestions(form, answers).map(({ id }) => id);

describe("askedQuestions", () => {
  it.each<[string, Answers, string[]]>([
    ["what stands without a condition, first what has no section", {}, ["chung", "mat-tien"]],
    ["a question after the answer that it waits for", { "mat-tien": true }, ["chung", "mat-tien", "bao-nhieu"]],
    ["none after another answer", { "mat-tien": false, chung: 3 }, ["chung", "mat-tien"]],
    ["a section after the answer that it waits for", { chung: 2 }, ["chung", "mat-tien", "vi-sao"]],
    [
      "a question after one of several options",
      { chung: 1, "vi-sao": [1, 2] },
      ["chung", "mat-tien", "vi-sao", "cho-bao-lau"],
    ],
    ["nothing by an answer to what was not asked", { chung: 5, "vi-sao": [1] }, ["chung", "mat-tien"]],
  ])("gives %s", (_, answers, ids) => {
    expect(asked(answers)).toEqual(ids);
  });
});

describe("formSheet", () => {
  it("puts questions under their sections, those without one first", () => {
    expect(formSheet(form, "vi").parts.map(({ id, title, questions }) => [id, title, questions.length])).toEqual([
      ["", undefined, 3],
      ["khong-hai-long", "Điều chưa tốt", 2],
    ]);
  });

  it("speaks the language asked for, and Vietnamese where a part has no translation", () => {
    const sheet = formSheet(form, "en");
    expect(sheet).toMatchObject({ language: "en", title: "Survey", thanks: "Xin cảm ơn Ông/Bà." });
    expect(sheet.parts.map(({ title }) => title)).toEqual([undefined, "What was not good"]);
    expect(sheet.parts[0]?.questions.map(({ text }) => text)).toEqual(["Overall?", "Có mất tiền không?", "Bao nhiêu?"]);
    expect(formLanguages(form)).toEqual(["vi", "en"]);
    expect(formSheet(form, "lo")).toMatchObject({ language: "vi", title: "Phiếu hỏi" });
  });
});
