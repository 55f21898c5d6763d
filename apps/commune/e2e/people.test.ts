import { createHmac } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

const PASSWORD = "chinh-quyen-than-thien";
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The code of RFC 6238 for a key in base32, worked out apart from the code under test. */
function codeOf(key: string, step: number): string {
  const bits = [...key.replace(/\s/g, "")].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", secret).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

const STEP = 30_000;

/** The step of codes that runs now, and goes on long enough for a code of the one before to be typed and sent. */
async function runningStep(page: Page): Promise<number> {
  const left = STEP - (Date.now() % STEP);
  if (left < 8_000) await page.waitForTimeout(left + 50);
  return Math.floor(Date.now() / STEP);
}

async function typePassword(page: Page, name: string) {
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(name);
  await page.getByLabel("Mật khẩu").fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
}

async function answer(page: Page, code: string) {
  await page.getByLabel("Mã xác thực").fill(code);
  await page.getByRole("button", { name: "Xác nhận đăng nhập" }).click();
}

test("a second factor is set up, asked for, used once, replaced by recovery codes, and turned off", async ({
  page,
}) => {
  await signIn(page, "mttq.namdong");
  await page.goto("/account");
  await page.getByRole("link", { name: "Thiết lập xác thực hai lớp" }).click();
  await expect(page.getByText("không bắt buộc xác thực hai lớp")).toBeVisible();
  await look(page, "factor-begin");
  await page.getByRole("button", { name: "Bắt đầu thiết lập" }).click();
  await expect(page.getByRole("img", { name: "Mã QR" })).toBeVisible();
  await look(page, "factor-scan");
  const key = (await page.locator(".secret").textContent()) ?? "";
  const first = (await runningStep(page)) - 1;
  await page.getByLabel("Mã 6 chữ số").fill(codeOf(key, first));
  await page.getByRole("button", { name: "Bật xác thực hai lớp" }).click();
  await expect(page.locator(".codes li")).toHaveCount(10);
  await look(page, "factor-codes");
  const codes = await page.locator(".codes li").allTextContents();
  await page.getByRole("link", { name: "Đã cất mã, tiếp tục" }).click();
  await expect(page.getByText("còn 10 mã dự phòng")).toBeVisible();

  await page.context().clearCookies();
  await typePassword(page, "mttq.namdong");
  await expect(page.getByRole("heading", { name: "Nhập mã xác thực" })).toBeVisible();
  await look(page, "sign-in-code");
  // Nothing else opens meanwhile.
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\/code\?next=%2Faccount/);
  await answer(page, codeOf(key, first));
  await expect(page.getByRole("alert")).toContainText("không đúng hoặc đã dùng rồi");
  await answer(page, codeOf(key, await runningStep(page)));
  await expect(page.getByRole("heading", { name: "Các phiên đăng nhập" })).toBeVisible();

  await page.context().clearCookies();
  await typePassword(page, "mttq.namdong");
  await answer(page, codes[0] ?? "");
  await expect(page.getByRole("heading", { name: "Nhập mã xác thực" })).toBeHidden();
  await page.context().clearCookies();
  await typePassword(page, "mttq.namdong");
  await answer(page, codes[0] ?? "");
  await expect(page.getByRole("alert")).toContainText("không đúng hoặc đã dùng rồi");
  await answer(page, codes[1] ?? "");
  await expect(page.getByRole("heading", { name: "Nhập mã xác thực" })).toBeHidden();

  await page.goto("/account/second-factor");
  await look(page, "factor-in-force");
  const off = page.locator("section", { hasText: "Sau khi tắt" });
  await off.getByLabel("Mật khẩu").fill(PASSWORD);
  await off.getByLabel("Mã 6 chữ số").fill(codes[2] ?? "");
  await off.getByRole("button", { name: "Tắt xác thực hai lớp" }).click();
  await expect(page.getByText("Đã tắt xác thực hai lớp.")).toBeVisible();
});

