import { readCode } from "@gandan/documents/official/read-code";
import { answeringSeconds, countWords } from "@gandan/model/survey/answering-time";
import { type Browser, expect, type Page, type Request } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

const UNIT = "xa-nam-dong-24649";
const SURVEYS = `/u/${UNIT}/surveys`;

const send = (page: Page) => page.getByRole("button", { name: "Gửi phiếu" });
const thanks = (page: Page) => page.getByRole("heading", { name: "Cảm ơn Ông/Bà đã góp ý." });

/** Opens the form of the model where it is not open, and a point of our own; gives the label of the point. */
async function newPoint(page: Page, kind: "desk" | "tablet"): Promise<string> {
  await signIn(page, "vanphong.namdong", UNIT);
  await page.goto(`${SURVEYS}/offers/phieu-qr`);
  const open = page.getByRole("button", { name: "Mở phiếu này" });
  if (await open.isVisible()) {
    await open.click();
    await expect(page.getByText("Đã mở phiếu.")).toBeVisible();
  }
  await page.goto(`${SURVEYS}/points`);
  const label = `Quầy thử ${Math.random().toString(36).slice(2, 8)}`;
  await page.getByLabel("Tên điểm", { exact: true }).last().fill(label);
  await page.locator("select[name=kind]").selectOption(kind);
  await page.locator("select#formSlug").selectOption("phieu-qr");
  await page.getByRole("button", { name: "Thêm điểm khảo sát" }).click();
  await expect(page.getByText(label).first()).toBeVisible();
  return label;
}

const lineOf = (page: Page, label: string) => page.getByRole("row").filter({ hasText: label });

/** The address in the picture of the square code of a desk, as a phone reads it from the wall. */
async function scanned(page: Page, label: string): Promise<string> {
  const href = await lineOf(page, label).getByRole("link", { name: /A4/ }).first().getAttribute("href");
  const sheet = await page.request.get(href ?? "");
  expect(sheet.headers()["content-type"]).toBe("application/pdf");
  return new URL((await readCode(await sheet.body())) ?? "").pathname;
}

/** A citizen's phone: no script, small. */
const phone = (browser: Browser, javaScriptEnabled = false) =>
  browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 }, locale: "vi-VN" });

/** Answers every question that is to be answered with its nth answer. */
async function answerAll(page: Page, nth = 0) {
  for (const question of await page.locator("fieldset:has(input[required]):visible").all()) {
    await question.locator("label").nth(nth).click();
  }
}

/** What somebody sees who scrolls from the heading to the button that sends: every piece of text, as often as it is shown. */
const textsShown = (page: Page) =>
  page.locator("main").evaluate((main) => {
    const end = main.querySelector("button[type=submit]");
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node && end; node = walker.nextNode()) {
      if (end.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING && !end.contains(node)) break;
      const { parentElement: holder, textContent: text } = node;
      const isShown = holder?.checkVisibility() && getComputedStyle(holder).clipPath === "none";
      if (isShown && text?.trim()) texts.push(text);
    }
    return texts;
  });

