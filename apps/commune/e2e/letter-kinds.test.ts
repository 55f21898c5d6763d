import { type Browser, expect, type Page } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";

/** Takes a dossier in at the desk and finishes it; the page stays at the dossier. */
async function register(desk: Page, procedure: string, applicant: string) {
  await desk.goto(`/u/${UNIT}/dossiers/new`);
  await desk.getByLabel("Thủ tục").fill(procedure);
  await desk.getByLabel("Người nộp").fill(applicant);
  await desk.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
  await expect(desk.getByRole("status")).toContainText("Đã tiếp nhận hồ sơ");
  const deeds = desk.getByRole("region", { name: "Việc làm với hồ sơ" });
  await deeds.locator("summary", { hasText: "Ghi xử lý xong" }).click();
  await deeds.getByRole("button", { name: "Ghi xử lý xong" }).click();
  await expect(desk.getByRole("status")).toHaveText("Đã ghi vào diễn biến hồ sơ.");
}

/** Waits until the worker has drafted the letter to `applicant`, and opens it. */
async function openDraft(desk: Page, kind: string, applicant: string) {
  const list = `/u/${UNIT}/letters?kind=${kind}&q=${encodeURIComponent(applicant)}`;
  const draft = desk.getByRole("link", { name: applicant }).first();
  await expect(async () => {
    await desk.goto(list);
    await expect(draft).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await draft.click();
  await expect(desk.getByText("Hệ thống soạn sẵn lúc")).toBeVisible();
}

/** The chairman signs the letter to `applicant` on a phone, by itself. */
async function sign(browser: Browser, desk: Page, applicant: string) {
  const phone = await browser.newContext({ baseURL: new URL(desk.url()).origin });
  const chairman = await phone.newPage();
  await signIn(chairman, "chutich.dongha", UNIT);
  await chairman.setViewportSize({ width: 390, height: 800 });
  await chairman.goto(`/u/${UNIT}/letters/sign?pick=none`);
  await chairman.getByRole("checkbox", { name: applicant }).check();
  await chairman.getByRole("button", { name: /^Ký .*thư đã chọn$/ }).click();
  await expect(chairman.getByRole("heading", { level: 1 })).toHaveText("Đã ký 1 thư");
  await phone.close();
}

async function deliver(desk: Page, kind: string, applicant: string) {
  const list = `/u/${UNIT}/letters?state=signed&kind=${kind}&q=${encodeURIComponent(applicant)}`;
  const unfold = desk.locator("summary", { hasText: "Ghi đã gửi" });
  await expect(async () => {
    await desk.goto(list);
    await expect(unfold).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await unfold.click();
  await desk.getByLabel("Cách gửi").selectOption("hand");
  await desk.getByRole("button", { name: /^Ghi đã gửi/ }).click();
  await expect(desk.getByRole("status")).toHaveText("Đã ghi thư được gửi.");
}

async function always(keeper: Page, kind: string) {
  await keeper.goto(`/u/${UNIT}/settings/letters/${kind}`);
  await keeper.getByRole("combobox", { name: "Soạn sẵn" }).selectOption("always");
  await keeper.getByRole("button", { name: "Lưu cách soạn" }).click();
  await expect(keeper.getByRole("status")).toHaveText("Đã lưu.");
}

test("a birth is registered, its congratulation is drafted, filled in, signed and delivered", async ({
  page,
  browser,
}) => {
  const applicant = `Hoàng Thị ${Date.now().toString(36)}`;
  await signIn(page, "vanphong.dongha", UNIT);
  await always(page, "birth");

  await register(page, "1.001193", applicant);
  await openDraft(page, "birth", applicant);
  await expect(page.getByText("Thư còn thiếu: tên bé.")).toBeVisible();
  await look(page, "letter-drafted");
  await page.getByLabel("Tên bé").fill("Hoàng Minh Khôi");
  await page.getByLabel("Ngày sinh").fill("2026-11-12");
  await page.getByRole("button", { name: "Lưu và trình ký" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã lưu thư và trình ký.");
  await look(page, "letters-kinds");

  await sign(browser, page, applicant);
  await deliver(page, "birth", applicant);
  await page.getByRole("link", { name: applicant }).first().click();
  await expect(page.getByText("cháu Hoàng Minh Khôi, sinh ngày 12/11/2026")).toBeVisible();
  await expect(page.getByText("Thư đã ký, không sửa được nữa.")).toBeVisible();
  await page
    .getByRole("navigation", { name: "Đường dẫn" })
    .getByRole("link", { name: /^Hồ sơ / })
    .click();
  await expect(page.getByText("Gửi Thư chúc mừng").first()).toBeVisible();
});

test("a death is registered; its condolence stands apart, and is signed by itself", async ({ page, browser }) => {
  const applicant = `Phan Văn ${Date.now().toString(36)}`;
  await signIn(page, "vanphong.dongha", UNIT);
  await always(page, "condolence");
  await register(page, "1.000656", applicant);
  await openDraft(page, "condolence", applicant);
  await page.getByLabel("Người mất").fill("cụ ông Phan Văn Tám");
  await page.getByRole("button", { name: "Lưu và trình ký" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã lưu thư và trình ký.");
  await page.goto(`/u/${UNIT}/letters?kind=condolence&q=${encodeURIComponent(applicant)}`);
  await page.getByRole("link", { name: applicant }).first().click();
  const words = page.getByRole("article", { name: "Thư chia buồn" });
  await expect(words).toContainText("được tin cụ ông Phan Văn Tám đã từ trần");
  await expect(words).not.toContainText(/chúc mừng|hạnh phúc|vui/);
  await look(page, "letter-condolence");
  await sign(browser, page, applicant);
  await deliver(page, "condolence", applicant);
});

test("a unit keeps its own words: a mistake is named with its place, a text is tried, saved and taken back", async ({
  page,
}) => {
  await signIn(page, "vanphong.dongha", UNIT);
  await page.goto(`/u/${UNIT}/settings/letters`);
  await look(page, "settings-letters");
  await page.getByRole("link", { name: "Thư cảm ơn" }).click();
  const source = page.getByLabel("Lời thư");
  const before = await source.inputValue();
  await source.fill("# Thư cảm ơn\n\nCảm ơn {xưng hô} đã {viẹc làm}.");
  await page.getByRole("button", { name: "Lưu thành bản mới" }).click();
  await expect(page.getByRole("alert")).toContainText("Dòng 3, cột 21: không có chỗ điền {viẹc làm}");
  await look(page, "settings-letter-text-wrong");
  await source.fill("# Thư cảm ơn\n\nThay mặt {đơn vị}, cảm ơn {xưng hô} đã {việc}.");
  await page.getByRole("button", { name: "Xem thử" }).click();
  await expect(page.getByRole("article", { name: "Thư cảm ơn" })).toContainText(
    "Thay mặt phường Đông Hà, cảm ơn Ông/Bà đã",
  );
  await look(page, "settings-letter-text");
  await page.getByRole("button", { name: "Lưu thành bản mới" }).click();
  await expect(page.getByRole("status")).toContainText("Đã lưu bản");
  await page.getByRole("button", { name: "Trở về mẫu có sẵn" }).first().click();
  await expect(page.getByText("Đang dùng: Mẫu có sẵn")).toBeVisible();
  await expect(source).toHaveValue(before);

  await page.goto(`/u/${UNIT}/settings/causes`);
  const cause = `Sửa trụ sở, đợt ${Date.now().toString(36)}`;
  await page.getByLabel("Nguyên nhân mới").fill(cause);
  await page.getByRole("button", { name: "Thêm nguyên nhân" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã lưu danh sách.");
  await look(page, "settings-causes");
  await page.getByRole("button", { name: `Ngừng dùng: ${cause}` }).click();
  await expect(page.getByRole("status")).toContainText("Đã ngừng dùng nguyên nhân này");
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await expect(page.getByRole("button", { name: `Ngừng dùng: ${cause}` })).toBeVisible();
  await page.getByRole("button", { name: `Ngừng dùng: ${cause}` }).click();
});
