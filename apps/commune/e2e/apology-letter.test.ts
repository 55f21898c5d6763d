import { expect, type Page } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";

/** Saves with a new date some days ahead; on a day off, with the working day that the page names instead. */
async function saveAhead(page: Page) {
  const soon = new Date(Date.now() + 9 * 24 * 3_600_000).toISOString().slice(0, 10);
  await page.getByLabel("Ngày hẹn mới").fill(`${soon}T16:00`);
  await page.getByRole("button", { name: "Lưu và trình ký" }).click();
  await expect(page.getByRole("status").or(page.getByRole("alert"))).toBeVisible();
  if (await page.getByRole("status").isVisible()) return;
  const said = await page.getByRole("alert").textContent();
  const [, day, month, year] = /gần nhất là (\d\d)\/(\d\d)\/(\d{4})/.exec(said ?? "") ?? [];
  await page.getByLabel("Ngày hẹn mới").fill(`${year}-${month}-${day}T16:00`);
  await page.getByRole("button", { name: "Lưu và trình ký" }).click();
}

test("an apology is written at the desk, signed by the chairman on a phone, sent, and unknown codes are told so", async ({
  page,
  browser,
}) => {
  const applicant = `Nguyễn Thị ${Date.now().toString(36)}`;
  await signIn(page, "motcua.dongha", UNIT);
  await page.goto(`/u/${UNIT}/dossiers/new`);
  await page.getByLabel("Thủ tục").fill("1.001193");
  await page.getByLabel("Người nộp").fill(applicant);
  await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
  await page.getByRole("link", { name: "Soạn thư xin lỗi" }).click();
  await expect(page.getByLabel("Họ và tên người nhận")).toHaveValue(applicant);
  await page.getByLabel("Nguyên nhân trễ").selectOption({ label: "Đang chờ kết quả của cơ quan cấp trên" });
  await page.getByLabel("Nói rõ thêm về nguyên nhân").fill("Kết quả xác minh nơi cư trú về chậm");
  await page.getByLabel("Ngày hẹn mới").fill("2026-01-05T16:00");
  await page.getByLabel("Xưng hô").selectOption("Bà");
  await page.getByRole("button", { name: "Lưu và trình ký" }).click();
  await expect(page.getByRole("alert")).toContainText("Ngày hẹn mới phải sau bây giờ");
  await expect(page.getByLabel("Nói rõ thêm về nguyên nhân")).toHaveValue("Kết quả xác minh nơi cư trú về chậm");
  await look(page, "apology");
  await saveAhead(page);
  await expect(page.getByRole("status")).toHaveText("Đã lưu thư và trình ký.");

  const phone = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const chairman = await phone.newPage();
  await signIn(chairman, "chutich.dongha", UNIT);
  await chairman.goto(`/u/${UNIT}/letters`);
  await look(chairman, "letters");
  await chairman.setViewportSize({ width: 390, height: 800 });
  await chairman.goto(`/u/${UNIT}/letters/sign?pick=none`);
  await chairman.getByRole("checkbox", { name: applicant }).check();
  await chairman.getByRole("button", { name: /^Ký .*thư đã chọn$/ }).click();
  await expect(chairman.getByRole("heading", { level: 1 })).toHaveText("Đã ký 1 thư");
  await phone.close();

  const list = `/u/${UNIT}/letters?state=signed&q=${encodeURIComponent(applicant)}`;
  const unfold = page.locator("summary", { hasText: "Ghi đã gửi" });
  await expect(async () => {
    await page.goto(list);
    await expect(unfold).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  const file = await page.getByRole("link", { name: /^PDF/ }).first().getAttribute("href");
  const answer = await page.request.get(file ?? "");
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  await unfold.click();
  await page.getByRole("button", { name: /^Ghi đã gửi/ }).click();
  await expect(page.getByRole("status")).toHaveText("Đã ghi thư được gửi.");

  const unknown = await page.request.get(`/letter/${UNIT}/${"0".repeat(32)}`);
  expect(unknown.status()).toBe(404);
  expect(await unknown.text()).toContain("Không có thư nào mang mã này");
});
