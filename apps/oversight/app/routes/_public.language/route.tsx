import { languageOf } from "@gandan/i18n/language";
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

/** Keeps the chosen language on this device for a year and goes back to the page. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const language = languageOf(searchParams.get("to")) ?? "vi";
  const next = searchParams.get("next") ?? "/";
  return redirect(/^\/(?![/\\])[!-~]*$/.test(next) ? next : "/", {
    headers: { "Set-Cookie": `gd_lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly` },
  });
}
