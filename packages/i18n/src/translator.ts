import { createInstance, type i18n } from "i18next";
import type { Language } from "./language";
import type { TextPath } from "./text-shape";
import { type TextParams, textTable } from "./text-table";
import { en } from "./texts-en";
import { vi } from "./texts-vi";

/** A text of the interface: area, then its path, e.g. `dossier.state.accepted`. */
export type TextKey = TextPath<typeof vi>;

/** Looks texts up in one language. */
export interface Translate {
  (key: TextKey, params?: TextParams): string;
  readonly language: Language;
  /** For keys known only at run time (errors, reasons, rule kinds): null when there is no such text. */
  find(key: string, params?: TextParams): string | null;
}

function build(language: Language, translation: typeof vi | typeof en): Translate {
  const instance: i18n = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation } },
    initAsync: false,
    nsSeparator: false,
    returnObjects: false,
    interpolation: { escapeValue: false },
  });
  const library = instance.t as (key: string, params?: TextParams & { returnObjects?: boolean }) => unknown;
  const table = textTable(translation, language);
  return Object.assign((key: TextKey, params?: TextParams) => table(key, params) ?? String(library(key, params)), {
    language,
    find: (key: string, params?: TextParams) => {
      const plain = table(key, params);
      if (plain !== null) return plain;
      if (!instance.exists(key, params ?? {})) return null;
      const found = library(key, { ...params, returnObjects: true });
      return typeof found === "string" ? found : null;
    },
  });
}

const translators: Record<Language, Translate> = { vi: build("vi", vi), en: build("en", en) };

/** The translator of a language; built once and shared, so that it costs a request nothing. */
export function translator(language: Language): Translate {
  return translators[language];
}

/** Texts by key that stand in the place of the interface's own; `{name}` is filled in. */
export type OwnTexts = Readonly<Partial<Record<TextKey, string>>>;

const fill = (text: string, params: TextParams = {}) =>
  text.replace(/\{(\w+)\}/g, (gap, name: string) => (params[name] === undefined ? gap : String(params[name])));

/** A translator that says some texts otherwise. */
export function overlaid(t: Translate, own: OwnTexts): Translate {
  const said = (key: string, params?: TextParams) => {
    const text = own[key as TextKey];
    return text === undefined ? null : fill(text, params);
  };
  return Object.assign((key: TextKey, params?: TextParams) => said(key, params) ?? t(key, params), {
    language: t.language,
    find: (key: string, params?: TextParams) => said(key, params) ?? t.find(key, params),
  });
}
