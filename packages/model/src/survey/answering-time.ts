/**
 * Words read in a second. Vietnamese writes each syllable as a word: 5.25 a second, what 17 languages' speakers reached
 * reading aloud (Coupé, Oh, Dediu, Pellegrino: Different languages, similar encoding efficiency, Science Advances 5,
 * 2019); who reads silently is quicker, so this is nobody's best. Other languages: 238 English words a minute (Brysbaert:
 * How many words do we read per minute?, Journal of Memory and Language 109, 2019).
 */
const WORDS_A_SECOND = { vi: 5.25, other: 238 / 60 };

/**
 * Seconds to bring a finger onto a target on a phone, of people aged 67–81: 0.947, where those aged 22–35 took 0.713
 * (Sultana, Moffatt: Effects of Aging on Small Target Selection with Touch Input, ACM TACCESS 12, 2019; targets up to
 * 9 mm, ours are larger).
 */
const TAP_SECONDS = 0.947;

/** Seconds to make up one's mind before a deed: operator M of Card, Moran, Newell: The Keystroke-Level Model, CACM 23, 1980. */
const DECIDING_SECONDS = 1.35;

interface SheetWork {
  /** Every text that is shown from the heading to the button that sends, each as often as it is shown. */
  texts: readonly string[];
  /** Questions that are answered by a tap. */
  choices: number;
  /** What else is tapped: the button. */
  taps: number;
}

/** Words as a reader counts them: "Ông/Bà" are two, a sign alone is none. */
export function countWords(text: string): number {
  return text.split(/[\s/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** How long an old citizen takes for a sheet, in seconds: reading all of it, making up one's mind, and tapping. */
export function answeringSeconds(language: string, { texts, choices, taps }: SheetWork): number {
  const words = texts.reduce((sum, text) => sum + countWords(text), 0);
  const reading = words / (language === "vi" ? WORDS_A_SECOND.vi : WORDS_A_SECOND.other);
  return reading + choices * (DECIDING_SECONDS + TAP_SECONDS) + taps * TAP_SECONDS;
}
