import { createHash, randomUUID } from "node:crypto";
import { readCode } from "@gandan/documents/official/read-code";
import { readPdf } from "@gandan/documents/official/read-pdf";
import { expect, type Page } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";
const LETTERS = 30;

/** Hands letters in for signing as the form of the desk does, about no dossier. */
async function write(desk: Page, kind: string, form: Record<string, string>) {
  const origin = new URL(desk.url()).origin;
  const answer = await desk.request.post(`/u/${UNIT}/letters/new?kind=${kind}`, {
    headers: { origin },
    form: { letterId: randomUUID(), revision: "0", honorific: "Ông/Bà", ...form },
  });
  expect([answer.status(), new URL(answer.url()).search]).toEqual([200, "?done=saved"]);
}

test("thirty letters are signed at once on a phone, made, known as genuine to anyone, and one that lacks a word is named", async ({
  page: desk,
  browser,
}) => {
  test.slow();
  const mark = `Đợt ${Date.now().toString(36)}`;
  await signIn(desk, "motcua.dongha", UNIT);
  for (let i = 1; i <= LETTERS; i++) {
    const addressee = `${mark} số ${String(i).padStart(2, "0")}`;
    await write(desk, "thanks", { addressee, deed: "góp ý về giờ làm việc của bộ phận Một cửa" });
  }
  await write(desk, "thanks", { addressee: `${mark} thiếu` });
  await write(desk, "condolence", {
    honorific: "Gia đình",
    addressee: `${mark} chia buồn`,
    deceased: "cụ Nguyễn Văn X",
  });

  const phone = await browser.newContext({ baseURL: new URL(desk.url()).origin });
  const chairman = await phone.newPage();
  await signIn(chairman, "chutich.dongha", UNIT);

  await test.step("what waits is ready to sign, but condolences are read one by one", async () => {
    await chairman.setViewportSize({ width: 390, height: 800 });
    await chairman.goto(`/u/${UNIT}/letters`);
    await chairman.getByRole("link", { name: /^Ký .* thư đang chờ$/ }).click();
    await expect(chairman.getByRole("heading", { level: 1 })).toHaveText("Ký thư");
    await expect(chairman.getByText("Ký với chức danh Chủ tịch.")).toBeVisible();
    await expect(chairman.getByRole("checkbox", { name: `${mark} số 01` })).toBeChecked();
    await expect(chairman.getByRole("checkbox", { name: `${mark} chia buồn` })).not.toBeChecked();
    await look(chairman, "sign-letters");
    await chairman.setViewportSize({ width: 390, height: 800 });
    await chairman.getByRole("link", { name: "Bỏ chọn tất cả" }).click();
    await chairman.getByRole("button", { name: "Ký các thư đã chọn" }).click();
    await expect(chairman.getByRole("alert")).toContainText("Hãy chọn ít nhất một thư");
  });

  await test.step("all are signed but the one that lacks a word, and the progress is told", async () => {
    await chairman.getByRole("link", { name: "Thư cảm ơn", exact: true }).click();
    await chairman.getByRole("link", { name: "Bỏ chọn tất cả" }).click();
    const boxes = chairman.getByRole("checkbox", { name: mark });
    await expect(boxes).toHaveCount(LETTERS + 1);
    for (const box of await boxes.all()) await box.check();
    await chairman.getByRole("button", { name: `Ký ${LETTERS + 1} thư đã chọn` }).click();
    await expect(chairman.getByRole("heading", { level: 1 })).toHaveText(`Đã ký ${LETTERS} thư`);
    const refused = chairman.getByRole("region", { name: "1 thư chưa được ký" });
    await expect(refused).toContainText(`${mark} thiếu`);
    await expect(refused).toContainText("việc");
    await expect(chairman.getByRole("status")).toContainText("Tất cả tệp đã làm xong");
    await look(chairman, "signed-batch");
  });

  const links = chairman.getByRole("link", { name: /^Xem thư số / });
  await expect(links).toHaveCount(LETTERS);
  const names = await links.evaluateAll((all) => all.map((link) => link.getAttribute("aria-label") ?? ""));
  const numbers = names.map((name) => Number(/số (\d+)/.exec(name)?.[1]));
  expect(numbers).toEqual(numbers.map((_, i) => numbers[0]! + i));

  await test.step("the code on the letter opens a page for anyone, without script and without a name", async () => {
    const answer = await chairman.request.get((await links.first().getAttribute("href")) ?? "");
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    const bytes = await answer.body();
    const address = await readCode(bytes);
    expect(address).toContain(`/letter/${UNIT}/`);
    const anyone = await browser.newContext();
    const page = await anyone.newPage();
    await page.goto(address ?? "");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thư này là thật");
    const hash = createHash("sha256").update(bytes).digest("hex");
    await expect(page.getByText(hash.replace(/.{8}/g, "$& ").trim())).toBeVisible();
    expect(await page.locator("script").count()).toBe(0);
    expect(await page.content()).not.toContain(mark);
    await look(page, "genuine-letter");
    await anyone.close();
  });

  await test.step("a letter goes out, comes back with its reason, and waits again", async () => {
    await desk.goto(`/u/${UNIT}/letters?state=signed&q=${encodeURIComponent(`${mark} số 01`)}`);
    await desk.locator("summary", { hasText: "Ghi đã gửi" }).first().click();
    await desk.getByLabel("Cách gửi").first().selectOption("post");
    await desk.getByLabel("Người nhận hoặc số bưu gửi").first().fill("RR123456789VN");
    await look(desk, "deliver-letter");
    await desk
      .getByRole("button", { name: /^Ghi đã gửi/ })
      .first()
      .click();
    await expect(desk.getByRole("status")).toHaveText("Đã ghi thư được gửi.");
    await desk.locator("summary", { hasText: "Thư quay lại" }).first().click();
    await desk.getByLabel("Vì sao thư quay lại").first().fill("Địa chỉ không có người nhận");
    await desk
      .getByRole("button", { name: /^Ghi thư quay lại/ })
      .first()
      .click();
    await expect(desk.getByRole("status")).toContainText("Đã ghi thư quay lại");
    await expect(desk.getByText("Quay lại: Địa chỉ không có người nhận").first()).toBeVisible();
  });
  await phone.close();
});

