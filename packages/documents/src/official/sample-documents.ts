import type { OfficialDocument } from "./official-document";

/** A letter of apology with everything a document can have on one page. */
export const sampleLetter: OfficialDocument = {
  language: "vi",
  subject: "Thư xin lỗi về hồ sơ 15592-261112-0043",
  issuer: "UBND xã Xuân Lập",
  date: "2026-11-18",
  parentBody: [],
  issuerLines: ["Ủy ban nhân dân", "xã Xuân Lập"],
  number: "Số: 08/UBND-VP",
  about: null,
  placeAndDate: "Xuân Lập, ngày 18 tháng 11 năm 2026",
  title: "Thư xin lỗi",
  summary: "Về việc chậm trả kết quả hồ sơ 15592-261112-0043",
  addressees: ["Ông Nguyễn Văn A, thôn 3, xã Xuân Lập"],
  parts: [
    {
      type: "paragraph",
      runs: [
        {
          text: "Ngày 12/11/2026, Ủy ban nhân dân xã Xuân Lập tiếp nhận hồ sơ Đăng ký thành lập hộ kinh doanh của Ông. Kết quả được hẹn trả vào 08 giờ 20 phút ngày 17/11/2026. Chúng tôi rất tiếc phải báo rằng hồ sơ chưa hoàn thành kịp giờ hẹn.",
        },
      ],
    },
    {
      type: "paragraph",
      runs: [
        { text: "Nguyên nhân: ", bold: true },
        { text: "kết quả xác nhận mã số thuế về chậm, chúng tôi chưa đôn đốc kịp thời." },
      ],
    },
    { type: "paragraph", runs: [{ text: "Ngày hẹn mới: ", bold: true }, { text: "16 giờ 00 phút ngày 23/11/2026." }] },
    { type: "paragraph", runs: [{ text: "Trân trọng cảm ơn Ông đã thông cảm./." }] },
  ],
  signature: {
    capacity: ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"],
    hint: null,
    note: "(đã ký số)",
    name: "Nguyễn Văn B",
  },
  recipients: ["Như trên;", "Chủ tịch UBND xã (để b/c);", "Lưu: VT, HS 0043."],
  proof: {
    url: "https://xuanlap.example/thu/7c1e94ab03d85f26",
    alt: "Mã để kiểm tra thư",
    lines: ["Quét mã để kiểm tra thư này là bản thật.", "Dấu kiểm tra: 7c1e 94ab 03d8 5f26"],
  },
};

const PAPER =
  "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất (bản sao chứng thực)";

/** A form of two pages: thirty papers, a person with a long name, lines to write on, every kind of part. */
export const sampleForm: OfficialDocument = {
  ...sampleLetter,
  subject: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
  parentBody: ["Ủy ban nhân dân xã Nam Dong"],
  issuerLines: ["Trung tâm Phục vụ", "hành chính công"],
  number: "Mã hồ sơ: 24649-261112-0007",
  title: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
  summary: null,
  addressees: [],
  parts: [
    { type: "heading", level: 2, text: "I. Người nộp" },
    {
      type: "fields",
      fields: [
        { label: "Họ và tên", value: "Công Tằng Tôn Nữ Thị Ngọc Khuê Nguyễn Phước Vĩnh Thụy Anh" },
        { label: "Địa chỉ", value: "" },
      ],
    },
    { type: "heading", level: 2, text: "II. Giấy tờ đã nộp" },
    {
      type: "table",
      columns: [
        { header: "STT", width: 1, align: "center" },
        { header: "Tên giấy tờ", width: 7 },
        { header: "Số bản", width: 1.5, align: "right" },
      ],
      rows: Array.from({ length: 30 }, (_, i) => [String(i + 1), i % 3 ? "Tờ khai theo mẫu" : PAPER, "1"]),
    },
    { type: "heading", level: 3, text: "1. Lưu ý" },
    {
      type: "items",
      items: [
        [{ text: "Mang theo giấy này khi đến nhận kết quả." }],
        [{ text: "#set text(red) $x$ *đậm* _nghiêng_ <nhãn> @ai // hết" }],
      ],
    },
    {
      type: "paragraph",
      align: "center",
      runs: [{ text: "Ặ Ẵ Ẳ Ằ Ắ Ậ Ẫ Ẩ Ầ Ấ Ệ Ễ Ể Ề Ế Ộ Ỗ Ổ Ồ Ố Ợ Ỡ Ở Ờ Ớ Ự Ữ Ử Ừ Ứ Ỵ Ỹ Ỷ Ỳ Ý Đ" }],
    },
  ],
  signature: { capacity: ["Người tiếp nhận"], hint: "(Ký, ghi rõ họ tên)", note: null, name: "Nguyễn Văn C" },
  recipients: [],
  proof: null,
};
