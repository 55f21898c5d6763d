import { expect } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

test("a province officer ranks the units of a round and opens one down to its notes", async ({ page }) => {
  await signIn(page, "theodoi.quangtri", "tinh-quang-tri-44/index");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("xếp hạng");
  await expect(page.getByText("Khung minh họa, không phải văn bản đã ban hành.")).toBeVisible();
  await look(page, "index");

  await page.getByLabel("Tên hoặc mã đơn vị").fill("nam dong ha");
  await page.getByRole("button", { name: "Lọc" }).click();
  await expect(page.getByRole("row", { name: /Phường Nam Đông Hà/ })).toContainText("Chưa nộp");
  await expect(page.getByRole("row")).toHaveCount(2);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải bảng tính" }).click();
  expect((await download).suggestedFilename()).toBe("chi-so-tinh-quang-tri-44-2026.xlsx");

  await page.getByRole("link", { name: "Bỏ lọc" }).click();
  await page.getByRole("link", { name: "Phường Đông Hà" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Phường Đông Hà");
  await page.getByRole("link", { name: /Cải cách thủ tục hành chính/ }).click();
  await expect(page.getByText(/khoảng tin cậy/).first()).toBeVisible();
  await look(page, "index-unit");
});

test("a commune enters, the province appraises otherwise and says why, the commune reads it and the ranking moves", async ({
  page,
  browser,
}, { config }) => {
  const row = () => page.getByRole("row", { name: /Phường Nam Đông Hà/ });
  await signIn(page, "theodoi.quangtri", "tinh-quang-tri-44/index");
  await expect(row()).toContainText("Chưa nộp");

  const commune = await browser.newContext({
    baseURL: config.projects.find(({ name }) => name === "commune")?.use.baseURL,
    locale: "vi-VN",
  });
  const desk = await commune.newPage();
  await signIn(desk, "vanphong.namdongha");
  await desk.goto(`${new URL(desk.url()).pathname.replace(/\/$/, "")}/index`);
  await desk.getByText("Ghi kết quả lĩnh vực 6", { exact: true }).click();
  await desk
    .getByRole("group", { name: /Giải ngân vốn đầu tư công/ })
    .getByLabel("Tỷ lệ (%)")
    .fill("100");
  await desk
    .getByRole("group", { name: /Công khai ngân sách/ })
    .getByLabel("Kết quả")
    .selectOption({ label: "Có" });
  await desk.getByRole("button", { name: /Lưu kết quả lĩnh vực này: Cải cách tài chính công/ }).click();
  await expect(desk.getByText(/Đã lưu 2 tiêu chí/)).toBeVisible();

  // Handed in: it has a rank, by its self-score.
  await page.reload();
  await expect(row().getByRole("cell").first()).toHaveText("2");
  await expect(row()).toContainText("Tự chấm");
  const before = await row().getByRole("cell").nth(1).textContent();

  await page.getByRole("link", { name: "Phường Nam Đông Hà" }).click();
  await page.getByRole("link", { name: /6\. Cải cách tài chính công/ }).click();
  const spent = page.getByRole("group", { name: /Giải ngân vốn đầu tư công/ });
  await expect(spent.getByLabel("Điểm")).toHaveValue("4");
  await spent.getByLabel("Điểm").fill("1");
  await page.getByRole("button", { name: "Lưu thẩm định lĩnh vực này" }).click();
  await expect(spent.getByLabel("Lý do")).toHaveAccessibleDescription(/cần nêu lý do/);
  await spent.getByLabel("Lý do").fill("Kho bạc báo giải ngân 25%");
  await page.getByRole("button", { name: "Lưu thẩm định lĩnh vực này" }).click();
  await expect(page.getByText(/Đã lưu thẩm định 2 tiêu chí/)).toBeVisible();
  const leaf = page.getByRole("row", { name: /Giải ngân vốn đầu tư công/ });
  await expect(leaf).toContainText("−3,00");
  await expect(leaf).toContainText("Kho bạc báo giải ngân 25%");
  await look(page, "index-appraised");

  await page.getByRole("link", { name: "Chỉ số cải cách hành chính", exact: true }).first().click();
  await expect(row()).toContainText("Thẩm định 2 trên 33");
  const after = await row().getByRole("cell").nth(1).textContent();
  const points = (text: string | null) => Number(text?.replace(",", "."));
  expect(points(before) - points(after)).toBeCloseTo(3, 2);

  await desk.reload();
  await expect(desk.getByText("Thẩm định 1,00 điểm. Lý do: Kho bạc báo giải ngân 25%")).toBeVisible();
  await commune.close();
});
