import { expect } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

const HEAVIEST = 100_000;

test("a citizen who knows only the name of the commune finds its page, without accents and without script", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "vi-VN" });
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize));
  });
  await page.goto("/", { waitUntil: "networkidle" });
  await expect(page).toHaveURL("/p");
  expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(HEAVIEST);
  await expect(page.locator("script")).toHaveCount(0);
  await page.getByLabel("Tên xã, phường, đặc khu").fill("dong ha");
  await page.getByRole("button", { name: "Tìm đơn vị" }).click();
  await expect(page).toHaveURL(/\/p\?q=dong\+ha$/);
  await page.getByRole("link", { name: "Phường Đông Hà", exact: true }).first().click();
  await expect(page).toHaveURL("/p/phuong-dong-ha-19333");
  // Before the merger people lived in a ward of another name.
  await page.goto("/p?q=dong thanh");
  const old = page.getByRole("listitem").filter({ hasText: "không còn là một đơn vị hành chính" }).first();
  await expect(old).toContainText("Phường Đông Thanh");
  await old.getByRole("link", { name: "Phường Đông Hà" }).click();
  await expect(page).toHaveURL("/p/phuong-dong-ha-19333");
  await page.goto("/p?q=khong co dau");
  await expect(page.getByRole("heading", { name: /^Chưa tìm thấy đơn vị nào/ })).toBeVisible();
  await page.getByRole("link", { name: "Cán bộ đăng nhập" }).click();
  await expect(page).toHaveURL("/sign-in");
  await context.close();
});

test("provinces lead to their communes; every face of the page is whole for everybody", async ({ page }) => {
  await page.goto("/p");
  await look(page, "find-unit");
  await page.goto("/p?q=dong");
  await look(page, "find-unit-found");
  await page.goto("/p?q=khongcodonvinay");
  await look(page, "find-unit-none");
  await page.goto("/p");
  await page
    .getByRole("link", { name: /Quảng Trị/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Đơn vị ở .*Quảng Trị/);
  await expect(page.getByRole("link", { name: "Phường Đông Hà", exact: true })).toBeVisible();
  await look(page, "find-unit-province");
  const answers = await Promise.all([1, 2].map(() => page.request.get("/p")));
  const tag = answers[0]!.headers().etag!;
  expect((await page.request.get("/p", { headers: { "If-None-Match": tag } })).status()).toBe(304);
});

test("staff who are signed in go from the start page to their units", async ({ page }) => {
  await signIn(page, "motcua.dongha");
  await page.goto("/");
  await expect(
    page.locator("summary", { hasText: "Tài khoản" }).or(page.getByText("Chọn đơn vị")).first(),
  ).toBeVisible();
  expect(new URL(page.url()).pathname).not.toBe("/p");
});
