import { createContext, type ReactNode, useContext } from "react";
import { type Format, formatter } from "./format";
import type { Language } from "./language";
import { type Translate, translator } from "./translator";

const LanguageContext = createContext<Language>("vi");

/** Sets the language of all that stands inside; give it the language that the loader chose, on both sides. */
export function TranslationProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** The language of the page. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The translator of the page's language. */
export function useT(): Translate {
  return translator(useContext(LanguageContext));
}

/** Dates, numbers and durations in the page's language. */
export function useFormat(): Format {
  return formatter(useContext(LanguageContext));
}
