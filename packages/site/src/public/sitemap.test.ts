import { expect, it } from "vitest";
import { sitemapIndex, unitSitemap } from "./sitemap.server";

it("maps name each page in full, whatever stands in an address", async () => {
  const map = await unitSitemap("https://xuanlap.gov.vn", "xa-xuan-lap-15592", [
    { code: "1.001193" },
    { code: "A&B" },
  ]).text();
  expect(map).toContain("<loc>https://xuanlap.gov.vn/p/xa-xuan-lap-15592</loc>");
  expect(map).toContain("<loc>https://xuanlap.gov.vn/p/xa-xuan-lap-15592/procedures/1.001193</loc>");
  expect(map).toContain("/procedures/A%26B</loc>");
  const index = sitemapIndex(["https://a.vn/?a=1&b=<2>"]);
  expect(index.headers.get("content-type")).toBe("application/xml; charset=utf-8");
  expect(await index.text()).toContain("<sitemap><loc>https://a.vn/?a=1&#38;b=&#60;2&#62;</loc></sitemap>");
});
