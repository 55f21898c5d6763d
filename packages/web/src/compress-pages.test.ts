import { gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { compressPages } from "./compress-pages";

const text = "Hồ sơ đúng hẹn. ".repeat(200);
const site = new Hono().use(compressPages());
site.get("/page", (c) => c.html(text, 404, { "Set-Cookie": "a=1", "Cache-Control": "no-store" }));
site.get("/sheet", (c) => c.body(text, 200, { "Content-Type": "application/octet-stream" }));
site.get("/moved", (c) => c.redirect("/page"));

const ask = (path: string, init: RequestInit = {}) =>
  site.request(path, { headers: { "accept-encoding": "br, gzip" }, ...init });

describe("compressPages", () => {
  it("packs a page and keeps its status and headers", async () => {
    const answer = await ask("/page");
    const body = Buffer.from(await answer.arrayBuffer());
    expect(gunzipSync(body).toString()).toBe(text);
    expect(answer.status).toBe(404);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-encoding": "gzip",
      "content-length": String(body.length),
      "content-type": expect.stringMatching(/^text\/html/),
      "cache-control": "no-store",
      "set-cookie": "a=1",
      vary: "Accept-Encoding",
    });
  });

  it.each([
    ["to who cannot read it", "/page", { headers: {} }, text],
    ["for a question about a page", "/page", { method: "HEAD" }, ""],
    ["of another kind", "/sheet", {}, text],
    ["without any content", "/moved", {}, ""],
  ])("leaves alone an answer %s", async (_what, path, init, body) => {
    const answer = await ask(path, init);
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(await answer.text()).toBe(body);
  });
});
