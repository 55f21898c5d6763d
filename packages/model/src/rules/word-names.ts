import type { ApologyField, Channel, LetterKind, SignerRole } from "../dossier/dossier-event";
import type { DossierGroup } from "../dossier/dossier-group";
import type { Language } from "./define-rule-kind";

type Names<W extends string> = Record<W, Record<Language, string>>;

export const GROUP_NAMES: Names<DossierGroup> = {
  birth: { vi: "khai sinh", en: "birth" },
  marriage: { vi: "kết hôn", en: "marriage" },
  death: { vi: "khai tử", en: "death" },
  "marital-status": { vi: "xác nhận tình trạng hôn nhân", en: "marital status" },
  certification: { vi: "chứng thực", en: "certification" },
  extract: { vi: "trích lục hộ tịch", en: "civil status extract" },
  business: { vi: "hộ kinh doanh", en: "household business" },
  construction: { vi: "xây dựng", en: "construction" },
  social: { vi: "bảo trợ xã hội", en: "social protection" },
  education: { vi: "giáo dục", en: "education" },
  commendation: { vi: "thi đua, khen thưởng", en: "commendation" },
  other: { vi: "lĩnh vực khác", en: "other" },
};

export const CHANNEL_NAMES: Names<Channel> = {
  direct: { vi: "trực tiếp", en: "at the desk" },
  online: { vi: "trực tuyến", en: "on-line" },
  post: { vi: "qua bưu chính công ích", en: "by public post" },
  home: { vi: "tại nhà", en: "at home" },
};

export const SIGNER_NAMES: Names<SignerRole> = {
  chairman: { vi: "Chủ tịch", en: "the chairman" },
  "vice-chairman": { vi: "Phó Chủ tịch", en: "a vice-chairman" },
  "head-of-office": { vi: "thủ trưởng cơ quan", en: "the head of office" },
  officer: { vi: "công chức thụ lý", en: "the officer in charge" },
};

export const APOLOGY_FIELD_NAMES: Names<ApologyField> = {
  cause: { vi: "nguyên nhân", en: "the cause" },
  "new-due": { vi: "ngày hẹn trả lại", en: "the new date" },
  responsible: { vi: "bộ phận, cá nhân chịu trách nhiệm", en: "who is responsible" },
  remedy: { vi: "giải pháp khắc phục", en: "the remedy" },
};

export const LETTER_NAMES: Names<LetterKind> = {
  apology: { vi: "thư xin lỗi", en: "letter of apology" },
  thanks: { vi: "thư cảm ơn", en: "letter of thanks" },
  congratulation: { vi: "thư chúc mừng", en: "letter of congratulation" },
  condolence: { vi: "thư chia buồn", en: "letter of condolence" },
  other: { vi: "thư", en: "letter" },
};

const WEEKDAYS: Record<Language, readonly string[]> = {
  vi: ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

/** Name of an ISO weekday, 1 Monday … 7 Sunday. */
export function weekdayName(weekday: number, language: Language): string {
  return WEEKDAYS[language][weekday - 1] ?? String(weekday);
}

/** Words of a vocabulary as a list: "khai sinh, kết hôn", "birth, marriage". */
export function nameList<W extends string>(names: Names<W>, words: readonly W[], language: Language): string {
  return words.map((word) => names[word][language]).join(", ");
}

/** A share 0..1 as a percentage in the language's own writing: "12,5%", "12.5%". */
export function percent(share: number, language: Language): string {
  const text = String(Math.round(share * 10000) / 100);
  return `${language === "vi" ? text.replace(".", ",") : text}%`;
}

/** A local date as read: "10/6/2024" in Vietnamese, ISO in English. */
export function dateWords(date: string, language: Language): string {
  if (language === "en") return date;
  return date
    .split("-")
    .map((part) => (part.length === 4 ? part : String(Number(part))))
    .reverse()
    .join("/");
}
