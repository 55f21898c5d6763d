const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request may change something: reading always, writing only from a page of the same host.
 * A browser says where a form comes from by `Origin` and `Sec-Fetch-Site`; a request with neither is refused.
 */
export function mayWrite(method: string, headers: Headers): boolean {
  if (safeMethods.has(method)) return true;
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site === null && origin === null) return false;
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  return origin === null || hostOf(origin) === headers.get("host");
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
