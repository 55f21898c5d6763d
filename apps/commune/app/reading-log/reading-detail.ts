import type { Translate } from "@gandan/i18n/translator";

/** Where the words for a code of the log stand. */
const WORDS: Readonly<Record<string, string>> = {
  queue: "dossier.queue",
  reason: "petition.page.reasons",
  by: "readingLog.factor",
};

/** What the log keeps besides who, when and what, as words: "tìm “nguyen”, 12 hồ sơ, trang 1". */
export function readingDetail(t: Translate, details: Readonly<Record<string, unknown>>): string {
  const told = { ...details, ...((details.filters as Record<string, unknown> | undefined) ?? {}) };
  return Object.entries(told)
    .flatMap(([key, value]) => {
      if (typeof value !== "string" && typeof value !== "number") return [];
      if (value === "" || (key === "page" && value === 1)) return [];
      const words = WORDS[key];
      const word = words ? (t.find(`${words}.${value}`) ?? value) : value;
      return t.find(`readingLog.detail.${key}`, { value: word }) ?? [];
    })
    .join(", ");
}
