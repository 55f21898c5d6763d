import type { TextParams } from "./text-table";
import type { Translate } from "./translator";

/** An error as services throw it: a code, and the key of its text in the area `error`. */
export interface ErrorLike {
  code: string;
  key: string;
  details?: unknown;
}

function paramsOf(details: unknown): TextParams {
  if (typeof details !== "object" || details === null) return {};
  return Object.fromEntries(
    Object.entries(details).filter(([, value]) => ["string", "number", "boolean"].includes(typeof value)),
  );
}

/**
 * What is wrong, what to do and what has not happened, for the person at the screen.
 * Falls back to the text of the code, then to the general one: a raw key or message never reaches a page.
 */
export function errorText(t: Translate, error: ErrorLike): string {
  const params = paramsOf(error.details);
  return t.find(`error.${error.key}`, params) ?? t.find(`error.code.${error.code}`, params) ?? t("error.unexpected");
}
