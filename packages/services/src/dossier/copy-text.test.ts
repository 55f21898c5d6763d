import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CopyText } from "./copy-text";

const written = (fill: (out: CopyText) => void, size = 8) => {
  const out = new CopyText(size);
  fill(out);
  return out.take().toString("utf8");
};

describe("CopyText", () => {
  it("writes rows as COPY reads them", () => {
    const row = written((out) => {
      out.add("Nguyễn Văn A");
      out.nextColumn();
      out.addNull();
      out.nextColumn();
      out.addPlain("2026-11-23");
      out.endRow();
    });
    expect(row).toBe("Nguyễn Văn A\t\\N\t2026-11-23\n");
  });

  it.each([
    ["a\tb", "a\\tb"],
    ["a\nb\r", "a\\nb\\r"],
    ["\\N", "\\\\N"],
    ["\u0001\u007f", "\u0001\u007f"],
    ["", ""],
    [`${"x".repeat(400)}\t`, `${"x".repeat(400)}\\t`],
  ])("escapes %j", (text, expected) => {
    expect(written((out) => out.add(text))).toBe(expected);
  });

  it("says any text so that it reads back as it was, whatever the size of a piece", () => {
    const back: Record<string, string> = { t: "\t", n: "\n", r: "\r", "\\": "\\" };
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 600 }), fc.integer({ min: 1, max: 64 }), (text, size) => {
        const line = written((out) => out.add(text), size);
        expect(line).not.toMatch(/[\t\n\r]/);
        expect(line.replace(/\\(.)/g, (_, sign: string) => back[sign]!)).toBe(text);
      }),
    );
  });

  it("leaves what was taken as it is", () => {
    const out = new CopyText(16);
    out.addPlain("first");
    const first = out.take();
    out.addPlain("second");
    expect([first.toString(), out.take().toString(), out.length]).toEqual(["first", "second", 0]);
  });
});
