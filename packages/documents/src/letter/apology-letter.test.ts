import { describe, expect, it } from "vitest";
import { readPdf } from "../official/read-pdf";
import { renderPdf } from "../official/render-pdf";
import { type ApologyLetter, apologyLetter } from "./apology-letter";

const letter: ApologyLetter = {
  date: "2026-11-20",
  unitName: "phường Đông Hà",
  place: "Đông Hà",
  number: "08",
  honorific: "Bà",
  addressee: "Nguyễn Thị A",
  externalCode: "19333-261117-0004",
  procedureName: "Đăng ký thành lập hộ kinh doanh",
  receivedAt: "08:20 ngày 17/11/2026",
  dueAt: "08:20 ngày 20/11/2026",
  newDueAt: "16:00 ngày 26/11/2026",
  cause: "kết quả xác nhận mã số thuế về chậm",
  responsible: "Nguyễn Văn B, công chức Phòng Kinh tế",
  remedy: "",
  signer: { capacity: "deputy", title: "Phó Chủ tịch", name: "Nguyễn Văn C" },
  proof: { url: "https://xa.example/letter/phuong-dong-ha-19333/0123", signedAt: "10:00 ngày 20/11/2026" },
};
const textOf = async (changes: Partial<ApologyLetter> = {}) => {
  const { bytes } = await renderPdf(apologyLetter({ ...letter, ...changes }));
  return (await readPdf(bytes)).texts.map(({ text }) => text).join(" ");
};

describe("apologyLetter", () => {
  it("says cause, new date and who is responsible, and who signs for whom", async () => {
    const text = await textOf();
    for (const part of [
      "Số: 08/TXL-UBND",
      "Bà Nguyễn Thị A",
      "mã số thuế về chậm.",
      "16:00 ngày 26/11/2026",
      "Nguyễn Văn B",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/TM\. ỦY BAN NHÂN DÂN KT\. CHỦ TỊCH PHÓ CHỦ TỊCH/);
    expect(text).not.toContain("Cách khắc phục");
  });

  it("is signed in the chairman's own name, or says that it is a draft", async () => {
    expect(await textOf({ signer: { capacity: "head", title: "", name: "Nguyễn Văn D" } })).not.toContain("KT.");
    const draft = await textOf({ signer: null, number: null, proof: null });
    expect(draft).toContain("(dự thảo, chưa ký)");
    expect(draft).toMatch(/Số: +\/TXL-UBND/);
  });

  it("addresses a family as such", async () => {
    expect(await textOf({ honorific: "Gia đình" })).toContain("xin lỗi gia đình");
  });
});
