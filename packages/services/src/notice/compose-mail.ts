import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import type { MailKind, NoticeArea } from "@gandan/model/notice/notice-kinds";

type MailArea = Exclude<NoticeArea, "petition">;

/**
 * A reminder as an e-mail tells it: nothing of the citizen but the dossier's code, or the number of feedback, and of an
 * officer's result nothing but the quarter.
 */
export interface MailLine {
  area: MailArea;
  kind: MailKind;
  code: string;
  /** Of a dossier. */
  procedureName: string | null;
  dueAt: Date | null;
  /** What it is about, in its area. */
  subjectId: string;
}

export interface ComposedMail {
  /** Vietnamese unless it says otherwise. */
  language?: "vi" | "en";
  subject: string;
  text: string;
  html: string;
}

const HEADINGS: Readonly<Record<MailKind, string>> = {
  late: "Hồ sơ đã quá hạn trả kết quả",
  weekend: "Hồ sơ cần xong trước khi nghỉ cuối tuần",
  "before-due": "Hồ sơ sắp đến hạn",
  "weekend-close": "Hồ sơ đã xong, cần kết thúc trước khi nghỉ cuối tuần",
  "to-close": "Hồ sơ đã xong mà chưa bấm kết thúc",
  "officer-told": "Có cán bộ bị đánh giá không hài lòng vượt mức của mô hình",
  "officer-asked": "Kết quả đánh giá của người dân cần giải trình",
  "officer-replied": "Cán bộ đã giải trình, chờ quyết định",
  "publication-due": "Sắp đến ngày công khai kết quả",
  "survey-quota": "Còn thiếu phiếu khảo sát của quý",
};
/** Of feedback, which knows these alone. */
const FEEDBACK_HEADINGS: Readonly<Partial<Record<MailKind, string>>> = {
  late: "Góp ý đã quá hạn trả lời",
  "before-due": "Góp ý sắp đến hạn trả lời",
};
/** What is worst first. */
const ORDER: readonly MailKind[] = [
  "late",
  "weekend",
  "before-due",
  "officer-told",
  "officer-asked",
  "officer-replied",
  "publication-due",
  "survey-quota",
  "weekend-close",
  "to-close",
];
interface AreaWords {
  /** What it is about, where no procedure says so. */
  about: string;
  due: string;
  /** Below the unit's address. */
  path: (id: string) => string;
}
const AREAS: Readonly<Record<MailArea, AreaWords>> = {
  dossier: { about: "Hồ sơ", due: "hẹn trả", path: (id) => `/dossiers/${id}` },
  feedback: { about: "Góp ý của người dân", due: "hạn trả lời", path: (id) => `/feedback/${id}` },
  "officer-result": {
    about: "Người dân đánh giá cán bộ",
    due: "giải trình đến",
    path: (id) => `/surveys/officers/${id}`,
  },
  publication: { about: "Công khai kết quả", due: "công khai trước", path: () => "/publications" },
  survey: { about: "Phiếu khảo sát theo số hồ sơ", due: "hết quý", path: () => "/surveys/progress" },
};
/** Lines of one kind in an e-mail; the page has them all. */
const MOST = 100;

const two = (number: number) => String(number).padStart(2, "0");

/** "16:00 ngày 22/11/2026" on the clock of Viet Nam. */
function clock(instant: Date): string {
  const minute = toLocalMinute(instant);
  const day = localDateOf(minute).split("-").reverse().join("/");
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)} ngày ${day}`;
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);

/**
 * The e-mail that tells a person's reminders, as text and as HTML, in Vietnamese. `unitUrl` is the unit's address for
 * links; without it there are none.
 */
export function composeMail(unitName: string, unitUrl: string | null, lines: readonly MailLine[]): ComposedMail {
  const groups = ORDER.flatMap((kind) => {
    const ofKind = lines.filter((line) => line.kind === kind);
    const parts = [
      { heading: HEADINGS[kind], lines: ofKind.filter(({ area }) => area !== "feedback") },
      {
        heading: FEEDBACK_HEADINGS[kind] ?? HEADINGS[kind],
        lines: ofKind.filter(({ area }) => area === "feedback"),
      },
    ];
    return parts.flatMap((part) =>
      part.lines.length > 0 ? [{ title: `${part.heading} (${part.lines.length})`, lines: part.lines }] : [],
    );
  });
  const [first] = groups;
  const rest = lines.length - (first?.lines.length ?? 0);
  const subject = `Nhắc việc – ${unitName}: ${first?.title ?? ""}${rest > 0 ? ` và ${rest} nhắc việc khác` : ""}`;
  const aboutOf = ({ procedureName, area }: MailLine) => procedureName ?? AREAS[area].about;
  const due = ({ dueAt, area }: MailLine) => (dueAt ? `, ${AREAS[area].due} ${clock(dueAt)}` : "");
  const urlOf = ({ area, subjectId }: MailLine) => `${unitUrl}${AREAS[area].path(subjectId)}`;
  const more = (count: number) => `… và ${count} việc nữa, xem trên trang Nhắc việc.`;
  const foot = `${unitName} gửi tự động theo lựa chọn của người nhận. Đổi hoặc tắt: mục Cài đặt, thẻ Nhắc việc.`;

  const text = [
    ...groups.flatMap(({ title, lines: all }) => [
      title,
      ...all
        .slice(0, MOST)
        .flatMap((line) => [`- ${line.code}: ${aboutOf(line)}${due(line)}`, ...(unitUrl ? [`  ${urlOf(line)}`] : [])]),
      ...(all.length > MOST ? [more(all.length - MOST)] : []),
      "",
    ]),
    ...(unitUrl ? [`Trang Nhắc việc: ${unitUrl}/notices`, ""] : []),
    foot,
    "",
  ].join("\n");

  const item = (line: MailLine) => {
    const code = escaped(line.code);
    const name = unitUrl ? `<a href="${escaped(urlOf(line))}">${code}</a>` : code;
    return `<li>${name}: ${escaped(aboutOf(line))}${escaped(due(line))}</li>`;
  };
  const html = [
    '<!doctype html><html lang="vi"><meta charset="utf-8"><body style="font-family:sans-serif;line-height:1.5">',
    ...groups.map(
      ({ title, lines: all }) =>
        `<h2 style="font-size:1.1em">${escaped(title)}</h2><ul>${all.slice(0, MOST).map(item).join("")}</ul>${
          all.length > MOST ? `<p>${escaped(more(all.length - MOST))}</p>` : ""
        }`,
    ),
    unitUrl ? `<p><a href="${escaped(`${unitUrl}/notices`)}">Mở trang Nhắc việc</a></p>` : "",
    `<p style="color:#555;font-size:.9em">${escaped(foot)}</p></body></html>`,
  ].join("");
  return { subject, text, html };
}
