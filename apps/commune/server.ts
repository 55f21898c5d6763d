import { fileURLToPath } from "node:url";
import * as build from "virtual:remix/server-build";
import { siteContext } from "@gandan/site/site-context";
import { serveSite } from "@gandan/web/serve-site";

const context = siteContext({ name: "gandan-commune", unitBase: "/u", publicSite: true });

serveSite({
  name: "commune",
  port: Number(process.env.GANDAN_COMMUNE_PORT ?? 3100),
  portVariable: "GANDAN_COMMUNE_PORT",
  build,
  clientFolder: fileURLToPath(new URL("../client", import.meta.url)),
  arrive: context.arrive,
  loadContext: context.create,
  isHealthy: context.isHealthy,
  close: context.close,
});
