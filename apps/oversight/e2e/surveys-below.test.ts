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

test("quotas of the units below: who has enough, who lacks how many; filtered and in order by the address; as a file", async ({
  page,
}) => {
  await signIn(page, "theodoi.quangtri", "tinh-quang-tri-44");
  await page.goto("/o/tinh-quang-tri-44/surveys");
  await page.getByRole("link", { name: "Chỉ tiêu phiếu khảo sát" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chỉ tiêu phiếu khảo sát");
  const table = page.getByRole("table", { name: "Chỉ tiêu phiếu khảo sát theo đơn vị" });
  // The worker counts a moment after the demo is loaded.
  await expect(async () => {
    await page.reload();
    await expect(table.getByRole("row").filter({ hasText: "Phường Đông Hà" }).first()).toContainText(/\d/);
    await expect(table).not.toContainText("Chưa tổng hợp", { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await look(page, "quotas-below");
  await table.getByRole("columnheader", { name: "Còn thiếu" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=lacking&direction=down/);
  await page.getByLabel("Tên hoặc mã đơn vị").fill("nam dong");
  await page.getByRole("button", { name: "Lọc" }).click();
  await expect(page).toHaveURL(/q=nam\+dong/);
  await expect(table.getByRole("row")).toHaveCount(2);
  await page.getByRole("link", { name: "Quý trước" }).click();
  await expect(page).toHaveURL(/day=20\d\d-\d\d-\d\d/);
  await expect(page).toHaveURL(/q=nam\+dong/);
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải bảng tính" }).click();
  expect((await file).suggestedFilename()).toMatch(/^chi-tieu-phieu-tinh-quang-tri-44-20\d\d-\d\d-01\.xlsx$/);
});

test("how officers are judged in the units below: numbers by unit and quarter, and nobody's name", async ({ page }) => {
  await signIn(page, "theodoi.quangtri", "tinh-quang-tri-44");
  await page.getByLabel("Mở danh mục").first().click();
  await page.getByRole("link", { name: "Đánh giá cán bộ" }).first().click();
  await expect(page).toHaveURL(/\/officers$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đánh giá cán bộ");
  const table = page.getByRole("table", { name: "Số cán bộ được đánh giá theo đơn vị" });
  const rows = table.getByRole("row");
  expect(await rows.count()).toBeGreaterThan(1);
  await expect(table.getByRole("columnheader")).toHaveText([
    "Đơn vị",
    "Có kết quả",
    "Chưa đủ phiếu",
    "Vượt mức",
    "Chưa thông báo",
    "Đang xử lý",
    "Đã xong",
    "Công bố gần nhất",
  ]);
  // A unit whose quarter was not counted shows no zero; numbers and dates are all that stands beside a unit's name.
  for (const cells of await table.locator("tbody tr").all()) {
    for (const said of await cells.getByRole("cell").allTextContents()) {
      expect(said).toMatch(/^(–|\d+|\d\d\/\d\d\/\d{4}|Chưa công bố)$/);
    }
  }
  await look(page, "officers-below");
  const quarter = page.getByRole("heading", { name: /Số cán bộ được đánh giá theo đơn vị, / });
  const name = await quarter.textContent();
  await page.getByRole("link", { name: "Quý trước" }).click();
  await expect(quarter).not.toHaveText(name ?? "");
  await page.getByRole("link", { name: "Quý sau" }).click();
  await expect(quarter).toHaveText(name ?? "");
  expect((await page.goto("/o/tinh-thanh-hoa-38/officers"))?.status()).toBe(404);
});
