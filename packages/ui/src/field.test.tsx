import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ChoiceField } from "./choice-field";
import { ErrorSummary } from "./error-summary";
import { Field } from "./field";

describe("Field", () => {
  it("reads hint and error with the control, and marks it wrong", () => {
    const html = renderToStaticMarkup(
      <Field
        id="due"
        name="due"
        label="Ngày hẹn"
        hint="Ví dụ: 23/11/2026"
        error="Là ngày nghỉ."
        defaultValue="24/11"
      />,
    );
    expect(html).toContain('<label for="due">Ngày hẹn</label>');
    expect(html).toContain('aria-describedby="due-hint due-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('id="due-error"');
    expect(html).toContain('value="24/11"');
  });

  it("describes nothing when there is nothing to say", () => {
    const html = renderToStaticMarkup(<Field id="due" name="due" label="Ngày hẹn" />);
    expect(html).not.toContain("aria-describedby");
    expect(html).not.toContain("aria-invalid");
  });

  it("chooses the option given and groups the others", () => {
    const html = renderToStaticMarkup(
      <Field
        id="p"
        name="p"
        label="Thủ tục"
        control="select"
        defaultValue="b"
        options={[
          { value: "a", label: "Khai sinh", group: "Hộ tịch" },
          { value: "b", label: "Chứng thực" },
        ]}
      />,
    );
    expect(html).toContain('<optgroup label="Hộ tịch"><option value="a">Khai sinh</option></optgroup>');
    expect(html).toContain('<option value="b" selected="">Chứng thực</option>');
  });
});

it("ChoiceField ticks what is chosen, under one legend", () => {
  const html = renderToStaticMarkup(
    <ChoiceField
      id="ways"
      name="ways"
      control="checkbox"
      legend="Gửi qua"
      error="Hãy chọn ít nhất một."
      options={[
        { value: "paper", label: "Giấy" },
        { value: "zalo", label: "Zalo" },
      ]}
      chosen={["zalo"]}
    />,
  );
  expect(html).toContain("<legend>Gửi qua</legend>");
  expect(html).toContain('aria-describedby="ways-error"');
  expect(html).toMatch(/value="zalo"[^>]*checked|checked=""[^>]*value="zalo"/);
  expect(html).not.toMatch(/value="paper"[^>]*checked/);
});

describe("ErrorSummary", () => {
  it("leads to each field and is announced", () => {
    const html = renderToStaticMarkup(
      <ErrorSummary title="Có 1 chỗ cần sửa" errors={[{ id: "due", text: "Ngày hẹn" }]} />,
    );
    expect(html).toContain('role="alert"');
    expect(html).toContain('<a href="#due">Ngày hẹn</a>');
  });

  it("is not there when nothing is wrong", () => {
    expect(renderToStaticMarkup(<ErrorSummary title="Có 0 chỗ cần sửa" errors={[]} />)).toBe("");
  });
});
