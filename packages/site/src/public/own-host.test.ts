import { afterEach, expect, it } from "vitest";
import { dropKept } from "./kept-pages";
import { ownHost } from "./own-host";

afterEach(() => dropKept(null));

const asked: string[] = [];
const slugOf = async (host: string) => {
  asked.push(host);
  return host === "xuanlap.gov.vn" ? "xa-xuan-lap-15592" : null;
};
const pathOf = async (url: string, init: RequestInit = {}) =>
  new URL((await ownHost(new Request(url, init), slugOf)).url).pathname;

it("the root of a unit's own host is the unit's first page, and all else stays where it is", async () => {
  expect(await pathOf("http://xuanlap.gov.vn/")).toBe("/p/xa-xuan-lap-15592");
  expect(await pathOf("http://XuanLap.gov.vn:8080/?lang=en")).toBe("/p/xa-xuan-lap-15592");
  expect(await pathOf("http://xuanlap.gov.vn/sitemap.xml")).toBe("/p/xa-xuan-lap-15592/sitemap.xml");
  expect(await pathOf("http://xuanlap.gov.vn/sign-in")).toBe("/sign-in");
  expect(await pathOf("http://xuanlap.gov.vn/p/xa-khac-1")).toBe("/p/xa-khac-1");
  expect(await pathOf("http://gandan.vn/")).toBe("/");
  expect(await pathOf("http://xuanlap.gov.vn/", { method: "POST" })).toBe("/");
});

it("asks once for a host, until something changes", async () => {
  asked.length = 0;
  await pathOf("http://xuanlap.gov.vn/");
  await pathOf("http://xuanlap.gov.vn/");
  expect(asked).toEqual(["xuanlap.gov.vn"]);
  dropKept("any unit");
  await pathOf("http://xuanlap.gov.vn/");
  expect(asked).toHaveLength(2);
});
