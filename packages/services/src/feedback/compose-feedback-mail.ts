import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import type { ComposedMail } from "../notice/compose-mail";

export type Told = "received" | "answered" | "corrected";

interface FeedbackMail {
  told: Told;
  language: "vi" | "en";
  unitName: string;
  /** "05/2026" */
  number: string;
  /** By when it is answered; null when it wants no answer. */
  dueAt: Date | null;
  /** The secret link; null where the installation does not know its own address. */
  url: string | null;
}

interface Words {
  subject: string;
  before: string[];
  after: string[];
}

const two = (number: number) => String(number).padStart(2, "0");

function clock(instant: Date, language: "vi" | "en"): string {
  const minute = toLocalMinute(instant);
  const day = localDateOf(minute).split("-").reverse().join("/");
  const time = `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
  return language === "vi" ? `${time} ngày ${day}` : `${time} on ${day}`;
}

function vietnamese({ told, unitName, number, dueAt, url }: FeedbackMail): Words {
  const said = {
    received: `${unitName} đã nhận góp ý số ${number}.`,
    answered: `${unitName} đã trả lời góp ý số ${number}.`,
    corrected: `${unitName} đã sửa lại câu trả lời cho góp ý số ${number}.`,
  }[told];
  const due = told === "received" && dueAt ? [`Chúng tôi trả lời trước ${clock(dueAt, "vi")}.`] : [];
  const open =
    told === "received"
      ? "Xem việc xử lý và câu trả lời tại địa chỉ riêng dưới đây:"
      : "Xin đọc câu trả lời và cho biết việc đã xong chưa, tại địa chỉ riêng dưới đây:";
  const lost = "Xin mở địa chỉ riêng đã nhận khi gửi góp ý.";
  const subjects = { received: "Đã nhận góp ý", answered: "Có trả lời cho góp ý", corrected: "Trả lời lại cho góp ý" };
  return {
    subject: `${subjects[told]} số ${number} – ${unitName}`,
    before: ["Kính gửi Ông/Bà,", said, ...due, url ? open : lost],
    after: [
      ...(url
        ? [
            "Ai có địa chỉ này đều xem được góp ý, nên xin đừng chuyển thư cho người khác. Không muốn nhận thư nữa thì mở địa chỉ trên và bấm “Xóa thông tin liên hệ của tôi”.",
          ]
        : []),
      "Nếu Ông/Bà không gửi góp ý nào, có người đã ghi nhầm địa chỉ thư này; xin bỏ qua.",
    ],
  };
}

function english({ told, unitName, number, dueAt, url }: FeedbackMail): Words {
  const said = {
    received: `${unitName} has received feedback ${number}.`,
    answered: `${unitName} has answered feedback ${number}.`,
    corrected: `${unitName} has put right its answer to feedback ${number}.`,
  }[told];
  const due = told === "received" && dueAt ? [`We answer before ${clock(dueAt, "en")}.`] : [];
  const open =
    told === "received"
      ? "See how it goes on, and the answer, at your own address:"
      : "Please read the answer, and tell us whether it is solved, at your own address:";
  const lost = "Please open the address that you were given when you sent it.";
  const subjects = { received: "Received", answered: "Answered", corrected: "Answered anew" };
  return {
    subject: `${subjects[told]}: feedback ${number} – ${unitName}`,
    before: ["Dear Sir or Madam,", said, ...due, url ? open : lost],
    after: [
      ...(url
        ? [
            "Whoever has this address can read the feedback: please do not pass this e-mail on. To get no more of them, open the address and press “Delete how to reach me”.",
          ]
        : []),
      "If you have sent no feedback, somebody has mistyped an address: please ignore this e-mail.",
    ],
  };
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);

/**
 * The e-mail that tells a citizen of their feedback, as text and as HTML: its number and where to read on, and not a word
 * that anybody typed in. So nobody can make the office write to others what they like.
 */
export function composeFeedbackMail(mail: FeedbackMail): ComposedMail {
  const { url, language } = mail;
  const { subject, before, after } = language === "vi" ? vietnamese(mail) : english(mail);
  const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${escaped(line)}</p>`).join("\n");
  const link = url ? `\n<p><a href="${escaped(url)}">${escaped(url)}</a></p>` : "";
  return {
    language,
    subject,
    text: `${[...before, ...(url ? [url] : []), ...after].join("\n\n")}\n`,
    html: `<!DOCTYPE html>\n<html lang="${language}"><body>\n${paragraphs(before)}${link}\n${paragraphs(after)}\n</body></html>\n`,
  };
}
