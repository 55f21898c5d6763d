import type { LocalDate } from "@gandan/calendar/local-time";
import type { ModelSource, Task } from "@gandan/model/model/model-schema";

type DocumentRef = ModelSource["legal_basis"][number];

/** "08/8/2023": days below 10 and the months 1 and 2 take a nought, as in the date of a document. */
export function shortDate(date: LocalDate): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${day}/${Number(month) > 2 ? Number(month) : month}/${year}`;
}

const ROMAN = [
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

/** 1 is "I", 14 is "XIV"; for headings, up to 39. */
export function roman(number: number): string {
  const [size, sign] = ROMAN.find(([value]) => value <= number) ?? [1, ""];
  return sign ? sign + roman(number - size) : "";
}

/** The letters that count in a Vietnamese document: a, b, c, d, đ, e … */
const LETTERS = "abcdđeghiklmnopqrstuvxy";

/** 0 is "a", 4 is "đ"; numbers beyond the letters. */
export const letterOf = (place: number): string => LETTERS[place] ?? String(place + 1);

/** Kinds of document that take their number right behind their name. Longer ones first. */
const KINDS = [
  "Chương trình hành động",
  "Chương trình",
  "Kế hoạch hành động",
  "Kế hoạch",
  "Nghị quyết",
  "Nghị định",
  "Quyết định",
  "Hướng dẫn",
  "Công văn",
  "Chỉ thị",
  "Thông tư",
  "Báo cáo",
];
/** How the rest of a title begins that says by itself what the document does. */
const SAYS_WHAT =
  /^(?:về|thực hiện|triển khai|tiếp tục|ban hành|phê duyệt|quy định|xây dựng|sửa đổi|đẩy mạnh)(?!\p{L})/u;
/** What is issued by a decision, whatever its own title. */
const BY_DECISION = /(^|[\d/-])QĐ([-/]|$)/;

/**
 * A document as a plan cites it: "Nghị quyết số 39-NQ/ĐU ngày 22/3/2023 của Đảng ủy xã Quang Trung về …". What is not
 * known is left out.
 */
export function citation({ title, number, issuer, date }: DocumentRef): string {
  const when = date?.length === 10 ? `ngày ${shortDate(date)}` : "";
  const facts = (n: string) => [n && `số ${n}`, when, issuer && `của ${issuer}`].filter(Boolean).join(" ");
  const kind = KINDS.find((one) => title.startsWith(one));
  if (number && BY_DECISION.test(number) && kind !== "Quyết định") {
    return `Quyết định ${facts(number)} ban hành ${title}`;
  }
  if (!kind || !number) return [title, facts(number ?? "")].filter(Boolean).join(" ");
  const rest = title.slice(kind.length).trim();
  // "Chương trình của Thị ủy" by "Thị ủy …": said once.
  if (issuer && rest.startsWith("của ")) return `${kind} ${facts(number)}`;
  const subject = rest === "" || SAYS_WHAT.test(rest) ? rest : `về ${rest}`;
  return [kind, facts(number), subject].filter(Boolean).join(" ");
}

const EVERY: Record<NonNullable<Task["recurs"]>["every"], { each: string; within: string }> = {
  day: { each: "Hằng ngày", within: "ngày" },
  week: { each: "Hằng tuần", within: "tuần" },
  month: { each: "Hằng tháng", within: "tháng" },
  quarter: { each: "Hằng quý", within: "quý" },
  "half-year": { each: "6 tháng một lần", within: "6 tháng" },
  year: { each: "Hằng năm", within: "năm" },
};

/** "Hằng năm, chậm nhất ngày 10/12" */
function recurrenceWords({ every, times, by }: NonNullable<Task["recurs"]>): string {
  const { each, within } = EVERY[every];
  const often = times > 1 ? `${times} lần mỗi ${within}` : each;
  const days = by.map((day) => shortDate(`2000-${day}`).replace(/\/2000$/, ""));
  return days.length > 0 ? `${often}, chậm nhất ngày ${days.join(" và ")}` : often;
}

const lastDay = (date: LocalDate) =>
  new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
const monthWords = (date: LocalDate) => `tháng ${Number(date.slice(5, 7))}/${date.slice(0, 4)}`;

/** When a task or report is due, as a plan says it: "Trong tháng 4/2023", "Xong trước ngày 17/4/2023", "Thường xuyên". */
export function timeWords(task: Partial<Pick<Task, "due" | "before" | "from" | "recurs" | "standing">>): string {
  const { due, from, recurs } = task;
  const starts = from?.endsWith("-01") ? monthWords(from) : from && `ngày ${shortDate(from)}`;
  if (recurs) return recurrenceWords(recurs);
  if (due && from) {
    const whole = from.endsWith("-01") && due === `${from.slice(0, 8)}${lastDay(from)}`;
    return whole ? `Trong ${monthWords(due)}` : `Từ ngày ${shortDate(from)} đến ngày ${shortDate(due)}`;
  }
  if (due) return task.before ? `Xong trước ngày ${shortDate(due)}` : `Chậm nhất ngày ${shortDate(due)}`;
  if (task.standing) return starts ? `Thường xuyên, từ ${starts}` : "Thường xuyên";
  return starts ? `Từ ${starts}` : "";
}
