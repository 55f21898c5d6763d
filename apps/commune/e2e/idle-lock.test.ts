import { execFileSync } from "node:child_process";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

/** Lets the session of a browser look as if it had been left alone for so many minutes; no other one. */
async function ageSession(context: BrowserContext, minutes: number): Promise<void> {
  const session = (await context.cookies()).find(({ name }) => name === "gandan_session");
  const script = ["--import", "tsx", "tooling/playwright/age-session.ts"];
  execFileSync(process.execPath, [...script, session?.value ?? "", String(minutes)], { stdio: "pipe" });
}

const UNIT = "phuong-dong-ha-19333";
const PASSWORD = "chinh-quyen-than-thien";
/** More than the half hour after which a session is locked. */
const IDLE_MINUTES = 31;

async function unlock(page: Page, password: string) {
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Mở khóa" }).click();
}

test("a session left alone is locked, and goes on where it was after the password", async ({ page, context }) => {
  await signIn(page, "motcua.dongha", UNIT);
  const list = `/u/${UNIT}/dossiers?queue=open&q=19333`;
  await page.goto(list);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await ageSession(context, IDLE_MINUTES - 2);
  await page.reload();
  await expect(page).toHaveURL(list);

  await ageSession(context, IDLE_MINUTES);
  await page.reload();
  await expect(page).toHaveURL(`/unlock?next=${encodeURIComponent(list)}`);
  await expect(page.getByText("Nguyễn Thị A")).toBeVisible();
  await look(page, "unlock");
  // Nothing else opens meanwhile, nor is anything of it in the page.
  await page.goto(`/u/${UNIT}/letters`);
  await expect(page).toHaveURL(/\/unlock\?next=/);
  expect((await page.request.get(`/u/${UNIT}/dossiers/export?q=19333`, { maxRedirects: 0 })).status()).toBe(302);
  await page.goto(`/unlock?next=${encodeURIComponent(list)}`);
  await unlock(page, "sai-mat-khau-nay-roi");
  await expect(page.getByRole("alert")).toContainText("không đúng");
  await unlock(page, PASSWORD);
  await expect(page).toHaveURL(list);
  await expect(
    page
      .locator("main")
      .getByRole("row", { name: /19333-/ })
      .first(),
  ).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("what was sent to a locked session is kept, and sent again once", async ({ page, context }) => {
    await signIn(page, "motcua.dongha", UNIT);
    const applicant = `Hồ Thị Khóa ${Date.now().toString(36)}`;
    await page.goto(`/u/${UNIT}/dossiers/new`);
    await page.getByLabel("Thủ tục").first().fill("2.000815");
    await page.getByLabel("Người nộp").fill(applicant);
    await ageSession(context, IDLE_MINUTES);
    await page.getByRole("button", { name: "Tiếp nhận hồ sơ", exact: true }).click();
    await expect(page).toHaveURL(/\/unlock\?next=%2Fheld/);
    await expect(page.getByRole("status")).toContainText("được giữ");
    await unlock(page, PASSWORD);
    await expect(page).toHaveURL("/held");
    await expect(page.getByRole("row").filter({ hasText: applicant })).toBeVisible();
    await page.getByRole("button", { name: "Gửi lại nội dung này" }).click();
    await expect(page.getByText("Đã tiếp nhận hồ sơ").first()).toBeVisible();
    const found = await page.request.get(`/u/${UNIT}/dossiers/export?q=${encodeURIComponent(applicant)}`);
    expect((await found.text()).split(applicant)).toHaveLength(2);
    await page.goto("/held");
    await expect(page.getByText(applicant)).toHaveCount(0);
  });

  test("someone else at the same device signs in instead", async ({ page, context }) => {
    await signIn(page, "motcua.dongha", UNIT);
    await ageSession(context, IDLE_MINUTES);
    await page.goto(`/u/${UNIT}/dossiers`);
    await page.getByRole("button", { name: "Đăng nhập bằng tài khoản khác" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto(`/u/${UNIT}/dossiers`);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  });
});