test("the form of plan 004 is short: its words and taps take an old citizen half a minute, its levels stay in sight", async ({
  page,
  browser,
}) => {
  const label = await newPoint(page, "desk");
  const context = await phone(browser);
  const citizen = await context.newPage();
  await citizen.goto(await scanned(page, label));
  const texts = await textsShown(citizen);
  const questions = citizen.locator("fieldset:visible");
  const choices = await questions.count();
  expect(choices, "the five subjects and the general question").toBe(6);
  const seconds = answeringSeconds("vi", { texts, choices, taps: 1 });
  expect(countWords(texts.join(" "))).toBeGreaterThan(60);
  expect(seconds).toBeLessThanOrEqual(30);
  await expect(citizen.locator(".ask-lead")).toContainText(`Khoảng ${Math.ceil(seconds / 5) * 5} giây.`);

  await test.step("targets are large, and no question is parted from its levels", async () => {
    const targets = await citizen.locator("fieldset:visible label, summary, button[type=submit]").all();
    expect(targets.length).toBe(choices * 5 + 2);
    for (const target of targets) {
      const box = await target.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    const bottom = await send(citizen).evaluate((button) => button.getBoundingClientRect().bottom);
    expect(bottom, "one sweep of the thumb").toBeLessThanOrEqual(2 * 740);
    const head = citizen.locator(".lvl-head");
    for (const question of await questions.all()) {
      await question.evaluate((one) => one.scrollIntoView({ block: "end" }));
      const [box, words] = [await question.boundingBox(), await head.boundingBox()];
      expect(box?.height).toBeLessThan(160);
      expect(words?.y).toBeGreaterThanOrEqual(0);
      expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
    }
  });

  await test.step("six taps and one to send it", async () => {
    let taps = 0;
    for (const question of await questions.all()) {
      await question.getByText("Hài lòng", { exact: true }).locator("..").click();
      taps++;
    }
    await send(citizen).click();
    await expect(thanks(citizen)).toBeVisible();
    expect(taps + 1).toBe(7);
  });
  await context.close();
});

test("what is folded is opened by a tap, and stays open where something in it was written", async ({
  page,
  browser,
}) => {
  const label = await newPoint(page, "desk");
  const context = await phone(browser);
  const citizen = await context.newPage();
  const address = await scanned(page, label);
  await citizen.goto(address);
  const remarks = citizen.getByRole("textbox", { name: /Ý kiến khác/ });
  await expect(remarks).toBeHidden();
  await citizen.locator("summary").click();
  await citizen
    .getByRole("group", { name: /nhũng nhiễu/ })
    .getByText("Có", { exact: true })
    .click();
  await remarks.fill("Ghế chờ còn thiếu");
  await citizen.locator("form").evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await send(citizen).click();
  await expect(citizen.getByRole("alert")).toContainText("còn 6 câu cần xem lại");
  await expect(remarks).toHaveValue("Ghế chờ còn thiếu");
  await context.close();
  await page.goto(address);
  await page.locator("summary").click();
  await look(page, "survey-sheet-open");
});

test("a code on the wall: scanned, answered without script in half a minute, thanked for, counted once", async ({
  page,
  browser,
}) => {
  const label = await newPoint(page, "desk");
  const address = await scanned(page, label);
  const context = await phone(browser);
  const citizen = await context.newPage();

  await test.step("the page is light, and asks as the plan does", async () => {
    const sizes: Promise<number>[] = [];
    const weigh = (request: Request) =>
      sizes.push(
        request
          .sizes()
          .then(({ responseBodySize, responseHeadersSize }) => Math.max(0, responseBodySize) + responseHeadersSize),
      );
    citizen.on("requestfinished", weigh);
    await citizen.goto(address, { waitUntil: "networkidle" });
    citizen.off("requestfinished", weigh);
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(30_000);
    await expect(citizen.getByText("Không ghi tên, cán bộ không biết ai trả lời.")).toBeVisible();
    expect(await citizen.locator("script").count()).toBe(0);
  });

  await test.step("what is missing is said, what was answered stays", async () => {
    await citizen.locator("summary").click();
    await citizen.getByRole("textbox").fill("Ghế chờ còn thiếu <script>alert(1)</script>");
    await citizen.locator("form").evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await send(citizen).click();
    await expect(citizen.getByRole("alert")).toContainText("Phiếu chưa được gửi");
    await expect(citizen.getByRole("textbox")).toHaveValue("Ghế chờ còn thiếu <script>alert(1)</script>");
  });

  await test.step("sent, and thanked for", async () => {
    await answerAll(citizen);
    await send(citizen).click();
    await expect(thanks(citizen)).toBeVisible();
    await expect(citizen.getByRole("link", { name: "Gửi góp ý" })).toHaveAttribute("href", `/p/${UNIT}/feedback`);
  });

  await test.step("at twice the size of letters nothing runs out of the page", async () => {
    await citizen.goto(address);
    await citizen.setViewportSize({ width: 640, height: 740 });
    await citizen.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await citizen.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });

  await test.step("in the second language, a tap away", async () => {
    await citizen.setViewportSize({ width: 360, height: 740 });
    await citizen.goto(address);
    const english = citizen.getByRole("link", { name: /^EN/ });
    await english.click();
    await expect(citizen.getByRole("button", { name: "Send the sheet" })).toBeVisible();
  });

  await test.step("and looks as it should on each page of the way", async () => {
    await page.goto(address);
    await look(page, "survey-sheet");
    await page.locator("form").evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await send(page).click();
    await expect(page.getByRole("alert")).toContainText("Phiếu chưa được gửi");
    await look(page, "survey-sheet-again");
    await answerAll(page, 2);
    await send(page).click();
    await expect(thanks(page)).toBeVisible();
    await look(page, "survey-thanks");
    await page.goto(`${address}?lang=en`);
    await look(page, "survey-sheet-en");
    await page.goto(`${address}?lang=vi`);
  });
  await context.close();
});

test("codes and tokens that are none, and sheets that no page sends, are told kindly and taken by nobody", async ({
  page,
}) => {
  const code = await page.goto(`/p/${UNIT}/s/khong-co-ma`);
  expect(code?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Mã này không dùng được" })).toBeVisible();
  await look(page, "survey-unknown");
  for (const token of ["A".repeat(43), "x", "%3Cscript%3E", "a".repeat(600)]) {
    expect((await page.goto(`/p/${UNIT}/t/${token}`))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  const label = await newPoint(page, "desk");
  const address = await scanned(page, label);
  const origin = new URL(page.url()).origin;
  const post = (form: Record<string, string>, headers: Record<string, string> = { origin }) =>
    page.request.post(address, { form, headers, maxRedirects: 0 });
  expect((await post({ stamp: "x", "a-nd-chung": "5" })).status()).toBe(422);
  expect((await post({ stamp: "x", "a-nd-y-kien": "x".repeat(6_000) })).status()).toBe(413);
  expect((await post({ stamp: "x" }, { origin: "https://noi-khac.example" })).status()).toBe(403);
  // Last: what is too large is not read, and its connection ends with the answer.
  expect((await post({ stamp: "x".repeat(300_000) })).status()).toBe(413);
});

test("a tablet without network: 20 sheets wait, are shown to wait, and are sent once when it is back", async ({
  page,
  browser,
}) => {
  const label = await newPoint(page, "tablet");
  const address = await lineOf(page, label).getByRole("link").getAttribute("href");
  const context = await phone(browser, true);
  const tablet = await context.newPage();
  await tablet.goto(address ?? "");
  const state = tablet.locator("[data-tablet-state]");
  await expect(state).toHaveText("Mọi phiếu đã được gửi.");
  await tablet.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await look(tablet, "survey-tablet");
  await tablet.waitForFunction(async () => (await (await caches.open("gandan-tablet")).keys()).length > 3);

  const answerOne = async (nth: number) => {
    await answerAll(tablet, nth);
    await send(tablet).click();
    await expect(thanks(tablet)).toBeVisible();
  };
  const sheets: string[] = [];
  context.on("request", (request) => {
    if (request.method() === "POST") sheets.push(request.postData() ?? "");
  });

  await test.step("20 sheets without network, the page begun anew after each", async () => {
    await context.setOffline(true);
    for (let n = 1; n <= 20; n++) {
      await answerOne(n % 5);
      await expect(state).toContainText(`Còn ${n} phiếu chờ gửi.`);
      await expect(state).toContainText("Đang mất mạng");
      await tablet.reload();
      await expect(send(tablet)).toBeVisible();
      await expect(state).toContainText(`Còn ${n} phiếu chờ gửi.`);
    }
    await look(tablet, "survey-tablet-waiting");
  });

  await test.step("with the network back all go, also when an acknowledgement is lost", async () => {
    let lost = 0;
    await tablet.route(/\/sheets$/, async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      await route.abort("connectionreset");
    });
    await context.setOffline(false);
    await expect(state).toContainText("Còn 20 phiếu chờ gửi.");
    await expect.poll(() => lost).toBeGreaterThan(0);
    await tablet.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect(state).toHaveText("Mọi phiếu đã được gửi.");
    expect(lost).toBe(2);
    const keys = sheets.map((body) => (JSON.parse(body) as { sheets: { key: string }[] }).sheets.map(({ key }) => key));
    expect(keys.at(-1)).toEqual(keys.at(-2));
    expect(new Set(keys.at(-1)).size).toBe(20);
  });

  await test.step("and the next one is sent at once", async () => {
    await answerOne(0);
    await expect(state).toHaveText("Mọi phiếu đã được gửi.");
  });
  await context.close();
});
