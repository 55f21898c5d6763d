import { openSite, type Site, type SiteCall } from "@gandan/api/open-site";
import { languageOf, negotiateLanguage } from "@gandan/i18n/language";
import type { AppLoadContext } from "@remix-run/node";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** Allows the inline scripts of this answer (Content-Security-Policy). */
    nonce: string;
    /** The address as the browser asked for it: routes are given theirs without the mark of an index route. */
    asked: string;
    /** What a unit's address begins with on this site: `/u` or `/o`. */
    unitBase: string;
    /** The API in the name of whoever asks; the session is read once, at the first call. */
    site: () => Promise<SiteCall>;
  }
}

const LANGUAGE_COOKIE = /(?:^|;\s*)gd_lang=([a-z]{2})/;

interface SiteContext {
  /** What every loader and action gets as `context`. */
  create: (request: Request, nonce: string, peer: string | null) => AppLoadContext;
  /** Whether the site can answer: its database is reachable. */
  isHealthy: () => Promise<boolean>;
  /** Ends what the context holds open. */
  close: () => Promise<void>;
}

/**
 * What a site's requests share: its way to the API, opened at the first request.
 * @param name of the site's connections, as the database shows them
 * @param unitBase what a unit's address begins with
 */
export function siteContext({ name, unitBase }: { name: string; unitBase: string }): SiteContext {
  let opened: Site | undefined;
  const site = () => {
    opened ??= openSite(process.env, name);
    return opened;
  };
  return {
    create(request, nonce, peer) {
      const chosen = languageOf(LANGUAGE_COOKIE.exec(request.headers.get("cookie") ?? "")?.[1]);
      const usual = negotiateLanguage(request.headers.get("accept-language"));
      let call: Promise<SiteCall> | undefined;
      return {
        nonce,
        asked: request.url,
        unitBase,
        site: () => {
          call ??= site().call(request, { chosen, usual, peer });
          return call;
        },
      };
    },
    isHealthy: () => site().isHealthy(),
    close: async () => opened?.close(),
  };
}
