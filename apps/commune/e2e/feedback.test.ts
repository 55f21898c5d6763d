import { SAMPLE_PHOTOS } from "@gandan/model/feedback/sample-photos";
import { type Browser, expect, type Page } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";
/** A form sent sooner was filled in by no person. */
const YOUNGEST_MS = 3_200;
const SCRIPT = "<script>document.body.dataset.broken=1</script>";

const photo = (buffer: Buffer, name = "ghe.jpg") => ({ name, mimeType: "image/jpeg", buffer });
const picture = () => photo(Buffer.from(SAMPLE_PHOTOS.jpeg, "base64"));

/** Fills the form in and sends it as a person does: not at once. */
async function send(page: Page, text: string) {
  await page.getByLabel("Trụ sở, nơi tiếp dân").check();
  await page.getByLabel("Nội dung").fill(text);
  await page.waitForTimeout(YOUNGEST_MS);
  await page.getByRole("button", { name: "Gửi góp ý" }).click();
}

async function officer(browser: Browser, page: Page, name = "motcua.dongha") {
  const desk = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage();
  await signIn(desk, name, UNIT);
  return desk;
}

test("feedback goes from the public page to an answer, back once, and to the citizen who confirms", async ({
  page,
  browser,
}) => {
  const word = `ghe${Date.now().toString(36)}`;
  await page.goto(`/p/${UNIT}/feedback`);
  expect(await page.locator("script").count()).toBe(0);
  await look(page, "feedback-form");

  // What is missing is said beside its field, and what was typed stays.
  await page.getByLabel("Nội dung").fill("ngắn");
  await page.getByLabel("Họ tên").fill("Trần Thị Kín");
  await page.getByRole("button", { name: "Gửi góp ý" }).click();
  const errors = page.getByRole("alert");
  await expect(errors).toContainText("Có 3 chỗ cần sửa");
  await expect(page.getByLabel("Nội dung")).toHaveValue("ngắn");
  await look(page, "feedback-form-errors");

  await page.getByLabel("Điện thoại").fill("0987654321");
  await page.getByLabel("Nơi xảy ra").fill(`Quầy số 2 ${SCRIPT}`);
  await page.getByLabel("Ảnh").setInputFiles(picture());
  await send(page, `Ghế chờ ${word} bị hỏng. ${SCRIPT}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đã nhận góp ý");
  const number = /Số tiếp nhận: (\d+\/\d{4})/.exec((await page.locator("main").textContent()) ?? "")?.[1] ?? "";
  expect(number).not.toBe("");
  await look(page, "feedback-sent");
  await page.getByRole("link", { name: "Mở trang theo dõi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Góp ý số ${number}`);
  await expect(page.locator("main")).toContainText(SCRIPT);
  expect(await page.locator("body").getAttribute("data-broken")).toBeNull();
  const shown = await page.request.get((await page.getByRole("img", { name: "Ảnh 1" }).getAttribute("src")) ?? "");
  expect(shown.headers()).toMatchObject({ "content-type": "image/jpeg", "x-content-type-options": "nosniff" });
  expect((await shown.body()).toString("latin1")).not.toContain("SECRET");
  await look(page, "feedback-follow");

  const desk = await officer(browser, page);
  await desk.goto(`/u/${UNIT}/feedback?q=${word}`);
  await look(desk, "feedback-list");
  await desk.getByRole("link", { name: number }).click();
  await expect(desk.locator("main")).not.toContainText("0987654321");
  await desk.getByRole("button", { name: "Xem cách liên hệ" }).click();
  await expect(desk.locator("main")).toContainText("Trần Thị Kín · 0987654321");
  await look(desk, "feedback-one");
  await desk.getByLabel("Câu trả lời").fill("Chúng tôi đã thay ghế mới sáng nay.");
  await desk.getByRole("button", { name: "Gửi trả lời" }).click();
  await expect(desk.getByRole("status")).toHaveText("Đã gửi trả lời.");

  await page.reload();
  await expect(page.locator("main")).toContainText("Chúng tôi đã thay ghế mới sáng nay.");
  await page.getByLabel("Việc gì còn chưa được?").fill("Ghế mới cũng hỏng.");
  await page.getByRole("button", { name: "Gửi lại để xử lý tiếp" }).click();
  await expect(page.getByRole("status")).toContainText("Đã gửi lại.");
  await desk.goto(`/u/${UNIT}/feedback?q=${word}`);
  await expect(desk.locator("main")).toContainText("Gửi lại");
  await desk.getByRole("link", { name: number }).click();
  await desk.getByLabel("Câu trả lời").fill("Chúng tôi đã đổi ghế khác, mời Ông/Bà đến xem.");
  await desk.getByRole("button", { name: "Gửi trả lời" }).click();
  await expect(desk.getByRole("status")).toHaveText("Đã gửi trả lời.");
  await page.reload();
  await look(page, "feedback-answered");
  await page.getByRole("button", { name: "Đã giải quyết xong" }).click();
  await expect(page.getByRole("status")).toHaveText("Cảm ơn Ông/Bà đã xác nhận.");

  await desk.reload();
  await desk.getByRole("button", { name: "Soạn thư cảm ơn" }).click();
  await expect(desk.getByLabel("Người nhận")).toHaveValue("Trần Thị Kín");
  await desk.context().close();
  await page.getByRole("button", { name: "Xóa thông tin liên hệ của tôi" }).click();
  await expect(page.locator("main")).toContainText("Chúng tôi không biết Ông/Bà là ai.");
});

