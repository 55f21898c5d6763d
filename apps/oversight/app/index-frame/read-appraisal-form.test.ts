import { expect, test } from "vitest";
import { readAppraisalForm } from "./read-appraisal-form.server";

function formOf(leaves: Record<string, Record<string, string>>): FormData {
  const form = new FormData();
  for (const [leaf, fields] of Object.entries(leaves)) {
    form.append("leaf", leaf);
    for (const [name, value] of Object.entries(fields)) form.set(`${name}.${leaf}`, value);
  }
  return form;
}

test("an appraisal is read leaf by leaf, with the self-score and the appraisal that the person saw", () => {
  const { input, problems } = readAppraisalForm(
    formOf({
      a: { points: "1,25", reason: " Thiếu tài liệu ", self: "1.5", seen: "2026-11-20T02:00:00.000Z" },
      b: { points: "", self: "" },
      c: { points: "2", out: "1", self: "2", reason: "Không có đơn" },
    }),
    { below: "xa-thu-1", year: 2026 },
  );
  expect(problems).toEqual([]);
  expect(input).toEqual({
    below: "xa-thu-1",
    year: 2026,
    leaves: [
      { leaf: "a", points: 1.25, reason: "Thiếu tài liệu", self: 1.5, seen: new Date("2026-11-20T02:00:00Z") },
      { leaf: "b", points: null, reason: "", self: null, seen: null },
      { leaf: "c", points: "left-out", reason: "Không có đơn", self: 2, seen: null },
    ],
  });
});

test("points that are no number are named by their leaf", () => {
  const { problems } = readAppraisalForm(formOf({ a: { points: "hai" } }), { below: "xa-thu-1" });
  expect(problems).toEqual([{ leaf: "a", key: "field.number", details: {} }]);
});
