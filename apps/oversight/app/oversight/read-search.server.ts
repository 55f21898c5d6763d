import { comparison, registerOn, unitsBelow } from "@gandan/model/oversight/oversight-inputs";
import { dayOf, pageOf, periodOf } from "./period.server";

/** Query values that are filled in; an empty field of a form asks for nothing. */
function filled(search: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...search].filter(([, value]) => value !== ""));
}

function orInvalid<T>(parsed: { success: true; data: T } | { success: false }, text: string): T {
  if (!parsed.success) throw new Response(text, { status: 400, statusText: "INVALID" });
  return parsed.data;
}

interface Asked {
  request: Request;
  now: Date;
  /** First day on which the unit that looks is no more. */
  validTo: string | null;
  /** Said when the address makes no sense. */
  invalid: string;
}

/** What the address of a comparison asks for. */
export function readComparisonSearch({ request, now, validTo, invalid }: Asked) {
  const search = new URL(request.url).searchParams;
  const { restated, ...rest } = filled(search);
  const input = { ...rest, ...periodOf(search, now, validTo), restated: restated === "yes" };
  return orInvalid(comparison.safeParse(input), invalid);
}

/** What the address of the register asks for. */
export function readRegisterSearch({ request, now, validTo, invalid }: Asked) {
  const search = new URL(request.url).searchParams;
  const { q, ...rest } = filled(search);
  return orInvalid(registerOn.safeParse({ ...rest, words: q, on: dayOf(search, now, validTo) }), invalid);
}

/** What the address of the list of units asks for. */
export function readUnitsSearch({ request, now, validTo, invalid }: Asked) {
  const search = new URL(request.url).searchParams;
  const { q } = filled(search);
  const input = { ...periodOf(search, now, validTo), words: q, page: pageOf(request) };
  return orInvalid(unitsBelow.safeParse(input), invalid);
}
