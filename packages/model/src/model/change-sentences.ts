import { canonical } from "./compare-strictness";
import type { Sentence } from "./sentence";

export type DiffArea =
  | "model"
  | "slogan"
  | "commitment"
  | "criterion"
  | "rule"
  | "survey"
  | "section"
  | "question"
  | "form"
  | "evidence"
  | "task"
  | "report"
  | "reminders"
  | "scorecard"
  | "score-line";

const AREAS: Record<DiffArea, Sentence> = {
  model: { vi: "mô hình", en: "the model" },
  slogan: { vi: "khẩu hiệu", en: "the slogan" },
  commitment: { vi: "điều", en: "the commitment" },
  criterion: { vi: "tiêu chí", en: "the criterion" },
  rule: { vi: "quy tắc", en: "the rule" },
  survey: { vi: "phiếu khảo sát", en: "the survey form" },
  section: { vi: "phần của phiếu", en: "the section" },
  question: { vi: "câu hỏi", en: "the question" },
  form: { vi: "biểu mẫu", en: "the form" },
  evidence: { vi: "tài liệu kiểm chứng", en: "the evidence" },
  task: { vi: "nhiệm vụ", en: "the task" },
  report: { vi: "báo cáo", en: "the report" },
  reminders: { vi: "phần nhắc việc", en: "the reminders" },
  scorecard: { vi: "bảng điểm", en: "the scorecard" },
  "score-line": { vi: "dòng bảng điểm", en: "the score line" },
};

const FIELDS: Record<string, Sentence> = {
  id: { vi: "mã", en: "id" },
  title: { vi: "tên", en: "title" },
  text: { vi: "nội dung", en: "wording" },
  type: { vi: "loại", en: "type" },
  summary: { vi: "tóm tắt", en: "summary" },
  extends: { vi: "mô hình gốc", en: "extended model" },
  omit: { vi: "các mục bỏ khỏi mô hình gốc", en: "omitted entries" },
  issued_by: { vi: "cơ quan và văn bản ban hành", en: "issuer" },
  effective: { vi: "thời gian hiệu lực", en: "time in force" },
  sample: { vi: "là mẫu", en: "being a sample" },
  legal_basis: { vi: "căn cứ", en: "legal basis" },
  plan: { vi: "lời của kế hoạch", en: "wording of the plan" },
  detail: { vi: "phần diễn giải", en: "details" },
  clause: { vi: "điều khoản dẫn chiếu", en: "clause" },
  measured_by: { vi: "cách đo", en: "measures" },
  stands_in_from: { vi: "nguồn của nội dung mượn", en: "source of the borrowed text" },
  slogan: { vi: "khẩu hiệu", en: "slogan" },
  survey: { vi: "phiếu khảo sát", en: "survey form" },
  note: { vi: "ghi chú", en: "note" },
  floor: { vi: "mức sàn", en: "floor" },
  code: { vi: "số hiệu", en: "code" },
  audience: { vi: "đối tượng", en: "audience" },
  kind: { vi: "loại", en: "kind" },
  subject: { vi: "chủ đề", en: "subject" },
  options: { vi: "các lựa chọn", en: "options" },
  help: { vi: "lời giải thích", en: "explanation" },
  intro: { vi: "lời mở đầu", en: "opening words" },
  thanks: { vi: "lời cảm ơn", en: "words of thanks" },
  section: { vi: "phần", en: "section" },
  folded: { vi: "việc gấp lại", en: "being folded" },
  asked_when: { vi: "điều kiện hỏi", en: "condition" },
  commitment: { vi: "điều được hỏi", en: "commitment asked about" },
  translations: { vi: "bản dịch", en: "translations" },
  required: { vi: "bắt buộc", en: "being required" },
  step: { vi: "bước", en: "step" },
  due: { vi: "thời hạn", en: "due date" },
  before: { vi: "phải xong trước hạn", en: "being due before the date" },
  from: { vi: "ngày bắt đầu", en: "start" },
  recurs: { vi: "định kỳ", en: "recurrence" },
  standing: { vi: "thường xuyên", en: "being a standing task" },
  owners: { vi: "người thực hiện", en: "owners" },
  products: { vi: "sản phẩm", en: "products" },
  to: { vi: "nơi nhận", en: "recipient" },
  total: { vi: "tổng điểm", en: "total" },
  min_n: { vi: "số lượng tối thiểu để đo", en: "minimum number to measure" },
  rank_min_n: { vi: "số lượng tối thiểu để xếp hạng", en: "minimum number to rank" },
  points: { vi: "điểm", en: "points" },
  full_at: { vi: "mức đạt điểm tối đa", en: "level of full points" },
  zero_at: { vi: "mức không có điểm", en: "level of no points" },
};

const PERIODS: Record<string, Sentence> = {
  day: { vi: "ngày", en: "day" },
  week: { vi: "tuần", en: "week" },
  month: { vi: "tháng", en: "month" },
  quarter: { vi: "quý", en: "quarter" },
  "half-year": { vi: "sáu tháng", en: "half-year" },
  year: { vi: "năm", en: "year" },
};

type Get = (name: string) => unknown;

