import { signInPolicy } from "@gandan/auth/sign-in-policy";
import { findHost } from "@gandan/services/public/keep-hosts";
import { watchPublicChanges } from "@gandan/services/public/watch-public-changes";
import { openDatabases } from "@gandan/services/session/open-databases";
import { readAddress } from "@gandan/services/session/read-address";
import { beginRequest, type RequestCtx } from "@gandan/services/session/request-ctx";
import { type Caller, createCaller } from "./root.router";

type Language = "vi" | "en";

export interface SiteCall {
  caller: Caller;
  ctx: RequestCtx;
}

interface Asker {
  /** The language chosen on the device. */
  chosen: Language | null;
  usual: Language;
  /** The address at the other end of the connection. */
  peer: string | null;
}

export interface Site {
  /** The caller of a request, with its session; read once per request. */
  call: (request: Request, asker: Asker) => Promise<SiteCall>;
  /** Calls with the id of each unit whose public pages have changed; with null when that may have been missed. */
  watchPublicChanges: (changed: (unitId: string | null) => void) => void;
  /** The slug of the unit whose own host name this is; null for any other. */
  unitOfHost: (host: string) => Promise<string | null>;
  isHealthy: () => Promise<boolean>;
  close: () => Promise<void>;
}

/**
 * Opens the databases of a site from the environment, with the policy for signing in (see `signInPolicy`). The address of the caller is that of the
 * connection; behind proxies (GANDAN_BEHIND_PROXY, see `readAddress`) the one that they tell.
 */
export function openSite(env: NodeJS.ProcessEnv, name: string): Site {
  const policy = signInPolicy(env);
  const db = openDatabases(env, name);
  return {
    call: async (request, { chosen, usual, peer }) => {
      const { headers } = request;
      const ctx = await beginRequest({ db, policy }, new Date(), {
        cookie: headers.get("cookie"),
        host: headers.get("host") ?? "",
        userAgent: headers.get("user-agent"),
        address: readAddress(env.GANDAN_BEHIND_PROXY, headers.get("x-forwarded-for"), peer),
        language: chosen,
        usualLanguage: usual,
      });
      return { caller: createCaller(ctx), ctx };
    },
    watchPublicChanges: (changed) => watchPublicChanges(db, changed),
    unitOfHost: async (host) => (await findHost({ db }, { host }))?.slug ?? null,
    isHealthy: async () => {
      await db.app.sql`select 1`;
      return true;
    },
    close: db.end,
  };
}
