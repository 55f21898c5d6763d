import { expect, type Page } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

const UNIT = "xa-nam-dong-24649";
const PAPER = `/u/${UNIT}/surveys/paper`;

/** Opens the form of the model where it is not open. */
async function openForm(page: Page) {
  await page.goto(`/u/${UNIT}/surveys/offers/phieu-qr`);
  const open = page.getByRole("button", { name: "Mở phiếu này" });
  if (await open.isVisible()) await open.click();
}

/** Fills the questions that must be answered, the first as said. */
async function fillSheet(page: Page, first: string) {
  const selects = await page.locator("form select[name^=a-]").all();
  for (const [index, select] of selects.entries()) {
    const values = await select
      .locator("option")
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    if (values.includes("5")) await select.selectOption(index === 0 ? first : "4");
  }
}

const said = (page: Page, text: string) => expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();

test("sheets on paper: typed, typed again by somebody else, settled with the paper, handed in", async ({
  page,
  browser,
}) => {
  const place = `Thôn thử ${Math.random().toString(36).slice(2, 8)}`;
  await signIn(page, "vanphong.namdong", UNIT);
  await openForm(page);
  let batch = "";

  await test.step("a batch is opened and three sheets typed", async () => {
    await page.goto(PAPER);
    await page.getByLabel("Thu ở đâu, bằng cách nào").fill(place);
    await page.getByLabel("Thủ tục", { exact: true }).selectOption("2.000815");
    await page.getByRole("button", { name: "Mở tập phiếu" }).click();
    await said(page, "Đã mở tập phiếu");
    batch = new URL(page.url()).pathname;
    await page.getByRole("button", { name: "Ghi phiếu này" }).click();
    await expect(page.getByRole("alert")).toContainText("Phiếu chưa được ghi");
    await look(page, "paper-missing");
    for (const number of [1, 2, 3]) {
      await fillSheet(page, "5");
      await page.getByRole("button", { name: "Ghi phiếu này" }).click();
      await said(page, `Đã ghi phiếu số ${number}.`);
    }
    await look(page, "paper-batch");
  });

  await test.step("what the sheets are about is said for all, and otherwise for one", async () => {
    const own = page.getByLabel("Phiếu này về thủ tục");
    await expect(own.locator("option").first()).toHaveText(/^Như cả tập: Chứng thực bản sao/);
    await page.getByRole("link", { name: "Sửa Phiếu 2" }).click();
    await own.selectOption("1.001193");
    await page.getByRole("button", { name: "Ghi phần sửa" }).click();
    await expect(page.getByRole("row").filter({ hasText: "Phiếu 2" })).toContainText("Đăng ký khai sinh");
    await page.getByLabel("Thủ tục", { exact: true }).selectOption("");
    await page.getByRole("button", { name: "Ghi cho cả tập" }).click();
    await said(page, "Đã ghi thủ tục và nơi thu");
    await expect(own.locator("option").first()).toHaveText("Không rõ");
  });

  await test.step("one is corrected before the typing ends", async () => {
    await page.getByRole("link", { name: "Sửa Phiếu 3" }).click();
    await fillSheet(page, "1");
    await look(page, "paper-change");
    await page.getByRole("button", { name: "Ghi phần sửa" }).click();
    await said(page, "Đã sửa phiếu số 3.");
    await page.getByRole("button", { name: "Kết thúc nhập" }).click();
    await said(page, "Đã kết thúc nhập");
    await expect(page.getByText("(Người khác nhập)")).toHaveCount(3);
    await expect(page.getByRole("button", { name: "Nộp tập phiếu" })).toHaveCount(0);
  });

  await test.step("somebody else types the three again, without seeing what was typed", async () => {
    const context = await browser.newContext();
    const other = await context.newPage();
    await signIn(other, "motcua.namdong", UNIT);
    await other.goto(batch);
    await other.getByRole("link", { name: "Nhập lần hai Phiếu 1" }).click();
    for (const number of [1, 2, 3]) {
      await expect(other.getByRole("heading", { name: `Nhập lần hai: phiếu số ${number}` })).toBeVisible();
      await expect(other.locator("form select[name^=a-]").first()).toHaveValue("");
      if (number === 1) await look(other, "paper-again");
      await fillSheet(other, "5");
      await other.getByRole("button", { name: "Ghi phiếu này" }).click();
      await said(other, number < 3 ? `Đã ghi lần nhập thứ hai của phiếu số ${number}.` : "chờ đối chiếu với tờ giấy");
    }
    await context.close();
  });

  await test.step("what differs is settled, and the batch handed in", async () => {
    await page.goto(batch);
    await page.getByRole("link", { name: "Đối chiếu Phiếu 3" }).click();
    await look(page, "paper-settle");
    await page.getByLabel(/^Lần một: 1/).check();
    await page.getByRole("button", { name: "Ghi kết quả đối chiếu" }).click();
    await said(page, "Đã đối chiếu phiếu số 3.");
    await page.getByRole("button", { name: "Nộp tập phiếu" }).click();
    await said(page, "Đã nộp 3 phiếu.");
    await expect(page.getByRole("table")).toHaveCount(0);
    await look(page, "paper-handed-in");
    await page.goto(PAPER);
    await expect(page.getByRole("row").filter({ hasText: place })).toContainText("Đã nộp");
    await look(page, "paper-list");
  });
});
