import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { siteBuild } from "./site-build.mjs";

/** How a site is built; the same for every site. */
export const siteConfig = () =>
  defineConfig({
    plugins: [
      remix({
        future: {
          v3_fetcherPersist: true,
          v3_lazyRouteDiscovery: true,
          v3_relativeSplatPath: true,
          v3_routeConfig: true,
          v3_singleFetch: true,
          v3_throwAbortReason: true,
        },
      }),
      siteBuild(),
    ],
    ssr: { noExternal: [/^@gandan\//] },
  });
