import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import type { DossierFact } from "@gandan/model/dossier/dossier-event";
import type { Cell, OfficialDocument } from "../official/official-document";
import { writtenMoment } from "../official/written-time";
import { applicantFields, byHand, CHANNEL_NAMES, deskFrame, type FormHead, plain } from "./form-parts";

/** An event of the dossier, with who brought it in. */
export interface ControlStep {
  at: Date;
  recordedAt: Date;
  /** Name of the person; null when none is known. */
  actor: string | null;
  source: "import" | "desk" | "demo";
  fact: DossierFact;
}

/** What stands on form 06; steps in the order in which they happened. */
export interface ControlSheet extends FormHead {
  /** Who works on it. */
  officer: string | null;
  dueAt: Date | null;
  steps: readonly ControlStep[];
  /** The moment at which the sheet was made. */
  asOf: Date;
}

/** Minutes after which an entry counts as noted later than it happened. */
const LATER = 60;

/** How a finished dossier stands to its appointment: a day before it, on its day in time, or after it. */
export function resultName(finishedAt: Date, dueAt: Date | null): "Trước hạn" | "Đúng hạn" | "Quá hạn" | null {
  if (!dueAt) return null;
  const [finished, due] = [toLocalMinute(finishedAt), toLocalMinute(dueAt)];
  if (finished > due) return "Quá hạn";
  return localDateOf(finished) < localDateOf(due) ? "Trước hạn" : "Đúng hạn";
}

/** What was done, in the words of the desk. */
function deedOf(fact: DossierFact): string {
  switch (fact.type) {
    case "received":
      return `Nhận hồ sơ (${CHANNEL_NAMES[fact.channel].toLowerCase()})`;
    case "accepted":
      return `Tiếp nhận đủ hồ sơ, hẹn trả ${writtenMoment(new Date(fact.dueAt))}`;
    case "forwarded":
      return "Chuyển xử lý";
    case "supplement-requested":
      return fact.papers?.length
        ? `Yêu cầu bổ sung ${fact.papers.length} giấy tờ (Mẫu 02)`
        : "Yêu cầu bổ sung (Mẫu 02)";
    case "supplemented":
      return "Nhận giấy tờ bổ sung";
    case "duty-requested":
      return "Yêu cầu thực hiện nghĩa vụ tài chính";
    case "duty-done":
      return "Đã thực hiện nghĩa vụ tài chính";
    case "apologised":
      return fact.newDueAt ? `Xin lỗi, hẹn lại ${writtenMoment(new Date(fact.newDueAt))}` : "Xin lỗi bằng văn bản";
    case "reappointed":
      return `Hẹn lại ngày trả ${writtenMoment(new Date(fact.dueAt))}`;
    case "letter-sent":
      return "Gửi thư";
    case "refused":
      return "Từ chối tiếp nhận (Mẫu 03)";
    case "withdrawn":
      return "Công dân rút hồ sơ";
    case "stopped":
      return "Dừng giải quyết (Mẫu 05)";
    case "finished":
      return "Giải quyết xong";
    case "handed-over":
      return "Trả kết quả";
    case "closed":
      return "Kết thúc trên hệ thống";
    case "corrected": {
      const was = writtenMoment(new Date(fact.was));
      return fact.is ? `${deedOf(fact.is)} (sửa lại, trước ghi ${was})` : `Việc ghi lúc ${was} không còn tính`;
    }
    case "amended":
      return "Cập nhật theo hệ thống của tỉnh";
    default:
      return "Việc khác";
  }
}

/** Who passed the dossier on and who took it; for what changes no hands, who did it. */
function peopleOf({ fact, actor }: ControlStep, sheet: ControlSheet, holder: string): Cell {
  switch (fact.type) {
    case "received":
    case "supplemented":
      return [`Giao: ${sheet.applicantName}`, `Nhận: ${actor ?? sheet.deskName}`];
    case "forwarded":
      return [`Giao: ${actor ?? holder}`, `Nhận: ${fact.to}`];
    case "handed-over":
      return [`Giao: ${actor ?? sheet.deskName}`, `Nhận: ${sheet.applicantName}`];
    default:
      return actor ?? "";
  }
}

const nameOf = (type: string, at: Date, recordedAt: Date) => `${type} ${at.getTime()} ${recordedAt.getTime()}`;

/** The steps in whose place a correction stands. */
function replacedSteps(steps: readonly ControlStep[]): ReadonlySet<ControlStep> {
  const names = new Set(
    steps.flatMap(({ fact }) =>
      fact.type === "corrected" ? [nameOf(fact.of, new Date(fact.was), new Date(fact.notedAt))] : [],
    ),
  );
  return new Set(
    steps.filter(({ fact, at, recordedAt }) => {
      const type = fact.type === "corrected" ? fact.is?.type : fact.type;
      return type !== undefined && names.has(nameOf(type, at, recordedAt));
    }),
  );
}

function noteOf({ at, recordedAt, source, fact }: ControlStep): string {
  const late = recordedAt.getTime() - at.getTime() > LATER * 60_000;
  const reason = "reason" in fact ? (fact.reason ?? "") : "";
  const noted = late ? `Ghi vào hệ thống lúc ${writtenMoment(recordedAt)}` : "";
  return [reason, noted, source === "import" ? "Theo hệ thống của tỉnh" : ""].filter(Boolean).join(". ");
}

/**
 * Form 06 of Thông tư 03/2025/TT-VPCP: who had the dossier when, from its events. A time that was stated later than it
 * happened says when it was noted.
 */
export function controlSheet(sheet: ControlSheet): OfficialDocument {
  let holder = sheet.deskName;
  const replaced = replacedSteps(sheet.steps);
  const rows = sheet.steps.map((step, i) => {
    const people = peopleOf(step, sheet, holder);
    if (step.fact.type === "forwarded") holder = step.fact.to;
    const counts = !replaced.has(step);
    const plain = step.fact.type === "corrected" ? step.fact.is : step.fact;
    const result = counts && plain?.type === "finished" ? (resultName(step.at, sheet.dueAt) ?? "") : "";
    const note = [counts ? "" : "Đã sửa, không còn tính", noteOf(step)].filter(Boolean).join(". ");
    return [String(i + 1), people, writtenMoment(step.at), deedOf(step.fact), result, note];
  });
  return {
    ...deskFrame(sheet),
    parts: [
      applicantFields(sheet),
      {
        type: "fields",
        fields: [
          { label: "Người thụ lý", value: sheet.officer ?? "" },
          {
            label: "Hạn trả kết quả",
            value: sheet.dueAt ? writtenMoment(sheet.dueAt) : "Chưa tính, hồ sơ chưa đủ giấy tờ",
          },
        ],
      },
      {
        type: "table",
        columns: [
          { header: "TT", width: 0.7, align: "center" },
          { header: "Người giao, người nhận", width: 3 },
          { header: "Thời gian", width: 2, align: "center" },
          { header: "Nội dung", width: 3 },
          { header: "Kết quả", width: 1.3, align: "center" },
          { header: "Ghi chú", width: 2.2 },
        ],
        rows,
      },
      plain(`Phiếu lập từ diễn biến hồ sơ trên hệ thống, đến ${writtenMoment(sheet.asOf)}.`),
    ],
    signature: byHand("Người lập phiếu", null),
  };
}
