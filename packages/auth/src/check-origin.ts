import { AppError } from "@gandan/model/error/app-error";

/**
 * Refuses a request that changes something and does not come from a page of this site: its Origin must name the host
 * it was sent to. Browsers without Origin say so by Sec-Fetch-Site.
 * @throws AppError FORBIDDEN session.foreignOrigin
 */
export function checkOrigin(request: { method: string; headers: Pick<Headers, "get"> }): void {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method.toUpperCase())) return;
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  const own = origin ? URL.canParse(origin) && new URL(origin).host === host : false;
  if (own || (!origin && request.headers.get("sec-fetch-site") === "same-origin")) return;
  throw new AppError("FORBIDDEN", "session.foreignOrigin");
}
