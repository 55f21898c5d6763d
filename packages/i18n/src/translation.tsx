import { createContext, type ReactNode, useContext } from "react";
import { type Format, formatter } from "./format";
import type { Language } from "./language";
import { type OwnTexts, overlaid, type Translate, translator } from "./translator";

const LanguageContext = createContext<Language>("vi");
const OwnTextsContext = createContext<OwnTexts | null>(null);

/** Sets the language of all that stands inside; give it the language that the loader chose, on both sides. */
export function TranslationProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** Puts other texts in the place of some, for all that stands inside: words of a language that the interface does not speak. */
export function OwnTextsProvider({ texts, children }: { texts: OwnTexts | null; children: ReactNode }) {
  return <OwnTextsContext.Provider value={texts}>{children}</OwnTextsContext.Provider>;
}

/** The language of the page. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The translator of the page's language. */
export function useT(): Translate {
  const t = translator(useContext(LanguageContext));
  const own = useContext(OwnTextsContext);
  return own ? overlaid(t, own) : t;
}

/** Dates, numbers and durations in the page's language. */
export function useFormat(): Format {
  return formatter(useContext(LanguageContext));
}
