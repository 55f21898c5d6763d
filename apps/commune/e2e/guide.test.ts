import { expect, type Page } from "@playwright/test";
import { guidePicture } from "./guide-picture";
import { look, signIn, test } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";
const PHONE = { width: 390, height: 780 };

/** Screens of whom answers for the unit, with the names of their pictures. */
const OF_THE_CHAIRMAN = [
  ["/notices?show=all", "nhac-viec"],
  ["/settings/letters", "mau-thu"],
  ["/settings/staff", "can-bo"],
  ["/settings/delegations", "giao-ky"],
  ["/settings/reading-log", "nhat-ky-doc"],
] as const;

/** The page of the guide that "?" on this screen opens beside it. */
async function guideOf(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Hướng dẫn cho trang này (mở trang mới)" }).click();
  return opened;
}

test("“?” opens the page of the guide for each screen, with its contents, a search and pictures", async ({ page }) => {
  await page.goto("/sign-in");
  await guidePicture(page, "dang-nhap");
  await signIn(page, "motcua.dongha", UNIT);
  const screens = [
    ["", "Trang Hôm nay"],
    ["/dossiers", "Tìm và lọc hồ sơ"],
    ["/dossiers/new", "Tiếp nhận hồ sơ"],
    ["/letters", "Các loại thư và soạn thư"],
    ["/notices", "Nhắc việc"],
    ["/models", "Chọn mô hình, đăng ký thủ tục, tải kế hoạch"],
    ["/score", "Đọc bảng điểm"],
  ] as const;
  for (const [screen, title] of screens) {
    await page.goto(`/u/${UNIT}${screen}`);
    const guide = await guideOf(page);
    await expect(guide.getByRole("heading", { level: 1 })).toHaveText(title);
    for (const picture of await guide.getByRole("img").all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect(picture).toHaveJSProperty("complete", true);
      expect(await picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
    }
    await guide.close();
  }
  // Where nothing is open yet, it tells how to sign in.
  await page.goto("/account");
  const account = await guideOf(page);
  await expect(account.getByRole("heading", { level: 1 })).toContainText("Đăng nhập");
  await account.close();
});

test("the guide is read, searched and printed by anyone", async ({ page }) => {
  await page.goto("/guide");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hướng dẫn sử dụng Gần Dân");
  await look(page, "guide");
  await page.getByLabel("Tìm trong các bài hướng dẫn").fill("thu xin loi");
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Những chỗ có “thu xin loi”" })).toBeVisible();
  await look(page, "guide-search");
  const finds = page.getByRole("region", { name: "Những chỗ có “thu xin loi”" });
  await finds.getByRole("link", { name: "Hồ sơ trễ và thư xin lỗi", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hồ sơ trễ và thư xin lỗi");
  await expect(page.locator("mark").first()).toHaveText(/thư xin lỗi/i);
  await look(page, "guide-page");
  await page
    .getByRole("navigation", { name: "Trong bài này" })
    .getByRole("link", { name: "Soạn thư", exact: true })
    .click();
  expect(page.url()).toContain("#soan-thu");

  await page.getByLabel("Tìm trong bài này").fill("không có ở đâu");
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await page.getByRole("link", { name: "Tìm “không có ở đâu” trong tất cả các bài" }).click();
  await expect(page.getByText("Không bài nào có “không có ở đâu”")).toBeVisible();

  await page.emulateMedia({ media: "print" });
  await page.goto("/guide/tre-hen-xin-loi");
  await expect(page.getByRole("navigation", { name: "Các bài hướng dẫn" })).toBeHidden();
  await expect(page.getByText("Lưu và trình ký")).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  expect((await page.goto("/guide/khong-co"))?.status()).toBe(404);
});

// Pictures are made anew only when asked for.
if (process.env.GANDAN_GUIDE) {
  test("pictures of the desk for the guide", async ({ page, browser }) => {
    await signIn(page, "motcua.dongha", UNIT);
    await guidePicture(page, "hom-nay");
    await page.goto(`/u/${UNIT}/dossiers`);
    await guidePicture(page, "tim-ho-so");
    await page.goto(`/u/${UNIT}/dossiers/new`);
    await page.getByRole("combobox", { name: "Thủ tục" }).fill("1.001193");
    await page.getByLabel("Người nộp").fill("Nguyễn Thị Hoa");
    await guidePicture(page, "tiep-nhan");
    await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
    await expect(page.getByRole("link", { name: "Soạn thư xin lỗi" })).toBeVisible();
    await page.goto(page.url().replace(/\?.*$/, ""));
    await guidePicture(page, "ho-so");
    await page.getByRole("link", { name: "Soạn thư xin lỗi" }).click();
    await page
      .getByLabel(/^Nói rõ thêm về nguyên nhân/)
      .fill("Kết quả xác minh nơi cư trú của cơ quan công an về chậm");
    const soon = new Date(Date.now() + 9 * 24 * 3_600_000).toISOString().slice(0, 10);
    await page.getByLabel("Ngày hẹn mới").fill(`${soon}T16:00`);
    await guidePicture(page, "xin-loi", { width: 1180, height: 900 });
    await page.getByRole("button", { name: "Lưu và trình ký" }).click();
    await expect(page.getByRole("status")).toBeVisible();
    await page.goto(`/u/${UNIT}/imports`);
    await guidePicture(page, "nhap-ho-so");
    await page.goto("/account/second-factor");
    await guidePicture(page, "xac-thuc-hai-lop");

    const phone = await browser.newContext({ baseURL: new URL(page.url()).origin });
    const chairman = await phone.newPage();
    await signIn(chairman, "chutich.dongha", UNIT);
    await chairman.setViewportSize(PHONE);
    await chairman.goto(`/u/${UNIT}/letters/sign`);
    await guidePicture(chairman, "ky-thu", PHONE);
    for (const [place, name] of OF_THE_CHAIRMAN) {
      expect((await chairman.goto(`/u/${UNIT}${place}`))?.status(), place).toBe(200);
      await guidePicture(chairman, name);
    }
    await phone.close();
  });

  test("pictures of models and scores for the guide", async ({ page, browser }) => {
    await signIn(page, "vanphong.namdongha", "phuong-nam-dong-ha-19351");
    await page.goto("/u/phuong-nam-dong-ha-19351/models");
    await guidePicture(page, "mo-hinh");
    await page.getByRole("button", { name: "Lấy làm gốc: 3 không, 3 biết – phường Đông Thanh" }).click();
    await expect(page.getByText("Bản nháp đầu tiên.")).toBeVisible();
    await guidePicture(page, "soan-mo-hinh");
    const other = await browser.newContext({ baseURL: new URL(page.url()).origin });
    const keeper = await other.newPage();
    await signIn(keeper, "vanphong.dongha", `${UNIT}/score`);
    await guidePicture(keeper, "bang-diem");
    await keeper.goto(`/u/${UNIT}/index`);
    await guidePicture(keeper, "chi-so");
    await keeper.goto(`/u/${UNIT}/settings`);
    await guidePicture(keeper, "cai-dat");
    await other.close();
  });
}
