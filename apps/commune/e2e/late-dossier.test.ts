import { type Browser, expect, type Page } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";
/** A procedure whose appointment the officer states: the catalogue has no term for it. */
const PROCEDURE = "1.004859";
const MINUTE = 60_000;

/** The minute after the next full one, as a form tells it: soon past, and never past before it is sent. */
function soon(): string {
  const at = Math.ceil(Date.now() / MINUTE) * MINUTE + (Date.now() % MINUTE > 40_000 ? MINUTE : 0);
  return new Date(at + 7 * 60 * MINUTE).toISOString().slice(0, 16);
}

/** Does a deed, and waits until the page knows of it: the next one may be the first by then, and no longer folded. */
async function deed(page: Page, name: string, fill: () => Promise<void> = async () => {}) {
  const deeds = page.getByRole("region", { name: "Việc làm với hồ sơ" });
  const seen = await deeds.locator("input[name=seen]").first().inputValue();
  const folded = deeds.locator("summary", { hasText: name });
  if ((await folded.count()) > 0) await folded.click();
  await fill();
  await deeds.getByRole("button", { name }).click();
  await expect(deeds.locator(`input[name=seen][value="${seen}"]`)).toHaveCount(0);
  await expect(page.getByRole("status").first()).toContainText("Đã ghi vào diễn biến hồ sơ.");
}

/** Writes the apology with a new date on a working day, as the page names one where the first is a day off. */
async function apologise(page: Page) {
  await page.getByRole("link", { name: "Soạn thư xin lỗi" }).first().click();
  await page.getByLabel("Nguyên nhân trễ").selectOption({ label: "Đang chờ kết quả của cơ quan cấp trên" });
  await page.getByLabel("Xưng hô").selectOption("Ông");
  const day = new Date(Date.now() + 9 * 24 * 60 * MINUTE).toISOString().slice(0, 10);
  await page.getByLabel("Ngày hẹn mới").fill(`${day}T16:00`);
  await page.getByRole("button", { name: "Lưu và trình ký" }).click();
  await expect(page.getByRole("status").or(page.getByRole("alert"))).toBeVisible();
  if (await page.getByRole("alert").isVisible()) {
    const said = await page.getByRole("alert").textContent();
    const [, date, month, year] = /gần nhất là (\d\d)\/(\d\d)\/(\d{4})/.exec(said ?? "") ?? [];
    await page.getByLabel("Ngày hẹn mới").fill(`${year}-${month}-${date}T16:00`);
    await page.getByRole("button", { name: "Lưu và trình ký" }).click();
  }
  await expect(page.getByRole("status")).toHaveText("Đã lưu thư và trình ký.");
}

async function signOnPhone(browser: Browser, page: Page, applicant: string) {
  const phone = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const chairman = await phone.newPage();
  await signIn(chairman, "chutich.dongha", UNIT);
  await chairman.setViewportSize({ width: 390, height: 800 });
  await chairman.goto(`/u/${UNIT}/letters/sign?pick=none`);
  await chairman.getByRole("checkbox", { name: applicant }).check();
  await chairman.getByRole("button", { name: /^Ký .*thư đã chọn$/ }).click();
  await expect(chairman.getByRole("heading", { level: 1 })).toHaveText("Đã ký 1 thư");
  await phone.close();
}

test("a dossier is supplemented, comes late, is apologised for on a phone, finished, handed over and closed", async ({
  page,
  browser,
}) => {
  // It becomes late by the clock of the server, which takes up to two minutes.
  test.setTimeout(5 * MINUTE);
  const applicant = `Nguyễn Văn ${Date.now().toString(36)}`;
  await signIn(page, "motcua.dongha", UNIT);
  await page.goto(`/u/${UNIT}/dossiers/new`);
  await page.getByLabel("Thủ tục").fill(PROCEDURE);
  await page.getByLabel("Người nộp").fill(applicant);
  await page.getByLabel("Hồ sơ đã đủ giấy tờ").uncheck();
  await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
  await expect(page.getByRole("status").first()).toContainText("Đã tiếp nhận hồ sơ");
  const dossier = new URL(page.url()).pathname;

  await deed(page, "Yêu cầu bổ sung", async () => {
    await page.getByLabel("Giấy tờ cần bổ sung").fill("Quyết định của Tòa án (bản sao)");
    await page
      .getByRole("region", { name: "Việc làm với hồ sơ" })
      .getByRole("textbox", { name: "Lý do" })
      .fill("Chưa có trong hồ sơ");
  });
  await deed(page, "Ghi nhận đã bổ sung");
  await deed(page, "Tiếp nhận đủ hồ sơ", () => page.getByLabel("Hạn trả", { exact: true }).fill(soon()));

  const late = page.getByText("Gửi thư xin lỗi, hẹn lại ngày trả.");
  await expect(async () => {
    await page.goto(dossier);
    await expect(late).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 3 * MINUTE, intervals: [5_000] });
  await look(page, "dossier-late");
  const queue = `/u/${UNIT}/dossiers?queue=late-no-letter&q=${encodeURIComponent(applicant)}`;
  await page.goto(queue);
  await expect(page.getByRole("link", { name: applicant }).first()).toBeVisible();

  await page.goto(dossier);
  await apologise(page);
  await signOnPhone(browser, page, applicant);
  await page.goto(queue);
  await expect(page.getByRole("link", { name: applicant })).toHaveCount(0);

  await page.goto(dossier);
  await deed(page, "Ghi xử lý xong");
  await deed(page, "Ghi nhận trả kết quả");
  await deed(page, "Kết thúc hồ sơ");
  await expect(page.getByText("Hồ sơ đã kết thúc.")).toBeVisible();
});
