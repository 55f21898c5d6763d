import { fileURLToPath } from "node:url";
import * as build from "virtual:remix/server-build";
import { siteContext } from "@gandan/site/site-context";
import { serveSite } from "@gandan/web/serve-site";

const context = siteContext({ name: "gandan-oversight", unitBase: "/o" });

serveSite({
  name: "oversight",
  port: Number(process.env.GANDAN_OVERSIGHT_PORT ?? 3200),
  portVariable: "GANDAN_OVERSIGHT_PORT",
  build,
  clientFolder: fileURLToPath(new URL("../client", import.meta.url)),
  loadContext: context.create,
  isHealthy: context.isHealthy,
  close: context.close,
});
