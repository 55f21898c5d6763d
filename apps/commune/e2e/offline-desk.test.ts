import { expect, type Page, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";
const fresh = () => `Lê Thị Mất Mạng ${Math.random().toString(36).slice(2, 8)}`;

/** The part of the page that says what was not sent. */
const unsent = (page: Page) => page.getByRole("region", { name: /^Chưa gửi được – còn giữ/ });

async function openReceive(page: Page) {
  await page.goto(`/u/${UNIT}/dossiers/new`);
  await expect(page.getByRole("heading", { level: 1, name: "Tiếp nhận hồ sơ" })).toBeVisible();
  // Where the script has come, the field of choice has its own list.
  await expect(page.getByRole("combobox", { name: "Thủ tục" })).toBeVisible();
}

async function type(page: Page, name: string) {
  await page.getByRole("combobox", { name: "Thủ tục" }).fill("2.000815");
  await page.keyboard.press("Tab");
  await page.getByLabel("Người nộp").fill(name);
}

const receive = (page: Page) => page.getByRole("button", { name: "Tiếp nhận hồ sơ", exact: true }).click();

/** How many dossiers of the unit bear a name. */
async function countOf(page: Page, name: string): Promise<number> {
  const answer = await page.request.get(`/u/${UNIT}/dossiers/export?q=${encodeURIComponent(name)}`);
  return (await answer.text()).split("\n").filter((line) => line.includes(name)).length;
}

test("what is typed at the desk without a connection is kept, and sent once", async ({ page, context }) => {
  await signIn(page, "motcua.dongha", UNIT);
  const [first, second] = [fresh(), fresh()];
  await openReceive(page);

  await test.step("not sent: kept, told, and the next citizen gets an empty form", async () => {
    await type(page, first);
    await context.setOffline(true);
    await expect(page.getByText("Mất kết nối mạng.")).toBeVisible();
    await receive(page);
    await expect(unsent(page)).toContainText("Chưa gửi được – còn giữ 1 mục");
    await expect(unsent(page)).toContainText(first);
    await expect(page.getByRole("alert")).toContainText("Chưa gửi được vì mất kết nối");
    await expect(page.getByLabel("Người nộp")).toHaveValue("");
    await type(page, second);
    await receive(page);
    await expect(unsent(page)).toContainText("còn giữ 2 mục");
    await look(page, "offline-desk");
  });

  await test.step("sending while still away keeps it", async () => {
    await unsent(page)
      .getByRole("button", { name: new RegExp(`Gửi lại: .*${first}`) })
      .click();
    await expect(unsent(page).getByRole("alert")).toContainText("Vẫn chưa có kết nối");
  });

  await test.step("with the connection back all is sent, each once", async () => {
    await context.setOffline(false);
    expect([await countOf(page, first), await countOf(page, second)]).toEqual([0, 0]);
    await unsent(page).getByRole("button", { name: "Gửi lại tất cả" }).click();
    await expect(page.getByText("Đã gửi 2 mục.")).toBeVisible();
    await expect(unsent(page)).toHaveCount(0);
    expect([await countOf(page, first), await countOf(page, second)]).toEqual([1, 1]);
    expect(await page.evaluate(() => sessionStorage.getItem("gd-kept"))).toBeNull();
    await page.getByRole("link", { name: "Xem Tiếp nhận hồ sơ" }).first().click();
    await expect(page.getByRole("status")).toContainText("Đã tiếp nhận hồ sơ");
  });
});

test("an answer that is lost on its way makes no second dossier", async ({ page }) => {
  await signIn(page, "motcua.dongha", UNIT);
  const name = fresh();
  await openReceive(page);
  await type(page, name);
  // The server takes it; the browser never hears of it.
  await page.route(/\/dossiers\/new\.data/, async (route) => {
    await route.fetch({ maxRedirects: 0 });
    await route.abort("connectionreset");
  });
  await receive(page);
  await expect(unsent(page)).toContainText(name);
  expect(await countOf(page, name)).toBe(1);
  await page.unroute(/\/dossiers\/new\.data/);
  await unsent(page)
    .getByRole("button", { name: /Gửi lại: / })
    .click();
  await expect(page.getByText("Đã gửi 1 mục.")).toBeVisible();
  expect(await countOf(page, name)).toBe(1);
});

test("a draft is offered again on its page, and forgotten at sign-out", async ({ page }) => {
  await signIn(page, "motcua.dongha", UNIT);
  const name = fresh();
  await openReceive(page);
  await type(page, name);
  await page.goto(`/u/${UNIT}/dossiers`);
  await openReceive(page);
  await expect(page.getByLabel("Người nộp")).toHaveValue("");
  await look(page, "offline-draft");
  await page.getByRole("button", { name: "Điền lại" }).click();
  await expect(page.getByLabel("Người nộp")).toHaveValue(name);
  await expect(page.getByRole("combobox", { name: "Thủ tục" })).toHaveValue(/2\.000815/);
  await page.locator("summary", { hasText: "Tài khoản" }).click();
  await page.getByRole("button", { name: "Đăng xuất" }).first().click();
  await expect(page).toHaveURL(/sign-in/);
  expect(await page.evaluate(() => sessionStorage.getItem("gd-kept"))).toBeNull();
  await signIn(page, "motcua.dongha", UNIT);
  await openReceive(page);
  await expect(page.getByRole("button", { name: "Điền lại" })).toHaveCount(0);
});

test("a deed that somebody has overtaken meanwhile is not forced; the page says so", async ({ page, context }) => {
  await signIn(page, "motcua.dongha", UNIT);
  const name = fresh();
  await openReceive(page);
  await type(page, name);
  await receive(page);
  await expect(page.getByRole("status")).toContainText("Đã tiếp nhận hồ sơ");
  const address = new URL(page.url()).pathname;
  const deeds = page.getByRole("region", { name: "Việc làm với hồ sơ" });
  await deeds.locator("summary", { hasText: "Yêu cầu bổ sung" }).click();
  await deeds.getByLabel("Giấy tờ cần bổ sung").fill("Bản chính giấy khai sinh");
  await deeds.getByRole("textbox", { name: "Lý do" }).fill("Chưa có bản chính để đối chiếu");
  await context.setOffline(true);
  await deeds.getByRole("button", { name: "Yêu cầu bổ sung" }).click();
  await expect(unsent(page)).toContainText("Yêu cầu bổ sung");
  await expect(deeds.getByLabel("Giấy tờ cần bổ sung")).toHaveValue("Bản chính giấy khai sinh");
  await context.setOffline(false);

  const other = await context.newPage();
  await other.goto(address);
  const theirs = other.getByRole("region", { name: "Việc làm với hồ sơ" });
  await theirs.locator("summary", { hasText: "Ghi xử lý xong" }).click();
  await theirs.getByRole("button", { name: "Ghi xử lý xong" }).click();
  await expect(other.getByRole("status").first()).toBeVisible();
  await other.close();

  await unsent(page)
    .getByRole("button", { name: /Gửi lại: / })
    .click();
  await expect(unsent(page).getByRole("alert")).toContainText("vừa được người khác ghi thêm");
  await expect(unsent(page)).toContainText("còn giữ 1 mục");
  await unsent(page).getByRole("button", { name: /Bỏ: / }).click();
  await expect(unsent(page)).toHaveCount(0);
});
