import type { KeptForm } from "./kept-store";

/** What has become of a form that was sent again. */
export type Sent =
  | { end: "sent"; href: string }
  | { end: "away" }
  | { end: "sign-in" }
  /** Not taken, with what the page says of it. */
  | { end: "refused"; problem: string };

/**
 * Sends a kept form as the browser would without script, with all that it had, its key included. It is taken when the
 * answer leads on within the unit; a page that comes back in its place says what is wrong.
 */
export async function sendKept({ href, fields }: KeptForm): Promise<Sent> {
  let answer: Response;
  let page: string;
  try {
    const body = new URLSearchParams(fields);
    answer = await fetch(href, { method: "POST", body, headers: { Accept: "text/html" } });
    page = await answer.text();
  } catch {
    return { end: "away" };
  }
  const { pathname, search } = new URL(answer.url, window.location.href);
  if (answer.redirected) {
    const unit = href.split("/").slice(0, 3).join("/");
    return pathname.startsWith(unit) ? { end: "sent", href: pathname + search } : { end: "sign-in" };
  }
  if (answer.status >= 502) return { end: "away" };
  const found = new DOMParser().parseFromString(page, "text/html");
  const alerts = [...found.querySelectorAll("[role=alert] p, .field-error .error")];
  return { end: "refused", problem: alerts.map((each) => each.textContent?.trim() ?? "").join(" ") };
}
