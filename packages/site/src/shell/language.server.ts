import { languageOf } from "@gandan/i18n/language";
import { plainAddress } from "@gandan/web/safe-next";
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { languageCookie } from "./language-cookie";

/** The language of whoever asks, for the whole page. */
export async function rootLoader({ context }: LoaderFunctionArgs) {
  const { ctx } = await context.site();
  return { language: ctx.language };
}

/** Keeps the chosen language on this device for a year and goes back to the page. */
export function languageLoader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const language = languageOf(searchParams.get("to")) ?? "vi";
  return redirect(plainAddress(searchParams.get("next")), {
    headers: { "Set-Cookie": languageCookie(language) },
  });
}
