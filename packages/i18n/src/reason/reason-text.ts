import { formatter } from "../format";
import type { TextParams } from "../text-table";
import type { Translate } from "../translator";

/** A reason as the model gives it. */
export interface ReasonLike {
  key: string;
  params: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * A reason as a sentence, its parameters written by their last syllable; an unknown key gives null. A stretch without a
 * working minute, as from Friday evening to Sunday, has a sentence of its own: nobody is late by "0 minutes".
 */
export function reasonText(t: Translate, reason: ReasonLike): string | null {
  const params: TextParams = Object.fromEntries(
    Object.entries(reason.params).map(([name, value]) => [name, paramText(t, name, value)]),
  );
  const offHours = Object.entries(reason.params).some(([name, value]) => name.endsWith("Minutes") && value === 0);
  const text =
    (offHours ? t.find(`reason.${reason.key}OffHours`, params) : null) ?? t.find(`reason.${reason.key}`, params);
  return text?.trim() ?? null;
}

function paramText(t: Translate, name: string, value: string | number | boolean | null): string {
  if (value === null) return "";
  const format = formatter(t.language);
  if (typeof value === "number") {
    if (name.endsWith("At")) return format.dateTime(value);
    if (name.endsWith("Minutes")) return format.workingTime(value);
    if (name === "share" || name.endsWith("Share")) return format.percent(value);
    // A year is not a quantity: no thousands separator.
    return name === "year" ? String(value) : format.number(value);
  }
  if (name.endsWith("Date")) return format.date(String(value));
  if (name.endsWith("Word")) return wordText(t, String(value));
  if (name.endsWith("Words"))
    return String(value)
      .split(",")
      .map((word) => wordText(t, word))
      .join(", ");
  return String(value);
}

function wordText(t: Translate, word: string): string {
  return t.find(`reason.word.${word}`) ?? word;
}