function groupWords(get: Get, value: object): Sentence {
  const every = PERIODS[String(get("every"))];
  if (every) {
    const by: unknown = get("by");
    const days = Array.isArray(by) && by.length ? by.join(", ") : "";
    const times = Number(get("times") ?? 1);
    return {
      vi: `${times} lần mỗi ${every.vi}${days && ` (${days})`}`,
      en: `${times === 1 ? "once" : `${times} times`} a ${every.en}${days && ` (${days})`}`,
    };
  }
  if (get("title") !== undefined) {
    const more = ["number", "date"].map(get).filter((one) => one !== undefined);
    const words = `“${String(get("title"))}”${more.length ? ` (${more.join(", ")})` : ""}`;
    return { vi: words, en: words };
  }
  const words = Object.values(value).map(valueWords);
  return { vi: words.map((one) => one.vi).join(", "), en: words.map((one) => one.en).join(", ") };
}

/** A value in words an official reads: 1,5 · “text” · 22/11/2026 · có. */
function valueWords(value: unknown): Sentence {
  if (value === undefined || value === null || (Array.isArray(value) && !value.length))
    return { vi: "không có", en: "none" };
  if (typeof value === "boolean") return value ? { vi: "có", en: "yes" } : { vi: "không", en: "no" };
  if (typeof value === "number") return { vi: String(value).replace(".", ","), en: String(value) };
  if (Array.isArray(value)) {
    const words = value.map(valueWords);
    return { vi: words.map((one) => one.vi).join(", "), en: words.map((one) => one.en).join(", ") };
  }
  if (typeof value === "object") return groupWords((name) => Reflect.get(value, name), value);
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value)) ?? [];
  if (day) return { vi: `${day}/${month}/${year}`, en: `${day}/${month}/${year}` };
  return { vi: `“${String(value)}”`, en: `“${String(value)}”` };
}

/** A sentence without its full stop, to stand inside another. */
const inside = (sentence: string): string => sentence.replace(/\.$/, "");

/** What came to a list and what went from it; undefined when the values are not lists. */
function listWords(from: unknown, to: unknown): Sentence | undefined {
  if (!Array.isArray(from) || !Array.isArray(to)) return undefined;
  const without = (list: readonly unknown[], others: readonly unknown[]) => {
    const known = new Set(others.map(canonical));
    return list.filter((one) => !known.has(canonical(one)));
  };
  const [added, removed] = [without(to, from), without(from, to)];
  const parts = [
    ...(added.length ? [{ vi: `thêm ${valueWords(added).vi}`, en: `added ${valueWords(added).en}` }] : []),
    ...(removed.length ? [{ vi: `bỏ ${valueWords(removed).vi}`, en: `removed ${valueWords(removed).en}` }] : []),
  ];
  // The same entries, some of them repeated: only the whole lists show it.
  if (!parts.length) return undefined;
  return { vi: parts.map((one) => one.vi).join("; "), en: parts.map((one) => one.en).join("; ") };
}

interface Change {
  change: "added" | "removed" | "changed";
  area: DiffArea;
  title: string;
  /** What a rule asks, when it is added or removed. */
  detail?: Sentence | undefined;
  field?: string;
  from?: unknown;
  to?: unknown;
  /** What a rule asked and asks now. */
  rule?: { from: Sentence; to: Sentence } | undefined;
}

/** One change of a model as a sentence in Vietnamese and English. */
export function changeSentence({ change, area, title, detail, field = "", from, to, rule }: Change): Sentence {
  // There is one of each: the name would only repeat what the page is about.
  const quoted = ["scorecard", "model", "reminders"].includes(area) ? "" : ` “${title}”`;
  const name = { vi: `${AREAS[area].vi}${quoted}`, en: `${AREAS[area].en}${quoted}` };
  if (change !== "changed") {
    const tail = detail ? { vi: `: ${inside(detail.vi)}`, en: `: ${inside(detail.en)}` } : { vi: "", en: "" };
    return change === "added"
      ? { vi: `Thêm ${name.vi}${tail.vi}.`, en: `Added ${name.en}${tail.en}.` }
      : { vi: `Bỏ ${name.vi}${tail.vi}.`, en: `Removed ${name.en}${tail.en}.` };
  }
  if (rule) {
    return {
      vi: `Sửa ${name.vi}: trước đây “${inside(rule.from.vi)}”, nay “${inside(rule.to.vi)}”.`,
      en: `Changed ${name.en}: before “${inside(rule.from.en)}”, now “${inside(rule.to.en)}”.`,
    };
  }
  const label = FIELDS[field] ?? { vi: field, en: field };
  const list = listWords(from, to);
  if (list) {
    return {
      vi: `Sửa ${label.vi} của ${name.vi}: ${list.vi}.`,
      en: `Changed the ${label.en} of ${name.en}: ${list.en}.`,
    };
  }
  const [was, is] = [valueWords(from), valueWords(to)];
  return {
    vi: `Sửa ${label.vi} của ${name.vi}: từ ${was.vi} thành ${is.vi}.`,
    en: `Changed the ${label.en} of ${name.en}: from ${was.en} to ${is.en}.`,
  };
}
