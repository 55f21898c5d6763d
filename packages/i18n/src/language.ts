/** Languages of the interface; the first is the one that all others are translated from. */
export const LANGUAGES = ["vi", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language named by a cookie, a query or a header part, or null when we do not speak it. */
export function languageOf(value: string | null | undefined): Language | null {
  const code = value?.trim().toLowerCase().split("-")[0];
  return LANGUAGES.find((language) => language === code) ?? null;
}

/** The first language of an Accept-Language header that we speak; Vietnamese otherwise. */
export function negotiateLanguage(acceptLanguage: string | null | undefined): Language {
  const ranges = (acceptLanguage ?? "").split(",").map((part) => {
    const [tag, ...parameters] = part.split(";");
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find((q) => q !== undefined);
    return { language: languageOf(tag), weight: weight === undefined ? 1 : Number(weight) };
  });
  const spoken = ranges.filter((range) => range.language !== null && range.weight > 0);
  spoken.sort((a, b) => b.weight - a.weight);
  return spoken[0]?.language ?? "vi";
}
