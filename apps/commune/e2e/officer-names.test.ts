import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";

test("a name on dossiers that no account bears is given to one, and taken back", async ({ page }) => {
  await signIn(page, "chutich.dongha", UNIT);
  await page.goto(`/u/${UNIT}/settings/staff`);
  await page.getByRole("link", { name: "Tên cán bộ trên hồ sơ" }).click();
  await page.getByLabel("Tên trên hồ sơ hoặc tên tài khoản").fill("hoang thi");
  await page.getByRole("button", { name: "Lọc" }).click();
  await expect(page).toHaveURL(/q=hoang\+thi/);
  const row = page.getByRole("row").filter({ hasText: "Hoàng Thị E" });
  await expect(row).toContainText("Không tài khoản nào mang tên này");
  await look(page, "officer-names");
  await row.getByLabel("Tài khoản của Hoàng Thị E").selectOption({ label: "Trần Văn B" });
  await row.getByRole("button", { name: "Gắn tên" }).click();
  const said = page.getByRole("status").filter({ hasText: "Đã gắn tên “Hoàng Thị E” với Trần Văn B." });
  await expect(said).toBeVisible();
  await page.getByRole("link", { name: /^Đã gắn tay/ }).click();
  await expect(row).toContainText("Lê Văn C gắn lúc");
  await look(page, "officer-names-given");
  await row.getByRole("button", { name: "Bỏ gắn" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Đã bỏ gắn tên “Hoàng Thị E”." })).toBeVisible();
  await page.getByRole("link", { name: /^Chưa rõ là ai/ }).click();
  await expect(row).toContainText("Không tài khoản nào mang tên này");
});
