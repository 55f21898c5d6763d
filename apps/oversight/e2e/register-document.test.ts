import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { signIn } from "./look-at-page";

test("the register is downloaded as a document, of the day and the filter that it shows", async ({ page }) => {
  await signIn(page, "theodoi.phuoclong");
  await page.getByLabel("Mở danh mục").first().click();
  await page.getByRole("link", { name: "Sổ đăng ký mô hình" }).first().click();
  await expect(page.getByText("14 đơn vị đã đăng ký, 3 đơn vị không đăng ký")).toBeVisible();
  for (const [link, ending, begins] of [
    ["Tải sổ (PDF)", "pdf", "%PDF"],
    ["Tải sổ (DOCX)", "docx", "PK\u0003\u0004"],
  ] as const) {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: link }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(
      new RegExp(`^so-dang-ky-thi-xa-phuoc-long-688-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`),
    );
    expect(
      readFileSync(await file.path())
        .subarray(0, 4)
        .toString("latin1"),
    ).toBe(begins);
  }
  await page
    .getByRole("link", { name: /^Không đăng ký/ })
    .first()
    .click();
  await expect(page.getByRole("link", { name: "Tải sổ (PDF)" })).toHaveAttribute("href", /state=declined/);
});
