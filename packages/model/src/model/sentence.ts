/** A sentence for people, in both languages. */
export interface Sentence {
  vi: string;
  en: string;
}