test("the chairman delegates signing for some days; the delegate signs in that capacity, and not after it has ended", async ({
  page: chairman,
  browser,
}) => {
  const mark = `Ủy quyền ${Date.now().toString(36)}`;
  const settings = `/u/${UNIT}/settings/delegations`;
  await signIn(chairman, "chutich.dongha", UNIT);
  await chairman.goto(settings);
  await chairman.getByLabel("Người được giao").selectOption({ label: "Trần Văn B" });
  await chairman.getByLabel("Chức vụ").selectOption("officer");
  await chairman.getByLabel("Cách ký", { exact: true }).selectOption("deputy");
  await chairman.getByLabel("Chức danh in dưới chữ ký").fill("Công chức Văn phòng – Thống kê");
  const today = await chairman.getByLabel("Từ ngày").inputValue();
  await chairman.getByLabel("Đến hết ngày").fill(today);
  await chairman.getByLabel("Văn bản giao ký").fill("Giấy ủy quyền số 12/GUQ-UBND");
  await chairman.getByRole("button", { name: "Giao ký" }).click();
  await expect(chairman.getByRole("alert")).toContainText("Phó Chủ tịch ký thay (KT.)");
  await expect(chairman.getByLabel("Văn bản giao ký")).toHaveValue("Giấy ủy quyền số 12/GUQ-UBND");
  await chairman.getByLabel("Cách ký", { exact: true }).selectOption("authorised");
  await chairman.getByRole("button", { name: "Giao ký" }).click();
  await expect(chairman.getByRole("status")).toHaveText("Đã giao ký.");
  await look(chairman, "delegations");

  await write(chairman, "thanks", { addressee: mark, deed: "ủng hộ ngày hội đọc sách của phường" });
  // Without script: all goes by forms, and the browser reloads the page of the progress by itself.
  const plain = await browser.newContext({ baseURL: new URL(chairman.url()).origin, javaScriptEnabled: false });
  const office = await plain.newPage();
  await signIn(office, "vanphong.dongha", UNIT);
  await office.goto(`/u/${UNIT}/letters/sign?pick=none`);
  await expect(office.getByText(/^Ký thừa ủy quyền Chủ tịch \(TUQ\.\)/)).toBeVisible();
  await office.getByRole("checkbox", { name: mark }).check();
  await office.getByRole("button", { name: "Ghi đã kiểm tra" }).click();
  await expect(office.getByRole("status")).toHaveText("Đã ghi 1 thư được kiểm tra.");
  await office.goto(`/u/${UNIT}/letters/sign?pick=none`);
  await expect(office.locator("li", { hasText: mark })).toContainText("Trần Văn B đã kiểm tra");
  await office.getByRole("checkbox", { name: mark }).check();
  await office.getByRole("button", { name: "Ký các thư đã chọn" }).click();
  await expect(office.getByRole("heading", { level: 1 })).toHaveText("Đã ký 1 thư");
  await expect(office.getByRole("status")).toContainText("Tất cả tệp đã làm xong");
  const link = office.getByRole("link", { name: /^Xem thư số / });
  const { texts } = await readPdf(await (await office.request.get((await link.getAttribute("href")) ?? "")).body());
  const words = texts.map(({ text }) => text).join(" ");
  expect(words).toMatch(/TUQ\. CHỦ TỊCH +CÔNG CHỨC VĂN PHÒNG – +THỐNG KÊ/);
  expect(words).toContain("Trần Văn B");

  await chairman.goto(settings);
  await chairman.locator("summary", { hasText: "Kết thúc sớm" }).first().click();
  await chairman.getByRole("button", { name: "Kết thúc ngay: Trần Văn B" }).click();
  await expect(chairman.getByRole("status")).toHaveText("Đã kết thúc việc giao ký.");
  await office.goto(`/u/${UNIT}/letters/sign`);
  await expect(office.getByRole("heading", { level: 1 })).toHaveText("Kiểm tra thư");
  await expect(office.getByRole("button", { name: /^Ký / })).toHaveCount(0);
  await plain.close();
});
