import { openSite, type Site, type SiteCall } from "@gandan/api/open-site";
import { type Language, languageOf, negotiateLanguage } from "@gandan/i18n/language";
import type { AppLoadContext } from "@remix-run/node";
import { dropKept } from "./public/kept-pages";
import { ownHost } from "./public/own-host";
import { chosenLanguage, languageCookie } from "./shell/language-cookie";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** Allows the inline scripts of this answer (Content-Security-Policy). */
    nonce: string;
    /** The address as the browser asked for it: routes are given theirs without the mark of an index route. */
    asked: string;
    /** What a unit's address begins with on this site: `/u` or `/o`. */
    unitBase: string;
    /** The language of whoever asks, without a look at who it is: named in the address, else on the device, else by the browser. */
    language: Language;
    /** Keeps on the device the language that the address names; null when it names none, or the one that is kept. */
    languageCookie: string | null;
    /** The API in the name of whoever asks; the session is read once, at the first call. */
    site: () => Promise<SiteCall>;
  }
}

/** `?lang=en` in an address: what search engines list. */
const LANGUAGE_ASKED = /[?&]lang=([a-z]{2})(?=&|#|$)/;

interface SiteContext {
  /** What every loader and action gets as `context`. */
  create: (request: Request, nonce: string, peer: string | null) => AppLoadContext;
  /** The request as its routes see it: on a unit's own host name the first page is the unit's. */
  arrive: (request: Request) => Promise<Request>;
  /** Whether the site can answer: its database is reachable. */
  isHealthy: () => Promise<boolean>;
  /** Ends what the context holds open. */
  close: () => Promise<void>;
}

/**
 * What a site's requests share: its way to the API, opened at the first request.
 * @param name of the site's connections, as the database shows them
 * @param unitBase what a unit's address begins with
 * @param publicSite whether citizens' pages are served, whose finished text is kept until something changes
 */
export function siteContext({
  name,
  unitBase,
  publicSite = false,
}: {
  name: string;
  unitBase: string;
  publicSite?: boolean;
}): SiteContext {
  let opened: Site | undefined;
  const site = () => {
    if (opened) return opened;
    opened = openSite(process.env, name);
    if (publicSite) opened.watchPublicChanges(dropKept);
    return opened;
  };
  return {
    create(request, nonce, peer) {
      const kept = chosenLanguage(request.headers);
      const asked = LANGUAGE_ASKED.exec(request.url)?.[1];
      const named = asked ? languageOf(asked) : null;
      const chosen = named ?? kept;
      const usual = negotiateLanguage(request.headers.get("accept-language"));
      let call: Promise<SiteCall> | undefined;
      return {
        nonce,
        asked: request.url,
        unitBase,
        language: chosen ?? usual,
        languageCookie: named && named !== kept ? languageCookie(named) : null,
        site: () => {
          call ??= site().call(request, { chosen, usual, peer });
          return call;
        },
      };
    },
    arrive: (request) => (publicSite ? ownHost(request, (host) => site().unitOfHost(host)) : Promise.resolve(request)),
    isHealthy: () => site().isHealthy(),
    close: async () => opened?.close(),
  };
}
