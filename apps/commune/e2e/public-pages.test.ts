import { type Browser, expect, type Page } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

const UNIT = "/p/phuong-dong-ha-19333";
const PAGES = {
  promise: { path: "", heading: "3 không, 3 biết" },
  procedures: { path: "/procedures", heading: "Thủ tục hành chính" },
  procedure: { path: "/procedures/1.001193", heading: "Đăng ký khai sinh" },
  results: { path: "/results", heading: /^Kết quả tháng/ },
  documents: { path: "/documents", heading: "Văn bản" },
  contact: { path: "/contact", heading: "Liên hệ và lịch tiếp công dân" },
  accessibility: { path: "/accessibility", heading: "Hỗ trợ tiếp cận" },
  privacy: { path: "/privacy", heading: "Bảo vệ dữ liệu cá nhân" },
  missing: { path: "/khong-co", heading: "Không có trang này" },
} as const;
const HEAVIEST = 100_000;

/** A page of someone whose telephone runs no script. */
async function plainPage(browser: Browser, options: object = {}): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "vi-VN", ...options });
  return context.newPage();
}

test("each public page is whole for everybody, at both widths", async ({ page }) => {
  for (const [name, { path, heading }] of Object.entries(PAGES)) {
    await page.goto(UNIT + path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page.locator("script")).toHaveCount(0);
    await look(page, `public-${name}`);
  }
});

test("from cold a page weighs less than 100 kB and asks nobody else", async ({ browser, baseURL }) => {
  for (const { path } of Object.values(PAGES)) {
    const page = await plainPage(browser);
    const sizes: Promise<number>[] = [];
    const hosts = new Set<string>();
    page.on("requestfinished", (request) => {
      hosts.add(new URL(request.url()).origin);
      sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize));
    });
    await page.goto(UNIT + path, { waitUntil: "networkidle" });
    const weight = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect([...hosts]).toEqual([new URL(baseURL ?? "").origin]);
    expect(weight, path).toBeGreaterThan(1000);
    expect(weight, path).toBeLessThanOrEqual(HEAVIEST);
    await page.context().close();
  }
});

test("at twice the size nothing runs out of the page", async ({ browser }) => {
  // A window of 1280 by 1024 zoomed to 200 %.
  const page = await plainPage(browser, { viewport: { width: 640, height: 512 }, deviceScaleFactor: 2 });
  for (const { path } of Object.values(PAGES)) {
    await page.goto(UNIT + path);
    const box = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(box, path).toBeLessThanOrEqual(0);
  }
  await page.context().close();
});

