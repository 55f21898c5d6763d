import type { DossierFact } from "@gandan/model/dossier/dossier-event";
import type { OfficialDocument } from "../official/official-document";
import { controlSheet } from "./control-sheet";
import { dossierRegister, type RegisterLine } from "./dossier-register";
import { extensionNotice } from "./extension-notice";
import type { FormHead } from "./form-parts";
import { receiptSlip } from "./receipt-slip";
import { refusalSlip } from "./refusal-slip";
import { stopNotice } from "./stop-notice";
import { supplementSlip } from "./supplement-slip";

/** A dossier with the longest names that occur. */
export const sampleHead: Omit<FormHead, "title"> = {
  date: "2026-11-20",
  unitName: "phường Đông Hà",
  place: "Đông Hà",
  deskName: "Trung tâm Phục vụ hành chính công",
  deskPhone: "0233 3852 123",
  externalCode: "19333-261120-0001",
  procedureName:
    "Thủ tục chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan tổ chức có thẩm quyền của Việt Nam cấp hoặc chứng nhận",
  procedureCode: "2.000815",
  applicantName: "Công Tằng Tôn Nữ Thị Ngọc Khuê Nguyễn Phước Vĩnh Thụy Anh",
  phone: "0912 345 678",
};

const LONG =
  "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất (bản sao chứng thực)";
/** Thirty papers, each third with a name over two lines. */
export const samplePapers = Array.from({ length: 30 }, (_, i) => (i % 3 ? `Tờ khai theo mẫu số ${i + 1}` : LONG));

const receivedAt = "08:20 ngày 20/11/2026";
const at = (time: string) => new Date(`${time}:00+07:00`);
const facts: [string, string | null, DossierFact][] = [
  ["2026-11-20T08:20", "Nguyễn Văn B", { type: "received", procedure: "2.000815", channel: "direct", flags: [] }],
  ["2026-11-20T08:20", "Nguyễn Văn B", { type: "accepted", dueAt: "2026-11-26T01:20:00Z" }],
  ["2026-11-20T09:00", "Nguyễn Văn B", { type: "forwarded", to: "Công chức Tư pháp – Hộ tịch Lê Thị C" }],
  [
    "2026-11-20T10:00",
    "Lê Thị C",
    { type: "supplement-requested", papers: ["Giấy chứng sinh"], reason: "Chưa có bản chính để đối chiếu" },
  ],
  ["2026-11-23T09:00", "Nguyễn Văn B", { type: "supplemented" }],
  ["2026-11-25T15:00", "Lê Thị C", { type: "finished" }],
  ["2026-11-25T15:30", "Nguyễn Văn B", { type: "handed-over" }],
  ["2026-11-25T15:31", null, { type: "closed" }],
];

const line = (i: number): RegisterLine => ({
  externalCode: `19333-2611${String(1 + (i % 28)).padStart(2, "0")}-${String(i + 1).padStart(4, "0")}`,
  procedureName: i % 4 ? "Đăng ký khai sinh" : sampleHead.procedureName,
  procedureCode: i % 4 ? "1.001193" : "2.000815",
  applicantName: i % 5 ? "Nguyễn Văn A" : sampleHead.applicantName,
  phone: i % 3 ? "0912 345 678" : null,
  channel: i % 7 ? "direct" : "online",
  state: i % 9 ? "handed-over" : "stopped",
  receivedAt: at("2026-11-02T08:20"),
  dueAt: at("2026-11-05T08:20"),
  promisedAt: at(i % 6 ? "2026-11-05T08:20" : "2026-11-09T17:00"),
  finishedAt: i % 9 ? at(i % 6 ? "2026-11-04T15:00" : "2026-11-06T15:00") : null,
  handedOverAt: i % 9 ? at("2026-11-06T16:00") : null,
  officer: "Nguyễn Văn B",
  supplements: i % 8 ? 0 : 1,
  apologised: i % 6 === 0,
});

/** Each form as it looks at its fullest; the register over three pages. */
export const sampleForms: Readonly<Record<string, OfficialDocument>> = {
  "01": receiptSlip({
    ...sampleHead,
    title: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    papers: samplePapers.slice(0, 4),
    receivedAt,
    dueAt: "08:20 ngày 26/11/2026",
    channel: "direct",
    officer: "Nguyễn Văn B",
    lookUp: {
      url: "https://dichvu.dongha.example/p/phuong-dong-ha-19333/look-up?code=19333-261120-0001",
      code: "K7M 2QX",
    },
  }),
  "02": supplementSlip({
    ...sampleHead,
    title: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    receivedAt,
    papers: samplePapers,
    reason: "Giấy tờ trong hồ sơ là bản sao chưa chứng thực",
    times: 1,
    officer: "Lê Thị C",
  }),
  "03": refusalSlip({
    ...sampleHead,
    title: "Phiếu từ chối giải quyết hồ sơ",
    receivedAt,
    refusedAt: "09:00 ngày 20/11/2026",
    reason: "Việc này thuộc thẩm quyền của Ủy ban nhân dân phường Nam Đông Hà",
    papers: samplePapers.slice(0, 3),
    officer: "Nguyễn Văn B",
  }),
  "04": extensionNotice({
    ...sampleHead,
    title: "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết",
    receivedAt,
    dueAt: "08:20 ngày 26/11/2026",
    newDueAt: "16:00 ngày 30/11/2026",
    cause: "Kết quả xác minh của cơ quan cấp trên về chậm",
    responsible: "Nguyễn Văn B, công chức Tư pháp – Hộ tịch",
    letter: "số 08/TXL-UBND ngày 25/11/2026",
    signer: { role: "vice-chairman", capacity: null, name: "Nguyễn Văn D" },
  }),
  "05": stopNotice({
    ...sampleHead,
    title: "Thông báo dừng giải quyết hồ sơ",
    receivedAt,
    stoppedAt: "10:00 ngày 24/11/2026",
    reason: "Quá thời hạn bổ sung mà chưa nhận được giấy tờ đã yêu cầu",
    papers: samplePapers.slice(0, 3),
  }),
  "06": controlSheet({
    ...sampleHead,
    title: "Phiếu kiểm soát quá trình giải quyết hồ sơ",
    officer: "Nguyễn Văn B",
    dueAt: at("2026-11-26T08:20"),
    steps: facts.map(([time, actor, fact], i) => ({
      at: at(time),
      recordedAt: at(i === 2 ? "2026-11-20T14:00" : time),
      actor,
      source: actor ? "desk" : "import",
      fact,
    })),
    asOf: at("2026-11-25T16:00"),
  }),
  "07": dossierRegister({
    ...sampleHead,
    title: "Sổ theo dõi hồ sơ",
    period: "từ 01/11/2026 đến 30/11/2026",
    filters: ["Lĩnh vực: chứng thực"],
    lines: Array.from({ length: 38 }, (_, i) => line(i)),
  }),
};
