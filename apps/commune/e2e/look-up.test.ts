import { readCode, readTwoCodes } from "@gandan/documents/official/read-code";
import { readPdf } from "@gandan/documents/official/read-pdf";
import { expect, type Page, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";
const LOOK_UP = `/p/${UNIT}/look-up`;

/** Takes a dossier in at the desk; its code, its page, and what the slip says for its holder. */
async function receive(page: Page, applicant: string, phone: string, unit = UNIT) {
  await page.goto(`/u/${unit}/dossiers/new`);
  await page.getByRole("combobox", { name: "Thủ tục" }).fill("2.000815");
  await page.getByLabel("Người nộp").fill(applicant);
  await page.getByLabel("Điện thoại").fill(phone);
  await page.getByRole("button", { name: "Tiếp nhận hồ sơ", exact: true }).click();
  const said = page.getByRole("status").filter({ hasText: "Đã tiếp nhận hồ sơ" });
  const code = /\d{5}-\d{6}-\d+/.exec((await said.textContent()) ?? "")?.[0] ?? "";
  const link = page.getByRole("link", { name: "In giấy tiếp nhận (Mẫu 01)" });
  const slip = await page.request.get((await link.getAttribute("href")) ?? "");
  expect([slip.status(), slip.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  const bytes = await slip.body();
  const text = (await readPdf(bytes)).texts.map((one) => one.text).join(" ");
  // Beside it stands the code of a survey where the unit asks.
  const codes = [await readCode(bytes), ...(await readTwoCodes(bytes))];
  const address = new URL(codes.find((each) => each?.includes("/look-up")) ?? "");
  return { code, address, factor: /Mã tra cứu ([0-9A-Z]{3} [0-9A-Z]{3})/.exec(text)?.[1] ?? "" };
}

async function ask(page: Page, factor: string) {
  await page.getByLabel(/^Mã tra cứu, hoặc/).fill(factor);
  await page.getByRole("button", { name: "Tra cứu", exact: true }).click();
}

/** Opens a dossier at the desk and does a deed, unfolding its form where it is not the usual next one. */
async function act(page: Page, code: string, name: string, fields: Record<string, string> = {}, unit = UNIT) {
  await page.goto(`/u/${unit}/dossiers?q=${code}`);
  await page.getByRole("row").filter({ hasText: code }).getByRole("link").first().click();
  const deeds = page.getByRole("region", { name: "Việc làm với hồ sơ" });
  const button = deeds.getByRole("button", { name, exact: true });
  await expect(async () => {
    if (!(await button.isVisible())) await deeds.locator("summary", { hasText: name }).click();
    await expect(button).toBeVisible({ timeout: 1_000 });
  }).toPass();
  for (const [label, text] of Object.entries(fields)) {
    await deeds.getByRole("textbox", { name: label }).and(page.locator(":visible")).fill(text);
  }
  await button.click();
  await expect(page.getByRole("status")).toContainText("Đã ghi vào diễn biến hồ sơ.");
}

test("the slip's code opens the page, and its holder follows the dossier without script", async ({ page, browser }) => {
  await signIn(page, "motcua.dongha", UNIT);
  const applicant = `Phan Thị Tra ${Date.now().toString(36)}`;
  const { code, address, factor } = await receive(page, applicant, "0905 123 987");
  expect([address.pathname, address.searchParams.get("code")]).toEqual([LOOK_UP, code]);
  expect(factor).toMatch(/^\S{3} \S{3}$/);

  const phone = await (await browser.newContext()).newPage();
  await phone.goto(LOOK_UP + address.search);
  await expect(phone.getByLabel("Mã hồ sơ", { exact: true })).toHaveValue(code);
  expect(await phone.locator("script").count()).toBe(0);
  await look(phone, "look-up");
  await ask(phone, "sai");
  await expect(phone.getByText("Hãy ghi 6 ký tự của mã tra cứu")).toBeVisible();
  await look(phone, "look-up-wrong");

  await ask(phone, factor.toLowerCase());
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText(`Hồ sơ ${code}`);
  await expect(phone.getByText("Ông/Bà chưa phải làm gì. Hẹn trả kết quả lúc")).toBeVisible();
  expect(await phone.content()).not.toContain(applicant);
  expect(await phone.content()).not.toContain("123 987");
  await look(phone, "look-up-found");
  // Twice as large on a screen of 1280.
  await phone.setViewportSize({ width: 640, height: 450 });
  expect(await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);

  await test.step("what the citizen has to bring", async () => {
    await act(page, code, "Yêu cầu bổ sung", {
      "Giấy tờ cần bổ sung": "Bản chính <b>giấy khai sinh</b>",
      "Lý do": "<script>alert(1)</script> Bản chụp mờ",
    });
    await phone.reload();
    await expect(phone.getByText("đang chờ Ông/Bà bổ sung")).toBeVisible();
    await expect(phone.getByText("Bản chính <b>giấy khai sinh</b>")).toBeVisible();
    await expect(phone.getByText("<script>alert(1)</script> Bản chụp mờ")).toBeVisible();
    await look(phone, "look-up-supplement");
  });

  await test.step("the result, in the other language too", async () => {
    await act(page, code, "Ghi nhận đã bổ sung");
    await act(page, code, "Ghi xử lý xong");
    await phone.reload();
    await expect(phone.getByText("Hồ sơ đã có kết quả")).toBeVisible();
    await expect(phone.getByText("Mang giấy tiếp nhận đến")).toBeVisible();
    await phone.getByRole("link", { name: /English/ }).click();
    await expect(phone.getByText("Bring the receipt to")).toBeVisible();
  });

  await test.step("the desk's reader finds the dossier by the same code", async () => {
    await page.goto(`/u/${UNIT}/dossiers?q=${encodeURIComponent(address.href)}`);
    await expect(page.getByRole("row").filter({ hasText: code })).toBeVisible();
  });
});

test("whoever guesses learns nothing, and is stopped", async ({ page, request }) => {
  // A unit of its own: tries are counted for each unit by itself.
  const other = "xa-nam-dong-24649";
  const guess = async (code: string, factor: string) => {
    const answer = await request.post(`/p/${other}/look-up`, {
      form: { code, factor },
      headers: { origin: new URL(page.url()).origin },
      maxRedirects: 0,
    });
    return { status: answer.status(), text: await answer.text() };
  };
  await page.goto(`/p/${other}/look-up`);
  const there = await guess("24649-261102-0001", "222222");
  const missing = await guess("24649-991102-9999", "222222");
  // Stopped from the beginning when this ran here a moment ago.
  expect([404, 429]).toContain(there.status);
  expect(missing.status).toBe(there.status);
  expect(missing.text.replace("24649-991102-9999", "24649-261102-0001")).toBe(there.text);

  const codes = Array.from({ length: 60 }, (_, i) => `24649-261102-${String(i).padStart(4, "0")}`);
  const answers = await Promise.all(codes.map((code) => guess(code, "333333")));
  expect([404, 429]).toEqual(expect.arrayContaining(answers.map(({ status }) => status)));
  expect(answers.some(({ status }) => status === 429)).toBe(true);
  expect(answers.filter(({ status }) => status === 404).length).toBeLessThanOrEqual(30);
  const stopped = await guess(codes[0]!, "444444");
  expect(stopped.status).toBe(429);
  expect(stopped.text).toContain("Hãy thử lại sau");

  const tooLong = await guess("x".repeat(100_000), "y".repeat(100_000));
  expect(tooLong.status).toBe(400);
  expect((await request.get(`/p/${other}/look-up?pass=v1.a.b.c`)).status()).toBe(404);
  const foreign = await request.post(`/p/${other}/look-up`, {
    form: { code: codes[0]!, factor: "222222" },
    headers: { origin: "https://other.example" },
  });
  expect(foreign.status()).toBe(403);
});

test("of a finished dossier the look-up leads to the survey about it, once, where the unit asks", async ({
  page,
  browser,
}) => {
  const unit = "xa-nam-dong-24649";
  await signIn(page, "motcua.namdong", unit);
  const { code, address, factor } = await receive(page, `Phan Thị Hỏi ${Date.now().toString(36)}`, "", unit);
  const phone = await (await browser.newContext({ javaScriptEnabled: false, locale: "vi-VN" })).newPage();
  await phone.goto(address.pathname + address.search);
  await ask(phone, factor);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText(`Hồ sơ ${code}`);
  // Nobody is asked about what has not come to an end.
  const survey = phone.getByRole("link", { name: "Trả lời vài câu hỏi" });
  await expect(survey).toHaveCount(0);
  await act(page, code, "Ghi xử lý xong", {}, unit);
  await phone.reload();
  await survey.click();
  await expect(phone).toHaveURL(new RegExp(`/p/${unit}/t/[\\w-]+`));
  await expect(phone.getByText("Hồ sơ được hỏi:")).toContainText("Chứng thực bản sao");
  for (const required of await phone.locator("input[type=radio][value='4'][required]").all())
    await required.check({ force: true });
  await phone.getByRole("button", { name: "Gửi phiếu" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Cảm ơn Ông/Bà đã góp ý.");
  const answered = phone.url().replace(/\?.*/, "");
  await phone.goto(answered);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Hồ sơ này đã có phiếu trả lời");
});
