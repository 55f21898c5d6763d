import type { IncomingMessage, Server } from "node:http";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/server-runtime";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { clearWhenQuiet } from "./clear-when-quiet";
import { compressPages } from "./compress-pages";
import { mayWrite } from "./request-origin";
import { securityHeaders, type WebEnv } from "./security-headers";
import { stopOnSignal } from "./stop-on-signal";

type Site = {
  /** Shown in messages: "commune", "oversight". */
  name: string;
  port: number;
  /** The variable that moves the site to another port, named when the port is taken. */
  portVariable: string;
  build: ServerBuild;
  /** Folder of the built browser files. */
  clientFolder: string;
  /** Changes the address of a request before any route is looked for; the request as it came where there is none. */
  arrive?: (request: Request) => Promise<Request>;
  /** What loaders and actions get as `context`, made anew for every request; `peer` is the address at the other end. */
  loadContext: (request: Request, nonce: string, peer: string | null) => AppLoadContext | Promise<AppLoadContext>;
  /** Whether the site can serve (database reachable); answers /healthz. */
  isHealthy: () => Promise<boolean>;
  /** Ends pools and the like, once the last request has been answered. */
  close: () => Promise<void>;
};

/** The site as a handler of requests, without a socket. */
export function createSite(site: Omit<Site, "port" | "portVariable" | "close" | "name">): Hono<WebEnv> {
  const handle = createRequestHandler(site.build, "production");
  const app = new Hono<WebEnv>();
  const asked = clearWhenQuiet();
  app.use(securityHeaders());
  app.get("/healthz", async (c) => {
    const healthy = await site.isHealthy().catch(() => false);
    return c.json({ ok: healthy }, healthy ? 200 : 503);
  });
  app.use(
    "/assets/*",
    serveStatic({
      root: site.clientFolder,
      precompressed: true,
      onFound: (_path, c) => c.header("Cache-Control", "public, max-age=31536000, immutable"),
    }),
  );
  app.use(
    serveStatic({ root: site.clientFolder, onFound: (_path, c) => c.header("Cache-Control", "public, max-age=3600") }),
  );
  app.use(compress({ encoding: "gzip" }));
  app.use(compressPages());
  app.use(async (c, next) => {
    if (mayWrite(c.req.method, c.req.raw.headers)) return next();
    return c.text("Yêu cầu không đến từ trang này nên không được thực hiện. · Request from another site refused.", 403);
  });
  app.all("*", async (c) => {
    asked();
    const request = site.arrive ? await site.arrive(c.req.raw) : c.req.raw;
    return handle(request, await site.loadContext(request, c.get("nonce"), peerOf(c)));
  });
  return app;
}

/** Null where there is no socket, as in tests of the handler. */
function peerOf({ env }: Context): string | null {
  const { incoming } = (env ?? {}) as { incoming?: IncomingMessage };
  return incoming?.socket.remoteAddress ?? null;
}

/**
 * Serves a site until SIGTERM, SIGINT or the end of its parent; then finishes open requests, closes and exits 0.
 * A taken port is one sentence on stderr and exit code 1.
 */
export function serveSite(site: Site): void {
  const server = serve({ fetch: createSite(site).fetch, port: site.port }) as Server;
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(error.code === "EADDRINUSE" ? portTaken(site) : `${site.name}: ${error.message}`);
    process.exit(1);
  });
  server.on("listening", () => process.send?.({ listening: site.port }));
  stopOnSignal(async () => {
    await endRequests(server, 7000);
    await site.close();
  });
}

const portTaken = ({ port, portVariable }: Site) =>
  `Cổng ${port} đang được chương trình khác dùng: hãy tắt chương trình đó hoặc đặt ${portVariable} sang cổng khác.\n` +
  `Port ${port} is in use: stop the program that uses it, or set ${portVariable} to another port.`;

function endRequests(server: Server, limitMs: number): Promise<void> {
  return new Promise((done) => {
    const cut = setTimeout(() => server.closeAllConnections(), limitMs);
    server.close(() => {
      clearTimeout(cut);
      done();
    });
    server.closeIdleConnections();
  });
}
