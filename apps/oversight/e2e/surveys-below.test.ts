import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

test("what citizens say in the units below: whole units, who is silent, by period", async ({ page }) => {
  await signIn(page, "theodoi.quangtri", "tinh-quang-tri-44");
  await page.getByLabel("Mở danh mục").first().click();
  await page.getByRole("link", { name: "Ý kiến người dân" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ý kiến người dân");
  const rows = page.getByRole("table", { name: "Ý kiến người dân theo đơn vị" }).getByRole("row");
  const units = (await rows.count()) - 1;
  expect(units).toBeGreaterThan(1);
  await expect(page.getByText(/\d+ đơn vị chưa nhận phiếu nào/)).toBeVisible();
  await expect(rows.nth(1)).toContainText(/Chưa đủ câu trả lời|%/);
  await look(page, "surveys-below");
  await page.getByLabel("Kỳ", { exact: true }).selectOption("year");
  await page.getByRole("button", { name: "Lọc" }).click();
  await expect(page).toHaveURL(/kind=year/);
  await expect(page.getByRole("heading", { name: /Năm \d{4}/ })).toBeVisible();
  await page.getByRole("link", { name: "Kỳ trước" }).click();
  await expect(page).toHaveURL(/day=20\d\d-12-31/);
});
