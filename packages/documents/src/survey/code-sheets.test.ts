import { describe, expect, it } from "vitest";
import { readCode } from "../official/read-code";
import { readPdf } from "../official/read-pdf";
import { type CodeSheet, codeSheets, invitationSlip } from "./code-sheets";

const sheet: CodeSheet = {
  unitName: "Phường Đông Hà",
  formTitle: "Phiếu khảo sát mức độ hài lòng tại Bộ phận một cửa",
  english: true,
  label: "Quầy số 2, Tư pháp và hộ tịch",
  url: "https://gandan.example/p/phuong-dong-ha-19333/s/k7mw2qxa",
};

describe("codeSheets", () => {
  it.each(["a4", "a5", "tent"] as const)("can be read from a picture of the %s sheet", async (size) => {
    const { bytes, pages } = await codeSheets([sheet], size, "2026-11-22");
    expect(pages).toBe(1);
    expect(await readCode(bytes)).toBe(sheet.url);
  });

  it("has a page for each place, with unit, form, place and what to type", async () => {
    const other = { ...sheet, unitName: "Xã Nam Dong", english: false, label: "Sảnh *chờ* #1" };
    const { bytes, pages } = await codeSheets([sheet, other], "a4", "2026-11-22");
    expect(pages).toBe(2);
    const { texts } = await readPdf(bytes);
    const textOf = (page: number) => texts.flatMap((one) => (one.page === page ? [one.text] : [])).join(" ");
    const [one, two] = [textOf(1), textOf(2)];
    for (const text of ["PHƯỜNG ĐÔNG HÀ", "Quầy số 2", "gandan.example/p/phuong-dong-ha-19333/s/k7mw2qxa", "Are you"]) {
      expect(one).toContain(text);
    }
    expect(two).toContain("Sảnh *chờ* #1");
    expect(two).not.toContain("Are you");
  });

  it("makes the same bytes for the same sheets", async () => {
    const [one, two] = await Promise.all([1, 2].map(() => codeSheets([sheet], "a5", "2026-11-22")));
    expect(one?.bytes.equals(two!.bytes)).toBe(true);
  });
});

describe("invitationSlip", () => {
  it("holds the token of one dossier on a page of A5", async () => {
    const token = "x".repeat(43);
    const url = `https://gandan.example/p/phuong-dong-ha-19333/t/${token}`;
    const { bytes, pages } = await invitationSlip(
      { ...sheet, url, procedure: "Chứng thực bản sao từ bản chính", about: "Trả kết quả ngày 20/11/2026" },
      "2026-11-22",
    );
    expect(pages).toBe(1);
    expect(await readCode(bytes)).toBe(url);
    expect((await readPdf(bytes)).texts.map(({ text }) => text).join(" ")).toContain("Chứng thực bản sao");
  });
});
