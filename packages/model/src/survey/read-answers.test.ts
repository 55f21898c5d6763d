import { describe, expect, it } from "vitest";
import { surveyForm } from "../model/model-schema";
import { LONGEST_TEXT, readAnswers } from "./read-answers";

const form = surveyForm.parse({
  id: "phieu",
  title: "Phiếu hỏi",
  sections: [{ id: "them", title: "Thêm", asked_when: { question: "chung", answer: [1, 2] } }],
  questions: [
    { id: "chung", kind: "level5", text: "Chung" },
    { id: "phi", kind: "yes-no", text: "Phí", required: false },
    {
      id: "bao-nhieu",
      kind: "choice",
      text: "Bao nhiêu",
      options: ["ít", "nhiều"],
      asked_when: { question: "phi", answer: [true] },
    },
    { id: "kenh", kind: "several", text: "Kênh", options: ["a", "b", "c"], required: false },
    { id: "y-kien", kind: "text", text: "Ý kiến", required: false },
    { id: "vi-sao", kind: "text", text: "Vì sao", required: true, section: "them" },
  ],
});
const read = (fields: Record<string, string | string[]>) =>
  readAnswers(
    form,
    Object.entries(fields).flatMap(([id, value]) => [value].flat().map((each): [string, string] => [`a-${id}`, each])),
  );

describe("an answer sheet as it is sent", () => {
  it("is read by the kinds of its questions", () => {
    expect(read({ chung: "5", phi: "no", kenh: ["3", "1", "3"], "y-kien": "  Tốt\r\nlắm\u0000 " })).toEqual({
      answers: { chung: 5, phi: false, kenh: [1, 3] },
      texts: { "y-kien": "Tốt\nlắm" },
      problems: [],
    });
  });

  it("asks only what its conditions ask, whatever is sent", () => {
    expect(read({ chung: "4", "bao-nhieu": "1", "vi-sao": "x" })).toEqual({
      answers: { chung: 4 },
      texts: {},
      problems: [],
    });
    expect(read({ chung: "1", phi: "yes" }).problems).toEqual([
      ["bao-nhieu", "required"],
      ["vi-sao", "required"],
    ]);
  });

  it("says of each question what is wrong with its answer", () => {
    const long = "x".repeat(LONGEST_TEXT + 1);
    expect(read({ chung: "6", phi: ["yes", "no"], kenh: ["1", "4"], "y-kien": long }).problems).toEqual([
      ["chung", "unknown"],
      ["phi", "unknown"],
      ["kenh", "unknown"],
      ["y-kien", "tooLong"],
    ]);
    for (const value of ["0", "-1", "1.5", "05", "constructor", "1e0"]) {
      expect(read({ chung: value }).problems).toEqual([["chung", "unknown"]]);
    }
    expect(read({ phi: "toString" }).problems).toEqual([
      ["chung", "required"],
      ["phi", "unknown"],
    ]);
    expect(read({}).problems).toEqual([["chung", "required"]]);
  });

  it("is not taken when it says nothing at all", () => {
    const free = { ...form, questions: form.questions.map((each) => ({ ...each, required: false })) };
    expect(readAnswers(free, [["a-khac", "1"]]).problems).toEqual([["", "empty"]]);
  });
});
