import { expect, test } from "vitest";
import { readFieldForm, textsOf } from "./read-field-form.server";

const FRAME = "00000000-0000-4000-8000-0000000000f1";

function formOf(leaves: Record<string, Record<string, string>>): FormData {
  const form = new FormData();
  form.set("frameId", FRAME);
  for (const [leaf, fields] of Object.entries(leaves)) {
    form.append("leaf", leaf);
    for (const [name, value] of Object.entries(fields)) form.set(`${name}.${leaf}`, value);
  }
  return form;
}

test("a field of the index is read leaf by leaf: shares as per cent, commas, empty ones, what does not apply", () => {
  const { input, problems } = readFieldForm(
    formOf({
      "ty-le": { kind: "ratio", value: "97,5", note: " Báo cáo số 12 ", seen: "2026-11-20T02:00:00.000Z" },
      bac: { kind: "steps", value: "2" },
      "co-khong": { kind: "yes-no", value: "0" },
      "bo-trong": { kind: "survey", value: "" },
      "khong-ap-dung": { kind: "ratio", value: "nhầm", out: "1", note: "Không có hồ sơ" },
    }),
  );
  expect(problems).toEqual([]);
  expect(input).toEqual({
    frameId: FRAME,
    leaves: [
      { leaf: "ty-le", value: 0.975, note: "Báo cáo số 12", seen: new Date("2026-11-20T02:00:00Z") },
      { leaf: "bac", value: 2, note: "", seen: null },
      { leaf: "co-khong", value: 0, note: "", seen: null },
      { leaf: "bo-trong", value: null, note: "", seen: null },
      { leaf: "khong-ap-dung", value: "left-out", note: "Không có hồ sơ", seen: null },
    ],
  });
});

test("what is no number is named by its leaf; a form of nothing is no form", () => {
  const form = formOf({ a: { kind: "ratio", value: "chín mươi" }, b: { kind: "steps", value: "-1" } });
  expect(readFieldForm(form).problems.map(({ leaf, key }) => [leaf, key])).toEqual([
    ["a", "field.number"],
    ["b", "field.number"],
  ]);
  expect(textsOf(form)["value.a"]).toBe("chín mươi");
  expect(readFieldForm(new FormData()).input).toBeNull();
});
