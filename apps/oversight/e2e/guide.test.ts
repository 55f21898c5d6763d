import { expect, test } from "@playwright/test";
import { guidePicture } from "./guide-picture";
import { signIn } from "./look-at-page";

const UNIT = "tinh-quang-tri-44";
const SCREENS = [
  ["", null, "So sánh các đơn vị trực thuộc"],
  ["/register", null, "Sổ đăng ký mô hình"],
  ["/index", "tham-dinh", "Thẩm định chỉ số"],
  ["/frames", "khung-chi-so", "Khung chỉ số"],
  ["/yardsticks", "thuoc-do", "Thước đo chung"],
] as const;

test("“?” opens the page of the guide for each screen of the office above", async ({ page }) => {
  await signIn(page, "lanhdao.quangtri", UNIT);
  for (const [screen, picture, title] of SCREENS) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`/o/${UNIT}${screen}`);
    if (picture) await guidePicture(page, picture);
    const opened = page.context().waitForEvent("page");
    await page.getByRole("link", { name: "Hướng dẫn cho trang này (mở trang mới)" }).click();
    const guide = await opened;
    await expect(guide.getByRole("heading", { level: 1 })).toHaveText(title);
    await guide.close();
  }
});

// Pictures are made anew only when asked for; those with many units from the town of the register.
if (process.env.GANDAN_GUIDE) {
  test("pictures of the office above for the guide", async ({ page }) => {
    const town = "thi-xa-phuoc-long-688";
    await signIn(page, "theodoi.phuoclong", town);
    await guidePicture(page, "so-sanh");
    await page.goto(`/o/${town}/register`);
    await guidePicture(page, "so-dang-ky");
  });
}
