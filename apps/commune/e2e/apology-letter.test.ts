import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";

test("an apology is written at the desk, signed by the chairman on a phone, sent, and known as genuine to anyone", async ({
  page,
  browser,
}) => {
  await signIn(page, "motcua.dongha", UNIT);
  await page.goto(`/u/${UNIT}/dossiers/new`);
  await page.getByLabel("Thủ tục").fill("1.001193");
  await page.getByLabel("Người nộp").fill("Nguyễn Thị A");
  await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
  await page.getByRole("link", { name: "Soạn thư xin lỗi" }).click();
  await expect(page.getByLabel("Họ và tên người nhận")).toHaveValue("Nguyễn Thị A");
  await page.getByLabel("Nguyên nhân trễ").fill("Kết quả xác minh nơi cư trú về chậm");
  await page.getByLabel("Ngày hẹn mới").fill("2026-01-05T16:00");
  await page.getByLabel("Xưng hô").selectOption("Bà");
  await page.getByRole("button", { name: "Lưu và trình ký" }).click();
  await expect(page.getByRole("alert")).toContainText("Ngày hẹn mới phải sau bây giờ");
  await expect(page.getByLabel("Nguyên nhân trễ")).toHaveValue("Kết quả xác minh nơi cư trú về chậm");
  await look(page, "apology");
  const soon = new Date(Date.now() + 9 * 24 * 3_600_000).toISOString().slice(0, 10);
  await page.getByLabel("Ngày hẹn mới").fill(`${soon}T16:00`);
  await page.getByRole("button", { name: "Lưu và trình ký" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã lưu thư và trình ký.");

  const phone = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const chairman = await phone.newPage();
  await signIn(chairman, "chutich.dongha", UNIT);
  await chairman.goto(`/u/${UNIT}/letters`);
  await look(chairman, "letters");
  await chairman.setViewportSize({ width: 390, height: 800 });
  await chairman.getByRole("button", { name: "Ký các thư đã chọn" }).click();
  await expect(chairman.getByRole("alert")).toContainText("Hãy chọn ít nhất một thư");
  await chairman.getByLabel("Chọn thư gửi Nguyễn Thị A").first().check();
  await chairman.getByRole("button", { name: "Ký các thư đã chọn" }).click();
  await expect(chairman.getByRole("status")).toContainText("Đã ký và vào sổ 1 thư");
  const file = await chairman.getByRole("link", { name: "Nguyễn Thị A" }).first().getAttribute("href");
  await phone.close();

  const answer = await page.request.get(file ?? "");
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  // The address that the code of the letter holds stands beside it, and links of a PDF are plain text.
  await page.goto(`/u/${UNIT}/letters?state=signed`);
  await page
    .getByRole("button", { name: /^Ghi đã gửi/ })
    .first()
    .click();
  await expect(page.getByRole("status")).toHaveText("Đã ghi.");

  const unknown = await page.request.get(`/letter/${UNIT}/${"0".repeat(32)}`);
  expect(unknown.status()).toBe(404);
  expect(await unknown.text()).toContain("Không có thư nào mang mã này");
});
