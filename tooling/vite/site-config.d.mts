import type { UserConfig } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** How a site is built; see site-config.mjs. */
export declare function siteConfig(): UserConfig;
