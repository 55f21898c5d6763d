import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

test("a province officer ranks the units of a round and opens one down to its notes", async ({ page }) => {
  await signIn(page, "theodoi.quangtri", "tinh-quang-tri-44/index");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("xếp hạng");
  await expect(page.getByText("Khung minh họa, không phải văn bản đã ban hành.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Phường Nam Đông Hà/ })).toContainText("Chưa nộp");
  await look(page, "index");

  await page.getByRole("link", { name: "Phường Đông Hà" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Phường Đông Hà");
  await expect(page.getByText(/khoảng tin cậy/).first()).toBeVisible();
  await look(page, "index-unit");

  await page.goBack();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải bảng tính" }).click();
  expect((await download).suggestedFilename()).toBe("chi-so-tinh-quang-tri-44-2026.xlsx");
});
