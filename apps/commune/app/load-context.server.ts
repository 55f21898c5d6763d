import { openSite, type Site, type SiteCall } from "@gandan/api/open-site";
import { languageOf, negotiateLanguage } from "@gandan/i18n/language";
import type { AppLoadContext } from "@remix-run/node";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** Allows the inline scripts of this answer (Content-Security-Policy). */
    nonce: string;
    /** The API in the name of whoever asks; the session is read once, at the first call. */
    site: () => Promise<SiteCall>;
  }
}

let opened: Site | undefined;

function site(): Site {
  opened ??= openSite(process.env, "gandan-commune");
  return opened;
}

const LANGUAGE_COOKIE = /(?:^|;\s*)gd_lang=([a-z]{2})/;

/** What every loader and action gets as `context`. */
export function createLoadContext(request: Request, nonce: string): AppLoadContext {
  const chosen = languageOf(LANGUAGE_COOKIE.exec(request.headers.get("cookie") ?? "")?.[1]);
  const usual = negotiateLanguage(request.headers.get("accept-language"));
  let call: Promise<SiteCall> | undefined;
  return {
    nonce,
    site: () => {
      call ??= site().call(request, { chosen, usual });
      return call;
    },
  };
}

/** Whether the site can answer: its database is reachable. */
export function isHealthy(): Promise<boolean> {
  return site().isHealthy();
}

/** Ends what the context holds open. */
export async function closeContext(): Promise<void> {
  await opened?.close();
}
