import { AppError } from "@gandan/model/error/app-error";
import type { AppLoadContext } from "@remix-run/node";
import { createElement } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { dropKept } from "./kept-pages";
import { type PublicPage, publicPage } from "./public-page.server";

const SLUG = "xa-xuan-lap-15592";
const UNIT = {
  id: "u1",
  slug: SLUG,
  name: "Xã Xuân Lập",
  type: "xã",
  parentName: null,
  ended: false,
  successors: [],
  phone: "0237 000 0000",
  seal: null,
  colours: null,
  origin: null,
};

afterEach(() => dropKept(null));

/** What the site gives to a route, with a unit in place of the API. */
function contextOf(unit: object | null, over: Partial<AppLoadContext> = {}): AppLoadContext {
  const find = async () => {
    if (!unit) throw new AppError("NOT_FOUND", "unit.notFound");
    return unit;
  };
  const site = async () => ({ caller: { public: { unit: find } } }) as never;
  return { nonce: "n", asked: "", unitBase: "/u", language: "vi", languageCookie: null, site, ...over };
}

interface Asked {
  path?: string;
  init?: RequestInit;
  unit?: object | null;
  over?: Partial<AppLoadContext>;
}

function ask(
  make: () => Promise<PublicPage>,
  options: Parameters<typeof publicPage>[2] = {},
  { path = "/results", init = {}, unit = UNIT, over = {} }: Asked = {},
) {
  const request = new Request(`http://localhost/p/${SLUG}${path}`, init);
  return publicPage({ request, context: contextOf(unit, over), params: { unit: SLUG } }, make, options);
}

let made = 0;
const page = async (): Promise<PublicPage> => ({
  title: "Kết quả",
  description: "Đúng hẹn",
  body: createElement("h1", null, `Lần ${++made} <b>`),
});

describe("a public page", () => {
  it("is whole HTML without script, in its unit's frame", async () => {
    const answer = await ask(page);
    const html = await answer.text();
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(html).toMatch(/^<!DOCTYPE html><html lang="vi">/);
    expect(html).toContain("<title>Kết quả – Xã Xuân Lập</title>");
    expect(html).toContain('href="tel:02370000000"');
    expect(html).toContain("&lt;b&gt;");
    expect(html).not.toContain("<script");
  });

  it("is made once while it is kept, in the form that the browser takes, and again when its unit has changed", async () => {
    made = 0;
    const kept = { cached: true };
    const first = await ask(page, kept, { init: { headers: { "accept-encoding": "gzip, br" } } });
    expect(first.headers.get("content-encoding")).toBe("br");
    const tag = first.headers.get("etag") ?? "";
    const again = await ask(page, kept, {
      init: { headers: { "accept-encoding": "gzip, br", "if-none-match": tag } },
    });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(await (await ask(page, kept)).text()).toContain("Lần 1");
    expect(await (await ask(page, kept, { init: { method: "HEAD" } })).text()).toBe("");
    expect(made).toBe(1);
    dropKept("another unit");
    expect(await (await ask(page, kept)).text()).toContain("Lần 1");
    dropKept(UNIT.id);
    expect(await (await ask(page, kept)).text()).toContain("Lần 2");
  });

  it("is kept by what it depends on, and not by what anybody writes behind its address", async () => {
    made = 0;
    const kept = { cached: true, query: { month: /^\d{4}-\d{2}$/ } };
    for (const path of ["/results", "/results?x=1", "/results?month=nonsense", "/results?lang=vi"])
      expect(await (await ask(page, kept, { path })).text()).toContain("Lần 1");
    expect(await (await ask(page, kept, { path: "/results?month=2026-10" })).text()).toContain("Lần 2");
    expect(await (await ask(page, kept, { over: { language: "en" } })).text()).toContain("Lần 3");
  });

  it("is never kept where it depends on who asks, nor as the answer to a form", async () => {
    made = 0;
    await ask(page);
    await ask(page);
    await ask(page, { cached: true }, { init: { method: "POST" } });
    await ask(page, { cached: true }, { init: { method: "POST" } });
    expect(made).toBe(4);
  });

  it("keeps on the device the language that its address names, and does not write it into its links", async () => {
    const answer = await ask(
      page,
      {},
      { path: "/results?q=a&lang=en", over: { language: "en", languageCookie: "gd_lang=en" } },
    );
    expect(answer.headers.get("set-cookie")).toBe("gd_lang=en");
    expect(await answer.text()).toContain(`next=${encodeURIComponent(`/p/${SLUG}/results?q=a`)}"`);
  });

  it.each([
    ["no such unit", async () => page(), null, 404, "Không có trang này"],
    [
      "an error of the API",
      async () => Promise.reject(new AppError("TOO_MANY", "tooMany", { seconds: 9 })),
      UNIT,
      429,
      "Xin chờ một lát",
    ],
    ["an answer", async () => Promise.reject(new Response("", { status: 404 })), UNIT, 404, "Không có trang này"],
  ] as const)("says what is wrong: %s", async (_what, make, unit, status, title) => {
    const answer = await ask(make as () => Promise<PublicPage>, { cached: true }, { unit });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(title);
  });

  it("lets a way on pass, and a unit that is no more name who went on with it", async () => {
    const way = await ask(async () => Promise.reject(new Response(null, { status: 302, headers: { location: "/" } })));
    expect(way.status).toBe(302);
    dropKept(UNIT.id);
    const successors = [{ slug: "xa-moi-1", name: "Xã Mới", code: "1", partial: true }];
    const gone = await ask(page, { cached: true }, { unit: { ...UNIT, ended: true, successors } });
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('<a href="/p/xa-moi-1">Xã Mới</a>');
  });
});
