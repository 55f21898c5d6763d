import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

test("a model keeper enters a result of the index, and the sum follows", async ({ page }) => {
  await signIn(page, "vanphong.dongha", "phuong-dong-ha-19333/index");
  await expect(page.getByText("Từ số liệu hồ sơ").first()).toBeVisible();
  await look(page, "index");

  const row = page.getByRole("row", { name: /Tuyên truyền cải cách hành chính/ });
  await row.getByText("Ghi kết quả").click();
  await row.getByLabel("Kết quả", { exact: true }).selectOption({ label: "Có" });
  await row.getByLabel(/Căn cứ, tài liệu/).fill("Báo cáo số 12/BC-UBND");
  await row.getByRole("button", { name: /Ghi tiêu chí này/ }).click();
  await expect(page.getByText("Đã lưu điểm của “Tuyên truyền cải cách hành chính”.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Tuyên truyền cải cách hành chính/ })).toContainText("1,50");
  await expect(page.getByText("Báo cáo số 12/BC-UBND").first()).toBeVisible();
});
