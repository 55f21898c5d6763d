import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";

const pack = promisify(gzip);

/** Above it a page grows a little smaller for much more time. */
const LEVEL = 4;
/** A page, or the data of one that the browser draws itself. */
const PAGE = /^text\/(html|x-script)/;

/** Compresses pages in one piece; what is sent bit by bit is left to others. */
export function compressPages(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { status, headers } = c.res;
    const asked = c.req.header("accept-encoding")?.includes("gzip") && c.req.method !== "HEAD";
    if (
      !asked ||
      c.res.body === null ||
      headers.has("Content-Encoding") ||
      !PAGE.test(headers.get("Content-Type") ?? "")
    )
      return;
    const page = await c.res.arrayBuffer();
    const body = await pack(page, { level: LEVEL });
    const packed = new Headers(headers);
    packed.set("Content-Encoding", "gzip");
    packed.set("Content-Length", String(body.length));
    packed.append("Vary", "Accept-Encoding");
    // Without this, what was said of the page as it was would be kept.
    c.res = undefined;
    c.res = new Response(body, { status, headers: packed });
  };
}