const UNIT = "phuong-dong-ha-19333";
const SETTINGS = `/u/${UNIT}/settings`;
/** Told apart from those of another run on the same data. */
const RUN = Date.now().toString(36);

test("an officer is added with a role, sets the password by the link, and is ended", async ({ page, browser }) => {
  await signIn(page, "chutich.dongha", UNIT);
  await page.goto(`${SETTINGS}/staff`);
  await expect(page.getByRole("link", { name: "Lê Văn C" })).toBeVisible();
  await look(page, "staff");
  await page.getByRole("link", { name: "Thêm cán bộ" }).click();
  await page.getByRole("button", { name: "Thêm cán bộ" }).click();
  await page.getByLabel("Họ và tên").fill("Vũ Thị Mới");
  await page.getByLabel("Tên đăng nhập").fill("Không Được");
  await page.getByLabel("Vai trò").selectOption("desk-officer");
  await page.getByRole("button", { name: "Thêm cán bộ" }).click();
  await expect(page.getByRole("alert")).toContainText("Có 1 chỗ cần sửa");
  await expect(page.getByLabel("Họ và tên")).toHaveValue("Vũ Thị Mới");
  await look(page, "staff-new-wrong");
  await page.getByLabel("Tên đăng nhập").fill(`moi.${RUN}`);
  await page.getByRole("button", { name: "Thêm cán bộ" }).click();
  await expect(page.getByText("Đã thêm Vũ Thị Mới.")).toBeVisible();
  await look(page, "staff-link");
  const link = (await page.locator(".secret").textContent()) ?? "";
  expect(new URL(link).pathname).toMatch(/^\/set-password\/[\w-]{32}$/);

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.getByText(`moi.${RUN}`)).toBeVisible();
  await look(other, "set-password");
  await other.getByLabel("Mật khẩu mới", { exact: true }).fill(PASSWORD);
  await other.getByLabel("Nhập lại mật khẩu mới").fill(PASSWORD);
  await other.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await expect(other.getByText("Đã đặt mật khẩu.")).toBeVisible();
  await other.goto(link);
  await expect(other.getByText("Liên kết đặt mật khẩu đã dùng")).toBeVisible();
  await signIn(other, `moi.${RUN}`, UNIT);
  await expect(other.getByRole("heading", { level: 1 })).toContainText("/20");

  await page.getByRole("link", { name: "Vũ Thị Mới" }).click();
  await look(page, "staff-person");
  await page.getByLabel("Ngày làm việc cuối cùng").fill(yesterday());
  await page.getByRole("button", { name: "Kết thúc làm việc của Vũ Thị Mới" }).click();
  await expect(page.getByText("Đã ghi ngày kết thúc làm việc.")).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await other.context().close();
});

function yesterday(): string {
  return new Date(Date.now() + 7 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);
}

