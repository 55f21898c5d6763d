import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

test("the codes of the units below: found by name, and none where nobody asks", async ({ page }) => {
  await signIn(page, "theodoi.quangtri", "tinh-quang-tri-44");
  await page.goto("/o/tinh-quang-tri-44/surveys");
  await page.getByRole("link", { name: "Mã khảo sát của các đơn vị" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mã khảo sát của các đơn vị");
  await look(page, "survey-codes");
  await page.getByLabel("Tìm đơn vị").last().fill("khong co xa nay");
  await page.getByRole("button", { name: "Lọc" }).click();
  await expect(page.getByRole("heading", { name: "Không có đơn vị nào khớp" })).toBeVisible();
  const file = await page.request.get("/o/tinh-quang-tri-44/surveys/codes.pdf?q=khong+co+xa+nay");
  expect(file.status()).toBe(404);
  expect(await file.text()).toContain("Không có điểm khảo sát nào đang dùng");
});
