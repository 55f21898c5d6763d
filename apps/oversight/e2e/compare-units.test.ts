import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

test("an officer above reads the register, compares, opens a unit and reaches the reason", async ({ page }) => {
  await signIn(page, "theodoi.phuoclong");
  await expect(page.getByText("Đơn vị đã kết thúc ngày 01/07/2025")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("So sánh 17 đơn vị, quý 2/2025");
  await expect(page.getByText("Không đăng ký", { exact: true })).toHaveCount(3);
  await look(page, "compare");

  await page.getByLabel("Mở danh mục").first().click();
  await page.getByRole("link", { name: "Sổ đăng ký mô hình" }).first().click();
  await expect(page.getByText("14 đơn vị đã đăng ký, 3 đơn vị không đăng ký")).toBeVisible();
  await expect(page.getByRole("row", { name: /Phường Sơn Giang/ })).toContainText("125/BC-UBND");
  await expect(page.getByRole("row", { name: /Phường Sơn Giang/ })).toContainText("5 biết và 3 thể hiện");
  await look(page, "register");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải bảng tính" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);

  await page.getByRole("link", { name: "Xã Long Giang" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Xã Long Giang");
  await expect(page.getByText(/Xong sau giờ hẹn trả/).first()).toBeVisible();
  await look(page, "unit");
});

test("the list of units is searched, and a unit of elsewhere is not found", async ({ page }) => {
  await signIn(page, "theodoi.quangtri", "tinh-quang-tri-44");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("So sánh");
  await page.goto("/o/tinh-quang-tri-44/units");
  await look(page, "units");
  const elsewhere = await page.goto("/o/tinh-quang-tri-44/units/xa-nam-dong-24649");
  expect(elsewhere?.status()).toBe(404);
  const notMine = await page.goto("/o/thi-xa-phuoc-long-688");
  expect(notMine?.status()).toBe(404);
});
