import { expect, test } from "@playwright/test";
import { obey } from "./look-at-page";

test("where staff come in, look and script are loaded without a complaint of the browser", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto("/sign-in");
  await expect(page.locator("h1")).toBeVisible();
  await page.waitForFunction(() => "__remixRouter" in window);
  expect(complaints).toEqual([]);
  await obey(page);
  await page.screenshot({ path: "test-results/commune-start.png", fullPage: true });
});

test("an address that does not exist says so and leads back", async ({ page }) => {
  const answer = await page.goto("/khong-co");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("link", { name: "Về trang đầu" })).toBeVisible();
});
