import { expect, type Page } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";
const LIST = `/u/${UNIT}/dossiers`;

/** Presses keys one by one and counts them; what is typed as data does not count. */
function keyboard(page: Page) {
  let pressed = 0;
  return {
    press: async (key: string) => {
      pressed++;
      await page.keyboard.press(key);
    },
    type: (text: string) => page.keyboard.type(text),
    count: () => pressed,
  };
}

/** The field that has the focus, by its label. */
const focused = (page: Page, label: string) => expect(page.getByLabel(label, { exact: true })).toBeFocused();

test("from the day's page to the printed slip in six keys beyond the data", async ({ page }) => {
  await signIn(page, "motcua.dongha", UNIT);
  const keys = keyboard(page);
  await page.waitForLoadState("networkidle");
  await keys.press("Alt+n");
  await focused(page, "Thủ tục");
  await expect(page.getByRole("combobox", { name: "Thủ tục" })).toBeVisible();
  await keys.type("dang ky khai sinh");
  await expect(page.getByRole("option", { name: "Đăng ký khai sinh (1.001193)" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await keys.press("Tab");
  await expect(page.getByRole("combobox")).toHaveValue("Đăng ký khai sinh (1.001193)");
  await focused(page, "Người nộp");
  await keys.type("Hoàng Thị Bàn Phím");
  await keys.press("Tab");
  await keys.type("0905 777 321");
  await keys.press("Enter");
  await expect(page.getByRole("status").first()).toContainText("Đã tiếp nhận hồ sơ 19333-");
  const slip = page.getByRole("link", { name: "In giấy tiếp nhận (Mẫu 01)" });
  await expect(slip).toBeFocused();
  const printed = page.waitForRequest((request) => request.url().endsWith("/receipt.pdf"));
  await keys.press("Enter");
  await printed;
  expect(keys.count()).toBeLessThanOrEqual(6);
});

test("with papers, and by arrows: still six; the keys are told on the page", async ({ page }) => {
  await signIn(page, "motcua.dongha", UNIT);
  await page.goto(LIST);
  await page.waitForLoadState("networkidle");
  const keys = keyboard(page);
  await keys.press("Alt+n");
  await focused(page, "Thủ tục");
  await keys.type("2.000815");
  await keys.press("Tab");
  await keys.type("Bùi Văn Bàn Phím");
  await keys.press("Tab");
  await page.keyboard.press("Tab");
  await keys.type("Bản chính\n");
  await keys.press("Alt+s");
  await expect(page.getByRole("link", { name: "In giấy tiếp nhận (Mẫu 01)" })).toBeFocused();
  const printed = page.waitForRequest((request) => request.url().endsWith("/receipt.pdf"));
  await keys.press("Enter");
  await printed;
  // The phone was passed over: with it, it would be the same six.
  expect(keys.count() + 1).toBeLessThanOrEqual(6);
  // The slip is on its way to the first page still: a second one is not disturbed by it.
  const list = await page.context().newPage();
  await list.goto(LIST);
  await list.waitForLoadState("networkidle");
  await list.keyboard.press("Alt+k");
  await expect(list.getByText("Mở, đóng danh sách này")).toBeVisible();
  await look(list, "desk-keys");
  await list.keyboard.press("Alt+t");
  await focused(list, "Mã hồ sơ, họ tên, điện thoại");
});

test("a dossier is found by its name without marks, the last digits of the phone and the code", async ({ page }) => {
  await signIn(page, "motcua.dongha", UNIT);
  await page.goto(`${LIST}/new`);
  const name = `Ngũ Thị Thuỳ ${"ABCDEFGHIKLMNOPQRSTUVXY"[Date.now() % 23]}${String(Date.now() % 100_000)}`;
  await page.getByLabel("Thủ tục").fill("1.001193");
  await page.getByLabel("Người nộp").fill(name);
  const digits = String(Date.now() % 100_000_000).padStart(8, "0");
  await page.getByLabel("Điện thoại").fill(`09${digits}`);
  await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
  const told = (await page.getByRole("status").first().textContent()) ?? "";
  const code = /19333-\d{6}-\d+/.exec(told)?.[0] ?? "";
  const search = async (q: string) => {
    await page.goto(LIST);
    await page.getByLabel("Mã hồ sơ, họ tên, điện thoại").fill(q);
    await page.getByRole("button", { name: "Lọc" }).click();
    await expect(page).toHaveURL(/q=/);
  };
  const last = name.split(" ").at(-1)!.toLowerCase();
  for (const q of [
    code,
    name,
    `ngu thi thuy ${last}`,
    `NGŨ THỊ THÙY ${last}`,
    `thuy ${last}`,
    digits,
    digits.slice(-6),
  ]) {
    await search(q);
    await expect(page.getByRole("link", { name }), q).toBeVisible();
  }
  await search("không ai tên như vậy");
  await expect(page.getByText("Không có hồ sơ nào khớp với bộ lọc")).toBeVisible();
  await look(page, "search-none");
});

test("queues have an address each, with their count and how fresh it is", async ({ page }) => {
  await signIn(page, "motcua.dongha", UNIT);
  await expect(page.getByText(/Số đếm lúc \d\d\/\d\d\/\d{4}, \d\d:\d\d\./)).toBeVisible();
  await page.getByRole("link", { name: "Sắp đến hạn" }).click();
  await expect(page).toHaveURL(/queue=due-soon$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sắp đến hạn");
  await page.getByRole("link", { name: "40 giờ làm việc" }).click();
  await expect(page).toHaveURL(/hours=40/);
  await expect(page.getByText("trong 40 giờ làm việc tới")).toBeVisible();
  await look(page, "queue-due-soon");
  for (const queue of ["Chờ công dân bổ sung", "Đã xong, chưa kết thúc", "Bổ sung lần hai", "Trễ, chưa có thư"]) {
    const link = page.locator(".queues").getByRole("link", { name: queue });
    const count = await link.locator("b").textContent();
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(queue);
    await expect(page.locator(".head p")).toContainText(`${count} hồ sơ`);
    await expect(link).toHaveAttribute("aria-current", "true");
  }
  await page.goto(`${LIST}?queue=awaiting-citizen`);
  await expect(page.getByRole("columnheader", { name: "Chờ từ" })).toBeVisible();
  await look(page, "queue-waiting");
});

test("at a tablet everything to press is large enough", async ({ browser }) => {
  for (const width of [768, 1024]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    await signIn(page, "motcua.dongha", UNIT);
    for (const path of [`/u/${UNIT}`, LIST, `${LIST}?queue=awaiting-citizen`, `${LIST}/new`]) {
      await page.goto(path);
      const small = await page.evaluate(() => {
        const inText = (each: Element) => each.closest("p, dd, .hint, .banner p") !== null;
        return [
          ...document.querySelectorAll("main a, main button, main input, main select, main textarea, main summary"),
        ]
          .filter(
            (each) => each.checkVisibility() && !inText(each) && !(each as HTMLInputElement).matches("[type=hidden]"),
          )
          .map((each) => ({
            each: each.closest("label.check") ?? each,
            box: (each.closest("label.check") ?? each).getBoundingClientRect(),
          }))
          .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
          .map(({ each, box }) => `${each.outerHTML.slice(0, 120)} ${Math.round(box.width)}×${Math.round(box.height)}`);
      });
      expect(small, `${path} at ${width}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
    }
    await context.close();
  }
});

test("who may not receive sees no form, but who may", async ({ page }) => {
  await signIn(page, "mttq.dongha", UNIT);
  await page.goto(`${LIST}/new`);
  await expect(page.getByRole("heading", { name: "Tài khoản này chỉ xem hồ sơ, không tiếp nhận." })).toBeVisible();
  await expect(page.getByText("Cán bộ bộ phận Một cửa")).toBeVisible();
  await expect(page.getByRole("button", { name: "Tiếp nhận hồ sơ" })).toHaveCount(0);
  await look(page, "may-not-receive");
});

test("a procedure without a term asks for the date in the form; words that fit several say which", async ({ page }) => {
  await signIn(page, "motcua.dongha", UNIT);
  await page.goto(`${LIST}/new`);
  await page.getByLabel("Thủ tục").fill("dang ky");
  await page.keyboard.press("Escape");
  await page.getByLabel("Người nộp").fill("Nguyễn Văn Không Hạn");
  await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
  await expect(page.getByText(/Có \d+ thủ tục khớp: /)).toBeVisible();
  await expect(page.getByLabel("Người nộp")).toHaveValue("Nguyễn Văn Không Hạn");
  await page.getByLabel("Thủ tục").fill("");
  await page.getByLabel("Thủ tục").pressSequentially("c");
  const without = page.getByRole("option").filter({ hasText: "chưa có thời hạn" }).first();
  for (const letter of "abcdeghiklmnopqrstuvxy") {
    if (await without.isVisible()) break;
    await page.getByLabel("Thủ tục").fill(letter);
  }
  await without.click();
  await expect(page.getByText("Danh mục chưa có thời hạn của thủ tục này, hãy ghi hạn trả")).toBeVisible();
  await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
  await expect(page.getByLabel("Hạn trả", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await look(page, "receive-due");
  await page.getByLabel("Hạn trả", { exact: true }).fill("2131-01-06T16:00");
  await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
  await expect(page.getByText("Hãy xem lại năm đã ghi.")).toBeVisible();
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Hạn trả", { exact: true }).fill(`${soon}T16:00`);
  await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
  await expect(page.getByRole("status").first()).toContainText(`Hẹn trả ${soon.split("-").reverse().join("/")}, 16:00`);
});
