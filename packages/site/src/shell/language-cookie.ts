import { type Language, languageOf } from "@gandan/i18n/language";

const LANGUAGE_COOKIE = /(?:^|;\s*)gd_lang=([a-z]{2})/;

/** The language chosen on a device; null when none was. */
export function chosenLanguage(headers: Headers): Language | null {
  return languageOf(LANGUAGE_COOKIE.exec(headers.get("cookie") ?? "")?.[1]);
}

/** Keeps a language on a device for a year. */
export function languageCookie(language: Language): string {
  return `gd_lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}
