import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

test("a model keeper enters a field of the index at once: errors stand beside their fields, then the sum follows", async ({
  page,
}) => {
  await signIn(page, "vanphong.dongha", "phuong-dong-ha-19333/index");
  await expect(page.getByText("Từ số liệu hồ sơ").first()).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Tiến độ tự chấm" })).toBeVisible();
  await expect(page.getByRole("button", { name: "In trang này" })).toBeVisible();
  await look(page, "index");

  await page.getByText("Ghi kết quả lĩnh vực 1", { exact: true }).click();
  const leaf = (name: RegExp) => page.getByRole("group", { name });
  const [campaign, plan, dialogue] = [
    leaf(/Tuyên truyền cải cách/),
    leaf(/Mức độ hoàn thành/),
    leaf(/Đối thoại của UBND/),
  ];
  await campaign.getByLabel("Kết quả", { exact: true }).selectOption({ label: "Có" });
  await campaign.getByLabel(/Căn cứ, tài liệu/).fill("Báo cáo số 12/BC-UBND");
  await plan.getByLabel("Tỷ lệ (%)").fill("120");
  await dialogue.getByLabel(/Không áp dụng/).check();
  await dialogue.getByLabel(/Căn cứ, tài liệu/).fill("");
  await page.getByRole("button", { name: /Lưu kết quả lĩnh vực này: Chỉ đạo/ }).click();

  await expect(page.getByRole("alert")).toContainText("Có 2 chỗ cần sửa");
  await expect(plan.getByLabel("Tỷ lệ (%)")).toHaveAccessibleDescription(/Tỷ lệ phải từ 0 đến 100%/);
  await expect(dialogue.getByLabel(/Căn cứ, tài liệu/)).toHaveAccessibleDescription(/cần nêu lý do/);
  // What was written is kept.
  await expect(plan.getByLabel("Tỷ lệ (%)")).toHaveValue("120");
  await expect(campaign.getByLabel(/Căn cứ, tài liệu/)).toHaveValue("Báo cáo số 12/BC-UBND");
  await look(page, "index-errors");

  await plan.getByLabel("Tỷ lệ (%)").fill("85");
  await dialogue.getByLabel(/Căn cứ, tài liệu/).fill("Chưa đến kỳ đối thoại");
  await page.getByRole("button", { name: /Lưu kết quả lĩnh vực này: Chỉ đạo/ }).click();
  await expect(page.getByText(/Đã lưu 3 tiêu chí của “Chỉ đạo, điều hành cải cách hành chính”/)).toBeVisible();
  await expect(page.getByRole("row", { name: /Tuyên truyền cải cách hành chính/ })).toContainText("1,50");
  await expect(page.getByRole("row", { name: /Mức độ hoàn thành kế hoạch năm/ })).toContainText("1,00");
  await expect(page.getByRole("row", { name: /Đối thoại của UBND/ })).toContainText("Không áp dụng");
  await expect(page.getByText("Báo cáo số 12/BC-UBND").first()).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải bảng tính" }).click();
  expect((await download).suggestedFilename()).toBe("chi-so-phuong-dong-ha-19333-2026.xlsx");
});
