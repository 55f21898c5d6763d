import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "thanh-pho-dong-nai-75";
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A day on the calendar of Vietnam, so many days from now. */
const day = (from: number) => new Date(Date.now() + 7 * HOUR + from * DAY).toISOString().slice(0, 10);
const written = (iso: string) => iso.split("-").reverse().join("/");

test("a leader publishes the frame of a year without one, from the sample, and takes it back", async ({ page }) => {
  await signIn(page, "lanhdao.dongnai", `${UNIT}/frames`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Khung chỉ số");
  await look(page, "frames");
  await page.getByRole("link", { name: /^Soạn khung năm/ }).click();
  const year = await page.getByLabel("Cho năm").inputValue();

  // A text with a fault is not taken: the place is told.
  await page
    .getByLabel("Hoặc dán văn bản vào đây")
    .fill(`schema: 1\nid: khung\ntitle: Khung\nyear: ${year}\nlevel: commune\n`);
  await page.getByRole("button", { name: "Kiểm tra và nhận thành bản nháp" }).click();
  await expect(page.getByText(/Văn bản chưa được nhận: 1 chỗ cần sửa/)).toBeVisible();
  await expect(page.getByText(/Dòng 1/)).toBeVisible();
  await look(page, "frame-problems");

  await page.getByRole("button", { name: "Tạo bản nháp" }).click();
  await expect(page.getByText(`Đã tạo bản nháp khung năm ${year}.`)).toBeVisible();
  await expect(page.getByText("Khung cộng đủ 100 điểm ở mọi lĩnh vực.")).toBeVisible();
  await expect(page.getByText("Khung minh họa, không phải văn bản đã ban hành.")).toBeVisible();
  await look(page, "frame-draft");

  await page.getByRole("link", { name: "Sửa văn bản" }).click();
  const text = page.getByLabel("Văn bản YAML của khung");
  const yaml = await text.inputValue();
  await text.fill(yaml.replace("points: 9.5", "points: 8.5"));
  await page.getByRole("button", { name: "Kiểm tra và lưu bản nháp" }).click();
  await expect(page.getByText(/Văn bản chưa được nhận/)).toBeVisible();
  await look(page, "frame-edit");
  await text.fill(yaml.replace("sample: true", "sample: false"));
  await page.getByRole("button", { name: "Kiểm tra và lưu bản nháp" }).click();
  await expect(page.getByText("Đã lưu bản nháp.")).toBeVisible();
  await expect(page.getByText("Khung minh họa, không phải văn bản đã ban hành.")).toHaveCount(0);

  await page.getByRole("link", { name: `Ban hành khung năm ${year}` }).click();
  await look(page, "frame-publish");
  await page.getByRole("button", { name: `Ban hành khung năm ${year}` }).click();
  await expect(page.getByText(`Đã ban hành khung năm ${year}.`)).toBeVisible();
  await expect(page.getByText(/^0 trên \d+ đơn vị đã ghi kết quả/)).toBeVisible();
  await page.getByRole("link", { name: `Xem xếp hạng năm ${year}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(year);

  await page.goBack();
  await page.getByRole("link", { name: "Thu hồi khung" }).click();
  await page.getByRole("button", { name: `Thu hồi khung năm ${year}` }).click();
  await expect(page.getByText("Đã thu hồi; khung lại là bản nháp.")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải tệp YAML" }).click();
  expect((await download).suggestedFilename()).toBe(`par-commune-${year}.yaml`);

  await page.getByRole("button", { name: "Bỏ bản nháp" }).click();
  await expect(page.getByText(`Đã bỏ bản nháp khung năm ${year}.`)).toBeVisible();
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await expect(page.getByText(`Đã tạo bản nháp khung năm ${year}.`)).toBeVisible();
  await page.getByRole("button", { name: "Bỏ bản nháp" }).click();
  await expect(page.getByRole("row", { name: new RegExp(`Khung năm ${year}`) })).toHaveCount(0);
});

test("a leader ends a yardstick, applies it anew from tomorrow and takes that back", async ({ page }) => {
  await signIn(page, "lanhdao.dongnai", `${UNIT}/yardsticks`);
  await expect(page.getByText(/đang xét hồ sơ của \d+ đơn vị trực thuộc/)).toBeVisible();
  await look(page, "yardsticks");

  // Applied already: the field says so, and nothing is recorded.
  const apply = async () => {
    await page.getByRole("link", { name: "Áp dụng thước đo khác" }).click();
    await page.getByLabel("Văn bản căn cứ").fill("Quyết định số 12/QĐ-UBND");
    await page.getByRole("button", { name: "Áp dụng từ ngày đã chọn" }).click();
  };
  await apply();
  await expect(page.getByText(/Bản này đang được áp dụng từ 01\/07\/2025/).first()).toBeVisible();
  await look(page, "yardstick-refused");
  await page.getByRole("link", { name: "Không thực hiện" }).click();

  await page.getByRole("link", { name: /^Xem, kết thúc/ }).click();
  await look(page, "yardstick");
  await page.getByLabel("Ngày cuối cùng còn xét").fill(day(0));
  await page.getByRole("button", { name: "Kết thúc sau ngày này" }).click();
  await expect(page.getByText("Đã ghi ngày kết thúc áp dụng.")).toBeVisible();

  await apply();
  await expect(page.getByText(`Đã ghi: thước đo áp dụng từ ${written(day(1))}.`)).toBeVisible();
  await expect(page.getByRole("row", { name: /Sắp áp dụng/ })).toContainText("Quyết định số 12/QĐ-UBND");
  await page.getByRole("link", { name: /^Xem, hủy/ }).click();
  await look(page, "yardstick-coming");
  await page.getByRole("button", { name: "Hủy lần áp dụng này" }).click();
  await expect(page.getByText("Đã hủy lần áp dụng chưa bắt đầu.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Sắp áp dụng/ })).toHaveCount(0);
  await apply();
  await expect(page.getByRole("row", { name: /Sắp áp dụng/ })).toHaveCount(1);
});

test("an officer who only follows reads both and finds no way to change them", async ({ page }) => {
  await signIn(page, "theodoi.dongnai", `${UNIT}/yardsticks`);
  await expect(page.getByText("Lãnh đạo theo dõi cấp dưới là người áp dụng và kết thúc thước đo.")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Áp dụng thước đo/ })).toHaveCount(0);
  expect((await page.goto(`/o/${UNIT}/yardsticks/apply`))?.status()).toBe(403);
  await page.goto(`/o/${UNIT}/frames`);
  await expect(page.getByText("Lãnh đạo theo dõi cấp dưới là người soạn và ban hành khung.")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Soạn khung/ })).toHaveCount(0);
  expect((await page.goto(`/o/${UNIT}/frames/new`))?.status()).toBe(403);
  await page.goto(`/o/${UNIT}/frames`);
  await page.getByRole("link", { name: /Bộ chỉ số cải cách hành chính cấp xã 2026/ }).click();
  await expect(page.getByRole("link", { name: "Thu hồi khung" })).toHaveCount(0);
});
