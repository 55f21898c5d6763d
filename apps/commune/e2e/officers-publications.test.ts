import { expect, type Page } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

/** The commune of the demo whose citizens answer; the worker has counted its last whole quarter. */
const UNIT = "xa-nam-dong-24649";

const open = async (page: Page, name: string) => {
  await page.goto(`/u/${UNIT}/surveys/officers`);
  await page.getByRole("link", { name }).first().click();
};

test("who is judged badly is told, replies, and the chairman decides; nobody else sees names", async ({
  page,
  browser,
}) => {
  await signIn(page, "chutich.namdong", UNIT);
  const officer = page.getByRole("row", { name: /Nguyễn Thị A/ });
  await expect(async () => {
    await page.goto(`/u/${UNIT}/surveys/officers`);
    await expect(officer).toContainText("Chờ thông báo cho cán bộ", { timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await expect(officer).toContainText("Khoảng tin cậy 95%");
  await look(page, "officers");
  await page.goto(`/u/${UNIT}/notices?kind=officer-told`);
  await page.getByRole("link", { name: /^Quý / }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nguyễn Thị A");
  await look(page, "officer-told");
  await page.getByRole("button", { name: "Thông báo cho cán bộ" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã thông báo cho cán bộ.");
  await expect(page.getByRole("button", { name: "Ghi quyết định" })).toHaveCount(0);

  const origin = new URL(page.url()).origin;
  const desk = await (await browser.newContext({ baseURL: origin, javaScriptEnabled: false })).newPage();
  await signIn(desk, "motcua.namdong", UNIT);
  await desk.goto(`/u/${UNIT}/surveys/officers`);
  await expect(desk.getByText("Trần Văn B")).toHaveCount(0);
  await desk.goto(`/u/${UNIT}/notices?kind=officer-asked`);
  await desk.getByRole("link", { name: /^Quý / }).first().click();
  await desk.getByLabel("Nội dung giải trình").fill("Ngắn");
  await desk.getByRole("button", { name: "Gửi giải trình" }).click();
  await expect(desk.getByText("Hãy ghi nội dung, ít nhất 10 ký tự.")).toBeVisible();
  const said = "Trong tháng 8 máy chủ của tỉnh hỏng <b>ba ngày</b>, người dân phải chờ.";
  await desk.getByLabel("Nội dung giải trình").fill(said);
  await desk.getByRole("button", { name: "Gửi giải trình" }).click();
  await expect(desk.getByRole("status")).toHaveText("Đã ghi nhận giải trình.");

  const other = await (await browser.newContext({ baseURL: origin })).newPage();
  await signIn(other, "vanphong.namdong", UNIT);
  expect((await other.goto(desk.url()))?.status()).toBe(404);
  await other.goto(`/u/${UNIT}/surveys/officers`);
  await expect(other.getByRole("link", { name: "Cán bộ" })).toBeVisible();
  await expect(other.getByText("Nguyễn Thị A")).toHaveCount(0);

  await open(page, "Nguyễn Thị A");
  await expect(page.getByText(said)).toBeVisible();
  await page.getByLabel("Biện pháp", { exact: true }).selectOption("train");
  await page.getByLabel("Nội dung quyết định").fill("Tập huấn giao tiếp với người dân trong tháng 12.");
  await page.getByRole("button", { name: "Ghi quyết định" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã ghi quyết định.");
  await page.getByLabel("Kết quả khắc phục").fill("Đã tập huấn ngày 05/12, có biên bản.");
  await page.getByRole("button", { name: "Kết thúc việc này" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã kết thúc.");
  await look(page, "officer-closed");
});

test("results are drawn up, signed, stand for citizens, and are corrected in the open", async ({ page, browser }) => {
  await signIn(page, "vanphong.namdong", UNIT);
  await page.goto(`/u/${UNIT}/publications`);
  await look(page, "publications");
  await page.getByRole("button", { name: "Lập dự thảo", exact: true }).first().click();
  await expect(page.getByRole("status")).toHaveText("Đã lập dự thảo.");
  await page
    .getByRole("textbox", { name: "Nhận xét của đơn vị" })
    .fill("Đa số hài lòng <script>alert(1)</script>.\nCần thêm ghế ở sảnh chờ.");
  await page.getByRole("button", { name: "Lưu nhận xét" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã lưu nhận xét.");
  await expect(page.getByRole("button", { name: "Ký và công bố" })).toHaveCount(0);
  await look(page, "publication-draft");
  const draft = page.url().split("?")[0] ?? "";

  const origin = new URL(page.url()).origin;
  const citizen = await (
    await browser.newContext({ baseURL: origin, javaScriptEnabled: false, locale: "vi-VN" })
  ).newPage();
  const id = draft.split("/").at(-1) ?? "";
  expect((await citizen.goto(`/p/${UNIT}/publications/${id}`))?.status()).toBe(404);

  const chairman = await (await browser.newContext({ baseURL: origin, locale: "vi-VN" })).newPage();
  await signIn(chairman, "chutich.namdong", UNIT);
  await chairman.goto(draft);
  await chairman.getByRole("button", { name: "Ký và công bố" }).click();
  await expect(chairman.getByRole("status")).toHaveText("Đã ký và công bố.");
  await chairman.goto(`/u/${UNIT}/publications`);
  await chairman.getByRole("button", { name: "Bật công bố thường xuyên" }).click();
  await expect(chairman.getByRole("status")).toContainText("công bố thường xuyên");

  await citizen.goto(`/p/${UNIT}/publications`);
  await citizen
    .getByRole("link", { name: /Bản công bố kết quả khảo sát/ })
    .first()
    .click();
  await expect(citizen.getByText("Lê Văn C, Chủ tịch ký")).toBeVisible();
  await expect(citizen.getByText("Đa số hài lòng <script>alert(1)</script>.")).toBeVisible();
  const paper = await citizen.request.get(`/p/${UNIT}/publications/${id}.pdf`);
  expect(paper.headers()["content-type"]).toBe("application/pdf");
  expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");

  await page.goto(draft);
  await page.getByLabel("Điều gì sai trong bản này").fill("Thiếu phiếu giấy của thôn 3 nhập muộn.");
  await page.getByRole("button", { name: "Lập bản đính chính" }).click();
  await expect(page.getByRole("status")).toContainText("Đã lập bản đính chính.");
  await chairman.goto(page.url());
  await chairman.getByRole("button", { name: "Ký và công bố" }).click();
  await expect(chairman.getByRole("status")).toHaveText("Đã ký và công bố.");
  await citizen.goto(`/p/${UNIT}/publications/${id}`);
  await expect(citizen.getByText("Thiếu phiếu giấy của thôn 3 nhập muộn.")).toBeVisible();
  await citizen.getByRole("link", { name: "Xem bản đính chính" }).click();
  await expect(citizen.getByRole("link", { name: "Xem bản cũ" })).toBeVisible();
  await page.goto(citizen.url());
  await look(page, "published");
});
