import { describe, expect, it } from "vitest";
import { readPdf } from "../official/read-pdf";
import { renderPdf } from "../official/render-pdf";
import { dateInWords, type ReceiptSlip, receiptSlip } from "./receipt-slip";

const slip: ReceiptSlip = {
  date: "2026-11-20",
  unitName: "phường Đông Hà",
  place: "Đông Hà",
  office: "Trung tâm Phục vụ hành chính công",
  externalCode: "19333-261120-0001",
  procedureName: "Thủ tục chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền cấp",
  procedureCode: "2.000815",
  applicantName: "Nguyễn Văn A",
  phone: null,
  papers: ["Căn cước công dân (bản sao)", "Sổ hộ khẩu"],
  receivedAt: "08:20 ngày 20/11/2026",
  dueAt: "08:20 ngày 26/11/2026",
  channel: "Trực tiếp",
  officer: "Nguyễn Văn B",
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
    for (const part of ["19333-261120-0001", "Nguyễn Văn A", "2.000815", "Sổ hộ khẩu", slip.receivedAt, "26/11/2026"]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("NGƯỜI TIẾP NHẬN");
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
