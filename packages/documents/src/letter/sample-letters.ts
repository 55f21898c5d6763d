import { deliveredText } from "@gandan/model/letter/delivered-texts";
import { fillText } from "@gandan/model/letter/fill-text";
import type { LetterTone } from "@gandan/model/letter/letter-kinds";
import { readText } from "@gandan/model/letter/letter-text";
import type { LetterDatum } from "@gandan/model/letter/placeholders";
import { type OfficialLetter, officialLetter } from "./official-letter";

type Data = Partial<Record<LetterDatum, string>>;

const UNIT = { unit: "phường Đông Hà", place: "Đông Hà", date: "20/11/2026" };
const SIGNED: Pick<OfficialLetter, "date" | "unitName" | "place" | "number" | "signer" | "proof"> = {
  date: "2026-11-20",
  unitName: "phường Đông Hà",
  place: "Đông Hà",
  number: "08",
  signer: { capacity: "head", title: "", name: "Trần Thị Minh Nguyệt" },
  proof: {
    url: "https://dongha.example/letter/phuong-dong-ha-19333/3f9c2b7e8a104d56b1c09e7fa2d43c81",
    signedAt: "10:00 ngày 20/11/2026",
  },
};

function sample(kind: string, tone: LetterTone, data: Data, changes: Partial<OfficialLetter>) {
  const { text } = readText(deliveredText(kind, tone), tone);
  if (!text) throw new Error(`The delivered text of ${kind} cannot be read.`);
  const known: Data = { ...UNIT, ...data };
  const { title, summary, paragraphs } = fillText(text, (datum) => known[datum] ?? null);
  const letter = { ...SIGNED, tone, symbol: "UBND", title, summary, paragraphs, externalCode: null, addressee: "" };
  return officialLetter({ ...letter, ...changes });
}

const CODE = "19333-261117-0004";

/** A letter of each kind that comes with the system, by its delivered text. */
export const sampleLetters = {
  apology: sample(
    "apology",
    "apology",
    {
      honorific: "Bà",
      code: CODE,
      procedure: "Đăng ký thành lập hộ kinh doanh",
      receivedAt: "08:20 ngày 17/11/2026",
      dueAt: "08:20 ngày 20/11/2026",
      cause: "Đang chờ kết quả của cơ quan cấp trên. Mã số thuế dự kiến có ngày 24/11",
      newDueAt: "16:00 ngày 26/11/2026",
      responsible: "Nguyễn Văn B, điện thoại 0233 000 0000",
      office: "Phòng Kinh tế",
      remedy: "Gửi kết quả qua bưu chính, không thu thêm tiền",
    },
    {
      symbol: "TXL-UBND",
      externalCode: CODE,
      addressee: "Bà Nguyễn Thị A",
      signer: { capacity: "deputy", title: "Phó Chủ tịch", name: "Nguyễn Văn C" },
    },
  ),
  thanks: sample(
    "thanks",
    "thanks",
    { honorific: "Ông", deed: "góp ý thẳng thắn về việc sắp xếp chỗ ngồi chờ tại Trung tâm Phục vụ hành chính công" },
    { addressee: "Ông Lê Văn Dũng" },
  ),
  birth: sample(
    "birth",
    "congratulation",
    { child: "Nguyễn Hoàng Minh Anh", bornOn: "12/11/2026" },
    { addressee: "Gia đình ông/bà Nguyễn Thị Ngọc Ánh", externalCode: CODE },
  ),
  marriage: sample(
    "marriage",
    "congratulation",
    { groom: "Hồ Sỹ Quân", bride: "Lê Thị Ưng Thuận", words: "Ngày vui của hai bạn cũng là niềm vui của khu phố 3." },
    { addressee: "Anh chị Hồ Sỹ Quân và Lê Thị Ưng Thuận", externalCode: CODE },
  ),
  condolence: sample(
    "condolence",
    "condolence",
    { deceased: "cụ ông Nguyễn Hữu Tường", diedOn: "18/11/2026" },
    { addressee: "Gia đình ông/bà Nguyễn Hữu Thắng", externalCode: CODE },
  ),
};
