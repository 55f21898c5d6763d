import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

test("a desk officer sees the day, finds a dossier and why it was missed", async ({ page }) => {
  await signIn(page, "motcua.dongha", "phuong-dong-ha-19333");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("/20");
  await look(page, "today");

  await page.getByRole("link", { name: "Hồ sơ", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Hồ sơ" })).toBeVisible();
  await look(page, "dossiers");
  await page.getByText("Thêm điều kiện lọc, sắp xếp").click();
  await page.getByLabel("Lĩnh vực").selectOption({ label: "Khai sinh" });
  await page.getByLabel("Sắp theo").selectOption({ label: "Hẹn trả" });
  await page.getByRole("button", { name: "Lọc" }).click();
  await expect(page).toHaveURL(/group=birth/);
  await expect(page.locator("tbody tr").first()).toContainText("khai sinh");
  await expect(page.getByLabel("Lĩnh vực")).toHaveValue("birth");
  await look(page, "dossiers-filtered");
  const name = (await page.locator("tbody a").first().textContent()) ?? "";
  const typed = name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase();
  await page.locator("#q").fill(typed);
  await page.getByRole("button", { name: "Lọc" }).click();
  await expect(page.locator("tbody a").first()).toHaveText(name);
  const csv = page.getByRole("link", { name: "Tải tệp CSV" });
  await expect(csv).toHaveAttribute("href", /\?q=.+&group=birth&sort=due$/);
  const listed = await page.request.get((await csv.getAttribute("href")) ?? "");
  const rows = (await listed.text()).trimEnd().split("\r\n").slice(1);
  await expect(page.getByText(`${rows.length} hồ sơ`, { exact: true })).toBeVisible();
  expect(rows.every((row) => row.includes(name))).toBe(true);
  await page.getByRole("columnheader", { name: "Ngày nhận" }).getByRole("link").click();
  await expect(page).toHaveURL(/q=.+group=birth/);
  await page.locator("#q").fill("không có ai");
  await page.getByRole("button", { name: "Lọc" }).click();
  await expect(page.getByRole("heading", { name: "Không có hồ sơ nào khớp với bộ lọc" })).toBeVisible();
  await page.getByRole("link", { name: "Bỏ lọc" }).last().click();
  await expect(page).toHaveURL(/\/dossiers$/);

  await page.goto(`${new URL(page.url()).pathname.replace(/\/dossiers.*/, "")}/score`);
  await look(page, "score");
  await page
    .getByRole("link", { name: /Xem .* hồ sơ không đạt/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Hồ sơ không đạt");
  await look(page, "missed");

  await page.locator("tbody a").first().click();
  await expect(page.getByRole("heading", { level: 2, name: "Diễn biến" })).toBeVisible();
  await expect(page.locator(".out-missed").first()).toContainText("Không đạt");
  await look(page, "dossier");
  await page.getByRole("button", { name: "Hiện số" }).click();
  await expect(page.getByText(/^09/)).toBeVisible();
});

test("the page answers in English too", async ({ page }) => {
  await signIn(page, "motcua.dongha", "phuong-dong-ha-19333");
  await page.getByRole("link", { name: "EN, English" }).first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("link", { name: "Dossiers" }).first()).toBeVisible();
});

test("a wrong password is refused in words; a stranger's unit is not found", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill("motcua.namdong");
  await page.getByLabel("Mật khẩu").fill("khong-phai-mat-khau-nay");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.getByRole("alert")).toContainText("không đúng");
  await signIn(page, "motcua.namdong", "xa-nam-dong-24649");
  const answer = await page.goto("/u/phuong-dong-ha-19333/dossiers");
  expect(answer?.status()).toBe(404);
});

test("an account of an ended unit opens at its last period and names the successor", async ({ page }) => {
  await signIn(page, "vanphong.longthuy");
  await expect(page.getByText("Đơn vị đã kết thúc ngày 01/07/2025")).toBeVisible();
  await expect(page.getByText("Phường Phước Long (25217)")).toBeVisible();
  await expect(page.getByRole("heading", { name: /Điểm tháng 6\/2025/ })).toBeVisible();
});