test("a citizen without script finds a procedure and reads it in the second language", async ({ browser }) => {
  const page = await plainPage(browser);
  await page.goto(UNIT);
  await page.getByRole("navigation", { name: "Mục chính" }).getByRole("link", { name: "Thủ tục" }).click();
  await page.getByLabel("Tìm thủ tục").fill("khai tu");
  await page.getByRole("button", { name: "Tìm thủ tục" }).click();
  await page.getByRole("link", { name: "Đăng ký khai tử", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đăng ký khai tử");
  await expect(page.getByText("Thời hạn")).toBeVisible();
  await page.getByRole("link", { name: "EN, English" }).first().click();
  await expect(page.getByText("Papers to bring")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.goto(`${UNIT}/documents`);
  await page.getByRole("link", { name: "VI, Tiếng Việt" }).first().click();
  const plan = await page.request.get(`${UNIT}/plan.pdf`);
  expect(plan.headers()["content-type"]).toBe("application/pdf");
  expect((await plan.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await page.context().close();
});

test("search engines and previews are told what a page is, and what is not for them", async ({ page, baseURL }) => {
  await page.goto(`${UNIT}/contact?lang=en`);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator('link[rel="alternate"][hreflang="vi"]')).toHaveAttribute("href", `${UNIT}/contact`);
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute("content", /Phường Đông Hà$/);
  const robots = await (await page.request.get("/robots.txt")).text();
  expect(robots).toContain("Disallow: /u/");
  const [, map = ""] = /Sitemap: (.*)/.exec(robots) ?? [];
  const [, unitMap = ""] = /<loc>([^<]*dong-ha-19333[^<]*)</.exec(await (await page.request.get(map)).text()) ?? [];
  const addresses = [...(await (await page.request.get(unitMap)).text()).matchAll(/<loc>([^<]*)</g)].map(
    ([, at]) => at!,
  );
  expect(addresses.length).toBeGreaterThan(20);
  for (const address of addresses.slice(0, 12)) expect((await page.request.get(address)).status(), address).toBe(200);
  expect(addresses[0]).toBe(`${baseURL}${UNIT}`);
});

test("what the chairman sets is on the public pages at once, and goes back", async ({ page }) => {
  const [unit, shown] = ["xa-nam-dong-24649", "/p/xa-nam-dong-24649"];
  const number = `0261 ${Date.now() % 10_000_000}`;
  await page.request.get(shown);
  await signIn(page, "chutich.namdong", unit);
  await page.goto(`/u/${unit}/settings/public`);
  await look(page, "settings-public");
  const before = await page.getByLabel("Đường dây nóng", { exact: false }).first().inputValue();
  await page.getByLabel("Đường dây nóng", { exact: false }).first().fill(number);
  await page.getByLabel("Màu của trang", { exact: false }).fill("#ffd700");
  await page.getByRole("button", { name: "Lưu thay đổi" }).click();
  await expect(page.getByText(/Màu quá nhạt/).first()).toBeVisible();
  await page.getByLabel("Màu của trang", { exact: false }).fill("#1b5e20");
  await page.getByRole("button", { name: "Lưu thay đổi" }).click();
  await expect(page.getByText("Đã lưu.")).toBeVisible();
  await page.goto(shown);
  await expect(page.getByRole("link", { name: number })).toBeVisible();
  await look(page, "public-own-colour");
  const accent = await page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--accent").trim());
  expect(accent).toBe("#1b5e20");

  await page.goto(`/u/${unit}/settings/public`);
  await page.getByLabel("Tệp hình").setInputFiles({
    name: "dau.png",
    mimeType: "image/png",
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
  });
  await page.getByRole("button", { name: "Dùng hình này" }).click();
  await expect(page.getByText(/Tệp không phải hình/)).toBeVisible();
  await page.getByLabel("Tệp hình").setInputFiles({ name: "dau.png", mimeType: "image/png", buffer: EMBLEM });
  await page.getByRole("button", { name: "Dùng hình này" }).click();
  await expect(page.getByText(/Đang dùng hình 1 × 1/)).toBeVisible();
  await page.goto(shown);
  const picture = await page.locator(".pub-issuer img").getAttribute("src");
  expect((await page.request.get(picture ?? "")).headers()["content-type"]).toBe("image/png");

  await page.goto(`/u/${unit}/settings/public`);
  await page.getByRole("button", { name: "Bỏ biểu trưng" }).click();
  await expect(page.getByText("Chưa có biểu trưng.")).toBeVisible();
  await page.goto(`/u/${unit}/settings/public`);
  await page.getByLabel("Đường dây nóng", { exact: false }).first().fill(before);
  await page.getByLabel("Màu của trang", { exact: false }).fill("");
  await page.getByRole("button", { name: "Lưu thay đổi" }).click();
  await expect(page.getByText("Đã lưu.")).toBeVisible();
  await page.goto(shown);
  await expect(page.getByRole("link", { name: number })).toHaveCount(0);
  await expect(page.locator(".pub-issuer img")).toHaveCount(0);
});

/** One white point. */
const EMBLEM = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==",
  "base64",
);

test("papers of a procedure are written by the office and read by citizens, a script as its letters", async ({
  page,
}) => {
  const [unit, shown] = ["xa-nam-dong-24649", "/p/xa-nam-dong-24649"];
  const mark = `<script>alert("${Date.now()}")</script>`;
  await signIn(page, "vanphong.namdong", unit);
  await page.goto(`/u/${unit}/settings/public/procedures?q=khai+sinh`);
  await look(page, "settings-procedures");
  const row = page.locator('[id="p-1.001193"]');
  await row.locator("summary").click();
  await row.getByLabel("Giấy tờ cần mang theo").fill(`Giấy chứng sinh\n${mark}`);
  await row.getByRole("button").click();
  await expect(page.getByText("Đã lưu.")).toBeVisible();
  await page.goto(`${shown}/procedures/1.001193`);
  await expect(page.getByRole("listitem").filter({ hasText: "Giấy chứng sinh" })).toBeVisible();
  await expect(page.getByText(mark)).toBeVisible();
  await expect(page.locator("script")).toHaveCount(0);
  await page.goto(`/u/${unit}/settings/public/procedures?q=khai+sinh`);
  await row.locator("summary").click();
  await row.getByLabel("Giấy tờ cần mang theo").fill("");
  await row.getByRole("button").click();
  await expect(page.getByText("Đã lưu.")).toBeVisible();
});