test("what is no photo, and what is too large, is refused with a sentence, and what was typed stays", async ({
  page,
}) => {
  await page.goto(`/p/${UNIT}/feedback`);
  const text = "Ghế chờ ở bộ phận một cửa bị hỏng.";
  await page.getByLabel("Ảnh").setInputFiles(photo(Buffer.from(`<html>${SCRIPT}</html>`), "anh.jpg"));
  await send(page, text);
  await expect(page.getByRole("alert")).toContainText("Có tệp không phải ảnh JPEG, PNG hoặc WebP.");
  await expect(page.getByLabel("Nội dung")).toHaveValue(text);
  await page.getByLabel("Ảnh").setInputFiles(photo(Buffer.alloc(17 * 1024 * 1024, 1)));
  await send(page, text);
  await expect(page.getByRole("alert")).toContainText("Các ảnh cộng lại lớn quá 16 MB.");
});

test("a flood from one address comes to an end with a sentence; a link that was made up opens nothing", async ({
  page,
}) => {
  const other = "xa-xuan-lap-15592";
  await page.goto(`/p/${other}/feedback`);
  const { origin } = new URL(page.url());
  const forms = await Promise.all(
    Array.from({ length: 12 }, async () => (await page.request.get(`/p/${other}/feedback`)).text()),
  );
  await page.waitForTimeout(YOUNGEST_MS);
  const answers: number[] = [];
  for (const form of forms) {
    const stamp = /name="stamp" value="([^"]+)"/.exec(form)?.[1] ?? "";
    const multipart = { stamp, topic: "other", text: "Gửi nhiều lần để thử xem." };
    const sent = await page.request.post(`/p/${other}/feedback`, { multipart, headers: { Origin: origin } });
    answers.push(sent.status());
    if (sent.status() === 429) expect(await sent.text()).toContain("Đã có nhiều góp ý gửi từ mạng này.");
  }
  expect(answers.filter((status) => status === 429).length).toBeGreaterThanOrEqual(2);
  const made = await page.goto(`/p/${other}/feedback/${"A".repeat(43)}`);
  expect(made?.status()).toBe(404);
  await expect(page.locator("main")).toContainText("Không tìm thấy góp ý này.");
});

test("what was told at the desk is written down; what is said of staff is for the chairman, who gives it on", async ({
  page,
  browser,
}) => {
  const word = `quay${Date.now().toString(36)}`;
  await signIn(page, "motcua.dongha", UNIT);
  await page.goto(`/u/${UNIT}/feedback`);
  await page.getByRole("link", { name: "Nhập góp ý nhận trực tiếp" }).click();
  await page.getByLabel("Điện thoại", { exact: true }).first().check();
  await page.getByLabel("Về việc").selectOption("Thái độ, cách làm việc của cán bộ");
  await page.getByLabel("Nội dung").fill(`Cán bộ ${word} nói năng khó nghe.`);
  await look(page, "feedback-new");
  await page.getByRole("button", { name: "Ghi góp ý" }).click();
  // Not even who wrote it down sees it again.
  await expect(page.getByRole("status")).toContainText("Góp ý về cán bộ chỉ lãnh đạo và người được giao mới xem được.");
  await page.goto(`/u/${UNIT}/feedback?show=all&q=${word}`);
  await expect(page.locator("main")).toContainText("Không có góp ý nào khớp bộ lọc");
  const chairman = await officer(browser, page, "chutich.dongha");
  await chairman.goto(`/u/${UNIT}/feedback?show=all&q=${word}`);
  await chairman.getByRole("table").getByRole("link").first().click();
  await look(chairman, "feedback-lead");
  await chairman.getByLabel("Thuộc nơi khác, đã chuyển").check();
  await chairman.getByLabel("Lời giải thích cho người dân").fill("Người được nêu thuộc công an phường, đã chuyển.");
  await chairman.getByRole("button", { name: "Ghi không xử lý" }).click();
  await expect(chairman.getByRole("status")).toHaveText("Đã ghi không xử lý.");
  await chairman.getByRole("button", { name: "Xem xét lại" }).click();
  await expect(chairman.getByRole("status")).toHaveText("Đã lấy lại để xem xét.");
  await chairman.context().close();
});

test("the register is taken as a file, the office sets the days for an answer, and figures stand on the public page", async ({
  page,
  browser,
}) => {
  await signIn(page, "chutich.dongha", UNIT);
  await page.goto(`/u/${UNIT}/feedback?show=all`);
  for (const as of ["Excel", "CSV"]) {
    const taken = page.waitForEvent("download");
    await page.getByRole("link", { name: as, exact: true }).click();
    expect((await taken).suggestedFilename()).toBe(`so-gop-y-${UNIT}.${as === "CSV" ? "csv" : "xlsx"}`);
  }
  await page.getByRole("link", { name: "Hạn trả lời" }).click();
  await page.getByLabel("Số ngày làm việc để trả lời").fill("40");
  await page.getByRole("button", { name: "Lưu số ngày" }).click();
  await expect(page.getByText("Hãy ghi số ngày từ 1 đến 30. Chưa có gì được lưu.")).toBeVisible();
  await look(page, "feedback-settings");
  await page.getByLabel("Số ngày làm việc để trả lời").fill("7");
  await page.getByRole("button", { name: "Lưu số ngày" }).click();
  await expect(page.locator("main")).toContainText("Góp ý nhận hôm nay được trả lời trong 7 ngày làm việc.");
  const desk = await officer(browser, page);
  await desk.goto(`/u/${UNIT}/feedback/settings`);
  await expect(desk.locator("main")).toContainText("Chủ tịch và văn phòng đặt số ngày này.");
  await desk.context().close();
  await page.getByLabel("Số ngày làm việc để trả lời").fill("5");
  await page.getByRole("button", { name: "Lưu số ngày" }).click();
  await page.goto(`/p/${UNIT}/results`);
  await expect(page.getByRole("heading", { name: "Góp ý của người dân" })).toBeVisible();
  await look(page, "public-results-feedback");
});
