import type { Translate } from "@gandan/i18n/translator";

const SAID = [
  "opened",
  "typed",
  "changed",
  "removed",
  "finished",
  "resumed",
  "again",
  "differs",
  "settled",
  "handedIn",
  "more",
  "dropped",
  "about",
] as const;
type Said = (typeof SAID)[number];

/** The address of a page that says what was just done, to sheet `number` or to so many. */
export const saying = (path: string, done: Said, number = 0): string => `${path}?done=${done}&n=${number}`;

/** What the address says was done; null when it says nothing known. */
export function saidIn(t: Translate, url: string): string | null {
  const { searchParams } = new URL(url);
  const done = SAID.find((one) => one === searchParams.get("done"));
  const number = Number(searchParams.get("n") ?? "0");
  return done && Number.isInteger(number) ? t(`paper.said.${done}`, { number }) : null;
}

/** Fields of a form that are answers of a sheet. */
export function answersIn(form: FormData): [string, string][] {
  return [...form].flatMap(([name, value]): [string, string][] =>
    name.startsWith("a-") ? [[name, String(value)]] : [],
  );
}
