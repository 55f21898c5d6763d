import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { RuleSentence } from "./rule-sentence";

const html = renderToStaticMarkup(
  <RuleSentence
    parts={[
      { kind: "text", text: "Hẹn lại tối đa" },
      { kind: "input", name: "max", label: "Số lần", value: 1, type: "number", min: 0 },
      { kind: "text", text: "lần" },
      { kind: "text", text: ", nêu" },
      { kind: "locked", text: "nguyên nhân", label: "Tỉnh đặt mức sàn" },
      {
        kind: "choice",
        name: "before",
        label: "Mốc",
        value: "b",
        options: [
          { value: "a", label: "A" },
          { value: "b", label: "B" },
        ],
      },
    ]}
  />,
);

it("reads as a sentence: no space before a comma", () => {
  expect(html.replace(/<select.*<\/select>|<svg.*<\/svg>|<[^>]+>/g, "")).toBe(
    "Hẹn lại tối đa  lần, nêu Tỉnh đặt mức sàn: nguyên nhân ",
  );
});

it("names each place and offers no field for what is fixed", () => {
  expect(html).toContain('aria-label="Số lần"');
  expect(html).toMatch(/<select[^>]*name="before"[^>]*aria-label="Mốc"/);
  expect(html).toContain('<option value="b" selected="">B</option>');
  expect(html.match(/name="/g)).toHaveLength(2);
});
