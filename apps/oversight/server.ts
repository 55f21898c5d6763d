import { fileURLToPath } from "node:url";
import * as build from "virtual:remix/server-build";
import { serveSite } from "@gandan/web/serve-site";
import { closeContext, createLoadContext, isHealthy } from "./app/load-context.server";

serveSite({
  name: "oversight",
  port: Number(process.env.GANDAN_OVERSIGHT_PORT ?? 3200),
  portVariable: "GANDAN_OVERSIGHT_PORT",
  build,
  clientFolder: fileURLToPath(new URL("../client", import.meta.url)),
  loadContext: createLoadContext,
  isHealthy,
  close: closeContext,
});
