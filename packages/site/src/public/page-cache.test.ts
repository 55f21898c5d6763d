import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type FinishedPage, finishPage, PageCache } from "./page-cache";

const HTML = "<p>Đúng hẹn</p>".repeat(50);
const page = (text: string) => finishPage(text);

describe("finished pages", () => {
  it("are the same page in each form", async () => {
    const finished = await page(HTML);
    expect(Buffer.from(finished.plain).toString()).toBe(HTML);
    expect(gunzipSync(finished.gzip).toString()).toBe(HTML);
    expect(brotliDecompressSync(finished.brotli).toString()).toBe(HTML);
    expect(finished.tag).not.toBe((await page(`${HTML} `)).tag);
  });

  it("are made once for all who ask meanwhile", async () => {
    const cache = new PageCache();
    let made = 0;
    const make = async () => {
      made++;
      return page(HTML);
    };
    await Promise.all(Array.from({ length: 20 }, () => cache.getOrMake("a", "unit", make)));
    await cache.getOrMake("a", "unit", make);
    expect(made).toBe(1);
  });

  it("leave when their unit changes, and only then", async () => {
    const cache = new PageCache();
    await cache.getOrMake("a", "one", () => page("a"));
    await cache.getOrMake("b", "two", () => page("b"));
    cache.drop("one");
    expect(cache.get("a")).toBeNull();
    expect(cache.get("b")).not.toBeNull();
    cache.drop(null);
    expect(cache.get("b")).toBeNull();
  });

  it("are not kept when something changed while they were made, nor given to who asks after the change", async () => {
    const cache = new PageCache();
    let finish: (page: FinishedPage) => void = () => {};
    const old = cache.getOrMake("a", "unit", () => new Promise((done) => (finish = done)));
    cache.drop("unit");
    const fresh = cache.getOrMake("a", "unit", () => page("new"));
    finish(await page("old"));
    expect(Buffer.from((await old).plain).toString()).toBe("old");
    expect(Buffer.from((await fresh).plain).toString()).toBe("new");
    expect(Buffer.from(cache.get("a")!.plain).toString()).toBe("new");
  });

  it("are not kept when making them failed", async () => {
    const cache = new PageCache();
    await expect(cache.getOrMake("a", "unit", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(Buffer.from((await cache.getOrMake("a", "unit", () => page("a"))).plain).toString()).toBe("a");
  });

  it("end after their time, and the least asked leave first", async () => {
    let now = 0;
    const cache = new PageCache({ pages: 2, maxAgeMs: 1000 }, () => now);
    await cache.getOrMake("a", "unit", () => page("a"));
    await cache.getOrMake("b", "unit", () => page("b"));
    expect(cache.get("a")).not.toBeNull();
    await cache.getOrMake("c", "unit", () => page("c"));
    expect([cache.get("a"), cache.get("b"), cache.get("c")].map(Boolean)).toEqual([true, false, true]);
    now = 1000;
    expect(cache.get("a")).toBeNull();
  });
});
