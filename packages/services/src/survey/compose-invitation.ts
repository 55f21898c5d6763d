import type { ComposedMail } from "../notice/compose-mail";

interface InvitationMail {
  unitName: string;
  /** The form has an English text too. */
  english: boolean;
  procedure: string;
  /** "Có kết quả ngày 20/11/2026" */
  about: string;
  url: string;
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);

/** The e-mail that asks a citizen about a dossier, as text and as HTML: no name, no code of the dossier. */
export function composeInvitation({ unitName, english, procedure, about, url }: InvitationMail): ComposedMail {
  const before = [
    "Kính gửi Ông/Bà,",
    `${procedure}. ${about}.`,
    "Ông/Bà có hài lòng không? Xin mở địa chỉ dưới đây và trả lời, mất khoảng 30 giây:",
  ];
  const after = [
    "Địa chỉ này dùng một lần, cho riêng hồ sơ này. Phiếu không ghi tên; cán bộ không biết ai trả lời. Chúng tôi không giữ địa chỉ thư điện tử của Ông/Bà.",
    ...(english ? ["Are you satisfied? Open the address above to answer, in English too."] : []),
    `Ủy ban nhân dân ${unitName.charAt(0).toLowerCase()}${unitName.slice(1)}`,
  ];
  const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${escaped(line)}</p>`).join("\n");
  return {
    subject: `Ông/Bà có hài lòng không? – ${unitName}`,
    text: `${[...before, url, ...after].join("\n\n")}\n`,
    html: `<!DOCTYPE html>\n<html lang="vi"><body>\n${paragraphs(before)}\n<p><a href="${escaped(url)}">${escaped(url)}</a></p>\n${paragraphs(after)}\n</body></html>\n`,
  };
}