test("a list of staff is looked at before it is written, wholly or not at all", async ({ page }) => {
  await signIn(page, "chutich.dongha", UNIT);
  await page.goto(`${SETTINGS}/staff`);
  await page.getByRole("link", { name: "Nhập danh sách từ tệp" }).click();
  await look(page, "staff-import");
  const template = await page.request.get(`${SETTINGS}/staff/template.xlsx`);
  expect(template.headers()["content-type"]).toContain("spreadsheetml");
  const upload = async (...lines: string[]) => {
    const text = ["Mã cán bộ;Họ và tên;Tên đăng nhập;Chức danh;Vai trò;Từ ngày", ...lines].join("\n");
    await page.goto(`${SETTINGS}/staff/import`);
    await page.getByLabel("Tệp danh sách").setInputFiles({
      name: "can-bo.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(text),
    });
    await page.getByRole("button", { name: "Tải lên và xem trước" }).click();
    await expect(page.getByText("Chưa có gì được ghi").first()).toBeVisible();
  };
  const good = `X${RUN};Tạ Thị Danh;danh.${RUN};Công chức;Một cửa;01/11/2026`;
  await upload(good, `Y${RUN};Tạ Văn Sai;sai.${RUN};;Thủ kho;31/02/2026`);
  await expect(page.getByText("Danh sách có 2 chỗ sai")).toBeVisible();
  await expect(page.getByText("Không có vai trò “Thủ kho”.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Ghi danh sách này" })).toHaveCount(0);
  await look(page, "staff-preview-wrong");
  await page.getByRole("button", { name: "Bỏ danh sách này" }).click();
  await upload(good);
  await expect(page.getByText("1 dòng mới, 0 dòng thay đổi, 0 dòng đã đúng.")).toBeVisible();
  await look(page, "staff-preview");
  await page.getByRole("button", { name: "Ghi danh sách này" }).click();
  await expect(page.getByText("Đã ghi danh sách: thêm 1 người, thay đổi 0 người.")).toBeVisible();
  await upload(good);
  await expect(page.getByText("0 dòng mới, 0 dòng thay đổi, 1 dòng đã đúng.")).toBeVisible();
  await page.getByRole("button", { name: "Bỏ danh sách này" }).click();
  await page.goto(`${SETTINGS}/staff?q=ta+thi+danh&state=no-password`);
  await expect(page.getByRole("link", { name: "Tạ Thị Danh" })).toBeVisible();
  const [links] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Tải liên kết đặt mật khẩu" }).click(),
  ]);
  expect(links.suggestedFilename()).toBe("lien-ket-dat-mat-khau.csv");
});

test("whoever reads a citizen's data stands in the log, and so does whoever reads the log", async ({ page }) => {
  await signIn(page, "chutich.dongha", UNIT);
  await page.goto(`${SETTINGS}/staff/new`);
  await page.getByLabel("Họ và tên").fill("Đỗ Thị Soi");
  await page.getByLabel("Tên đăng nhập").fill(`soi.${RUN}`);
  await page.getByLabel("Vai trò").selectOption("inspector");
  await page.getByRole("button", { name: "Thêm cán bộ" }).click();
  const link = (await page.locator(".secret").textContent()) ?? "";
  await page.context().clearCookies();
  await page.goto(link);
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Nhập lại mật khẩu mới").fill(PASSWORD);
  await page.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await expect(page.getByText("Đã đặt mật khẩu.")).toBeVisible();

  await signIn(page, "motcua.dongha", UNIT);
  await page.goto(`/u/${UNIT}/dossiers`);
  const first = page.locator("tbody tr").first();
  const code = /19333-\d{6}-\d{4}/.exec((await first.textContent()) ?? "")?.[0] ?? "";
  await first.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto(`${SETTINGS}/reading-log`);
  await expect(page.getByText("không được làm việc đó")).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, `soi.${RUN}`, UNIT);
  await expect(page).toHaveURL(/\/settings\/reading-log$/);
  await page.getByLabel("Cách đọc").selectOption("opened");
  await page.getByRole("button", { name: "Lọc" }).click();
  const row = page.getByRole("row").filter({ hasText: code }).first();
  await expect(row).toContainText("Nguyễn Thị A");
  await expect(row).toContainText("Mở hồ sơ");
  await page.getByLabel("Mã hồ sơ", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Lọc" }).click();
  await expect(page).toHaveURL(/dossier=.+&way=opened/);
  await expect(page.getByRole("row").filter({ hasText: code }).first()).toBeVisible();
  await look(page, "reading-log");
  const file = await page.request.get(
    (await page.getByRole("link", { name: "Tải tệp CSV" }).getAttribute("href")) ?? "",
  );
  expect(await file.text()).toContain(code);
  await page.goto(`${SETTINGS}/reading-log?way=log`);
  await expect(page.locator("tbody tr").first()).toContainText("Tải nhật ký này");
  await expect(page.locator("tbody tr").first()).toContainText("Đỗ Thị Soi");
});
