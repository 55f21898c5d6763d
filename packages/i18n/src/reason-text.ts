import type { Format } from "./format";
import type { TextParams, Translate } from "./translator";

/** A reason as a judgement carries it. */
export interface ReasonLike {
  key: string;
  params: Readonly<Record<string, string | number | boolean | null>>;
}

/** Shows a parameter by the last syllable of its name; see `REASON_PARAMS` of the model. */
function shown(t: Translate, format: Format, name: string, value: string | number | boolean | null) {
  if (typeof value === "number") {
    if (name.endsWith("At")) return format.dateTime(value);
    if (name.endsWith("Minutes")) return format.workingTime(value);
    if (name === "share" || name.endsWith("Share")) return format.percent(value);
    return format.number(value);
  }
  if (typeof value !== "string") return value ?? "";
  if (name.endsWith("Date")) return format.date(value);
  const word = (one: string) => t.find(`reason.word.${one}`) ?? one;
  if (name.endsWith("Words")) return value.split(",").map(word).join(", ");
  return name.endsWith("Word") ? word(value) : value;
}

/** Why an outcome came out as it did, as a sentence with dates and durations written as an office would. */
export function reasonText(t: Translate, format: Format, reason: ReasonLike): string {
  const params: TextParams = Object.fromEntries(
    Object.entries(reason.params).map(([name, value]) => [name, shown(t, format, name, value)]),
  );
  return t.find(`reason.${reason.key}`, params) ?? reason.key;
}
