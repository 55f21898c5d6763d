import { expect, type Page, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";

/** Takes a dossier in that is not complete yet, and gives its code. */
async function receive(page: Page, applicant: string): Promise<string> {
  await page.goto(`/u/${UNIT}/dossiers/new`);
  await page.getByRole("combobox", { name: "Thủ tục" }).fill("1.001193");
  await page.getByLabel("Người nộp").fill(applicant);
  await page.getByLabel("Giấy tờ đã nộp").fill("Tờ khai\nGiấy chứng sinh (bản chính)");
  await page.getByLabel("Hồ sơ đã đủ giấy tờ").uncheck();
  await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
  const said = page.getByRole("status").filter({ hasText: "Đã tiếp nhận hồ sơ" });
  const code = /19333-\d{6}-\d+/.exec((await said.textContent()) ?? "")?.[0];
  expect(code).toBeTruthy();
  return code ?? "";
}

const deeds = (page: Page) => page.getByRole("region", { name: "Việc làm với hồ sơ" });
const papers = (page: Page) => page.getByRole("region", { name: "Giấy tờ của hồ sơ" });

/** Does a deed; its form is unfolded where it is not the usual next one. */
async function act(page: Page, name: string, fields: Record<string, string> = {}) {
  const button = deeds(page).getByRole("button", { name, exact: true });
  await expect(async () => {
    if (!(await button.isVisible())) await deeds(page).locator("summary", { hasText: name }).click();
    await expect(button).toBeVisible({ timeout: 1_000 });
  }).toPass();
  for (const [label, text] of Object.entries(fields)) {
    await deeds(page).getByRole("textbox", { name: label }).and(page.locator(":visible")).fill(text);
  }
  const events = page.getByRole("region", { name: "Diễn biến" }).getByRole("listitem");
  const before = await events.count();
  await button.click();
  await expect(events).toHaveCount(before + 1);
  await expect(page.getByRole("status")).toContainText("Đã ghi vào diễn biến hồ sơ.");
}

/** The file behind a link: a PDF says its title, with the code of the dossier, in words that anyone can read. */
async function expectPdf(page: Page, href: string | null, ...words: string[]) {
  const answer = await page.request.get(href ?? "");
  expect([href, answer.status(), answer.headers()["content-type"]]).toEqual([href, 200, "application/pdf"]);
  const file = (await answer.body()).toString("utf8");
  expect(file.slice(0, 5)).toBe("%PDF-");
  const title = /<dc:title>(?:<[^>]+>)*([^<]*)/.exec(file)?.[1];
  for (const word of words) expect(title).toContain(word);
}

test("papers of a dossier: request, refusal, notice of stopping, control sheet; the register of a list", async ({
  page,
}) => {
  await signIn(page, "motcua.dongha", UNIT);

  await test.step("what was refused", async () => {
    const code = await receive(page, "Trần Văn Từ");
    await act(page, "Từ chối tiếp nhận", { "Lý do": "Không thuộc thẩm quyền của phường" });
    await expectPdf(
      page,
      await page.getByRole("status").getByRole("link", { name: "In Mẫu 03" }).getAttribute("href"),
      "từ chối",
      code,
    );
  });

  const code = await receive(page, "Lê Thị Giấy");
  await act(page, "Tiếp nhận đủ hồ sơ");
  await act(page, "Yêu cầu bổ sung", {
    "Giấy tờ cần bổ sung": "Giấy đăng ký kết hôn của cha mẹ",
    "Lý do": "Chưa có bản sao trong hồ sơ",
  });
  await expectPdf(
    page,
    await page.getByRole("status").getByRole("link", { name: "In Mẫu 02" }).getAttribute("href"),
    "bổ sung",
    code,
  );

  await act(page, "Dừng giải quyết", { "Lý do": "Công dân không bổ sung được giấy tờ" });
  await expectPdf(
    page,
    await page.getByRole("status").getByRole("link", { name: "In Mẫu 05" }).getAttribute("href"),
    "dừng",
    code,
  );
  await expect(papers(page).getByRole("listitem")).toHaveCount(4);
  await look(page, "papers");

  await test.step("each stands in the list of papers, for Word too", async () => {
    for (const [name, word] of [
      ["Giấy tiếp nhận và hẹn trả (Mẫu 01)", "tiếp nhận"],
      ["Yêu cầu bổ sung (Mẫu 02)", "bổ sung"],
      ["Thông báo dừng (Mẫu 05)", "dừng"],
      ["Phiếu kiểm soát (Mẫu 06)", "kiểm soát"],
    ] as const) {
      const link = papers(page).getByRole("link", { name: `In ${name}, PDF` });
      await expectPdf(page, await link.getAttribute("href"), word, code);
    }
    const word = papers(page).getByRole("link", { name: "Tải Phiếu kiểm soát (Mẫu 06), bản Word" });
    const answer = await page.request.get((await word.getAttribute("href")) ?? "");
    expect([answer.status(), (await answer.body()).subarray(0, 2).toString()]).toEqual([200, "PK"]);
  });

  await test.step("what nothing gave rise to is not there", async () => {
    const answer = await page.request.get(`${new URL(page.url()).pathname}/forms/04.pdf`);
    expect([answer.status(), await answer.text()]).toEqual([
      404,
      expect.stringContaining("không có việc nào cần Mẫu 04"),
    ]);
    expect((await page.request.get(`${new URL(page.url()).pathname}/forms/99.pdf`)).status()).toBe(404);
  });

  await test.step("the register of the list as it is filtered", async () => {
    await page.goto(`/u/${UNIT}/dossiers?q=${code}`);
    const print = page.getByRole("link", { name: "In hoặc lưu PDF" });
    await expectPdf(page, await print.getAttribute("href"), "Sổ theo dõi hồ sơ");
    const sheet = await page.request.get((await page.getByRole("link", { name: "Excel" }).getAttribute("href")) ?? "");
    expect([sheet.status(), (await sheet.body()).subarray(0, 2).toString()]).toEqual([200, "PK"]);
    expect(sheet.headers()["content-disposition"]).toContain("so-theo-doi-phuong-dong-ha-19333");
  });
});

test("settings: read by the desk, changed by the chairman, what cannot be is said at its field", async ({ page }) => {
  await signIn(page, "motcua.dongha", UNIT);
  await page.getByRole("link", { name: "Cài đặt", exact: true }).first().click();
  await expect(page.getByLabel("Địa danh")).toBeDisabled();
  await expect(page.getByRole("button", { name: "Lưu thay đổi" })).toHaveCount(0);

  await page.context().clearCookies();
  await signIn(page, "chutich.dongha", UNIT);
  await page.goto(`/u/${UNIT}/settings`);
  await page.getByLabel("Địa chỉ công khai").fill("dongha.gov.vn");
  await page.getByRole("button", { name: "Lưu thay đổi" }).click();
  await expect(page.getByRole("alert")).toContainText("Có 1 chỗ cần sửa");
  await expect(page.getByLabel("Địa chỉ công khai")).toHaveValue("dongha.gov.vn");
  await look(page, "settings-wrong");
  await page.getByLabel("Địa chỉ công khai").fill("");
  await page.getByLabel("Số điện thoại").fill("0233 3852 123");
  await page.getByRole("button", { name: "Lưu thay đổi" }).click();
  await expect(page.getByRole("status")).toContainText("Đã lưu.");
  await expect(page.getByLabel("Số điện thoại")).toHaveValue("0233 3852 123");

  await page.getByRole("link", { name: "Biểu mẫu", exact: true }).click();
  await page.getByLabel("Mẫu 06").fill("Phiếu kiểm soát quá trình giải quyết");
  await page.getByRole("button", { name: "Lưu thay đổi" }).click();
  await expect(page.getByRole("status")).toContainText("Đã lưu.");
  await expect(page.getByText("Thông tư 03/2025/TT-VPCP: Phiếu kiểm soát")).toBeVisible();
  await look(page, "settings-forms");

  await test.step("a change is told with who made it, and put back", async () => {
    const history = page.getByRole("region", { name: "Các lần đổi" });
    await expect(history).toContainText("thành “Phiếu kiểm soát quá trình giải quyết”");
    await history.getByRole("button").first().click();
    await expect(page.getByLabel("Mẫu 06")).toHaveValue("Phiếu kiểm soát quá trình giải quyết hồ sơ");
  });
});
