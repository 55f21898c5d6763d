import { describe, expect, it } from "vitest";
import { readCode, readTwoCodes } from "../official/read-code";
import { readPdf } from "../official/read-pdf";
import { renderPdf } from "../official/render-pdf";
import { dateInWords } from "../official/written-time";
import { type ReceiptSlip, receiptSlip } from "./receipt-slip";
import { sampleHead } from "./sample-forms";

const slip: ReceiptSlip = {
  ...sampleHead,
  title: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
  papers: ["Căn cước công dân (bản sao)", "Sổ hộ khẩu"],
  receivedAt: "08:20 ngày 20/11/2026",
  dueAt: "08:20 ngày 26/11/2026",
  channel: "direct",
  officer: "Nguyễn Văn B",
  lookUp: { url: "https://dongha.example/p/phuong-dong-ha-19333/look-up?code=19333-261120-0001", code: "K7M 2QX" },
};
const textOf = async (changes: Partial<ReceiptSlip> = {}) => {
  const { bytes, pages } = await renderPdf(receiptSlip({ ...slip, ...changes }));
  const { texts } = await readPdf(bytes);
  return { pages, text: texts.map(({ text }) => text).join(" ") };
};

describe("receiptSlip", () => {
  it("says on one page what was received, from whom, by whom and for when", async () => {
    const { pages, text } = await textOf();
    expect(pages).toBe(1);
    for (const part of [
      "19333-261120-0001",
      "Công Tằng Tôn Nữ",
      "2.000815",
      "Sổ hộ khẩu",
      slip.receivedAt,
      "26/11/2026",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("NGƯỜI TIẾP NHẬN");
  });

  it("bears the code for looking it up, and opens that page", async () => {
    const { bytes } = await renderPdf(receiptSlip(slip));
    expect(await readCode(bytes)).toBe(slip.lookUp.url);
    expect((await textOf()).text).toContain("Mã tra cứu K7M 2QX");
  });

  it("asks the holder by a second code beside the first, on the same page", async () => {
    const surveyUrl = `https://dongha.example/p/phuong-dong-ha-19333/t/${"x".repeat(43)}`;
    const { bytes, pages } = await renderPdf(receiptSlip({ ...slip, surveyUrl }));
    expect(pages).toBe(1);
    expect(await readTwoCodes(bytes)).toEqual([slip.lookUp.url, surveyUrl]);
    expect((await textOf({ surveyUrl })).text).toContain("không ghi tên");
    expect((await textOf()).text).not.toContain("hài lòng");
  });

  it("says of a dossier that is not complete that there is no appointment yet", async () => {
    expect((await textOf({ dueAt: null, papers: [] })).text).toContain("Sẽ hẹn sau khi hồ sơ đủ giấy tờ");
  });

  it.each([
    ["2026-11-20", "ngày 20 tháng 11 năm 2026"],
    ["2026-02-05", "ngày 05 tháng 02 năm 2026"],
    ["2026-03-10", "ngày 10 tháng 3 năm 2026"],
  ])("writes %s as %s", (date, words) => {
    expect(dateInWords(date)).toBe(words);
  });
});
