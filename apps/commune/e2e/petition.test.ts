import { SAMPLE_PHOTOS } from "@gandan/model/feedback/sample-photos";
import { expect, type Page } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

const PUBLIC = "/p/xa-nam-dong-24649";
const REGISTER = "/u/xa-nam-dong-24649/petitions";
const SCRIPT = `<script>window.hacked = 1</script>"><img src=x onerror="window.hacked = 1">`;

const PHOTO = { name: "nhà tôi.jpg", mimeType: "image/jpeg", buffer: Buffer.from(SAMPLE_PHOTOS.jpeg, "base64") };
const pdf = (text: string) => ({ name: "đơn.pdf", mimeType: "application/pdf", buffer: Buffer.from(text) });
const PAPER = pdf("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");

/** Names a person to open petitions of all kinds, or again. */
async function name(page: Page, person: RegExp) {
  await page.goto(`${REGISTER}/readers`);
  const option = page.getByRole("option", { name: person });
  await page.getByLabel("Người", { exact: true }).selectOption((await option.first().textContent()) ?? "");
  for (const kind of ["Khiếu nại", "Tố cáo", "Kiến nghị, phản ánh"]) await page.getByLabel(kind).check();
  await page.getByLabel("Văn bản giao").fill("Quyết định số 12/QĐ-UBND");
  await page.getByRole("button", { name: "Giao mở đơn" }).click();
  await expect(page.getByText("Đã giao. Người đó mở được đơn ngay từ bây giờ.")).toBeVisible();
}

test("a denunciation from the public page to its end, without script, sealed but for who is named", async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, "chutich.namdong");
  await name(page, /Nguyễn Thị A/);
  await name(page, /Trần Văn B/);
  await look(page, "petition-readers");
  await page.goto(REGISTER);
  // The chairman names, and opens none.
  await expect(page.getByRole("heading", { name: "Tài khoản này chưa được giao mở đơn" })).toBeVisible();
  await look(page, "petitions-not-named");

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const citizen = await plain.newPage();
  await citizen.goto(`${PUBLIC}/petition`);
  await expect(citizen.getByRole("heading", { level: 1 })).toHaveText("Khiếu nại, tố cáo, kiến nghị");
  await expect(citizen.getByText("Thụ lý trong 7 ngày làm việc (Luật sửa đổi", { exact: false }).first()).toBeVisible();
  await citizen.getByRole("button", { name: "Gửi đơn vào sổ niêm phong" }).click();
  await expect(citizen.getByText("Hãy chọn loại đơn.").first()).toBeVisible();
  await citizen.getByRole("radio", { name: "Khiếu nại" }).check();
  await citizen.getByLabel("Nội dung đơn").fill(`Cán bộ địa chính đòi tiền bồi dưỡng. ${SCRIPT}`);
  await citizen.waitForTimeout(3_100);
  await citizen.getByRole("button", { name: "Gửi đơn vào sổ niêm phong" }).click();
  await expect(citizen.getByText("Khiếu nại cần họ tên và địa chỉ", { exact: false }).first()).toBeVisible();
  await expect(citizen.getByLabel("Nội dung đơn")).toHaveValue(/Cán bộ địa chính/);
  await citizen.getByRole("radio", { name: "Tố cáo" }).check();
  await citizen.getByLabel("Họ và tên").fill("Trần Thị Tố Giác");
  await citizen.getByRole("checkbox", { name: /Trần Văn B/ }).check();
  // What is no PDF is refused with a sentence, whatever it is called, and what was typed stays.
  await citizen.getByLabel("Ảnh, giấy tờ kèm theo").setInputFiles([pdf(`<html>${SCRIPT}</html>`)]);
  await citizen.waitForTimeout(3_100);
  await citizen.getByRole("button", { name: "Gửi đơn vào sổ niêm phong" }).click();
  await expect(
    citizen.getByText("Có tệp không phải ảnh JPEG, PNG, WebP hay PDF.", { exact: false }).first(),
  ).toBeVisible();
  await expect(citizen.getByLabel("Họ và tên")).toHaveValue("Trần Thị Tố Giác");
  await citizen.getByLabel("Ảnh, giấy tờ kèm theo").setInputFiles([PHOTO, PAPER]);
  await citizen.waitForTimeout(3_100);
  await citizen.getByRole("button", { name: "Gửi đơn vào sổ niêm phong" }).click();
  await expect(citizen.getByRole("heading", { level: 1 })).toHaveText("Đơn đã được nhận");
  await expect(citizen.getByText("Đã nhận và niêm phong 2 tệp gửi kèm.")).toBeVisible();
  const code = (await citizen.locator("#code").textContent()) ?? "";
  expect(code).toMatch(/^([A-Z0-9]{4}-){4}[A-Z0-9]{4}$/);
  expect(citizen.url()).not.toContain(code.slice(0, 4));
  const number = /(\d+\/\d{4})/.exec((await citizen.locator("main").textContent()) ?? "")?.[1] ?? "";

  // The one whom its sender does not trust sees no line of it, and one who was never named sees nothing.
  const other = await (await browser.newContext()).newPage();
  await signIn(other, "vanphong.namdong");
  await other.goto(`${REGISTER}?show=all&q=${number}`);
  await expect(other.getByRole("heading", { name: "Không có đơn nào khớp với bộ lọc" })).toBeVisible();

  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, "motcua.namdong");
  await desk.goto(`${REGISTER}?q=${number}`);
  await look(desk, "petitions");
  await expect(desk.locator("main")).not.toContainText("Tố Giác");
  await desk.getByRole("link", { name: number }).click();
  await expect(desk.getByText("Nội dung đang được niêm phong")).toBeVisible();
  const address = desk.url();
  await expect(desk.locator("main")).not.toContainText("địa chính");
  await desk.getByRole("button", { name: "Mở nội dung đơn" }).click();
  await expect(desk.getByText("Cán bộ địa chính đòi tiền bồi dưỡng.", { exact: false })).toBeVisible();
  await expect(desk.locator("main")).toContainText(SCRIPT);
  expect(await desk.evaluate(() => "hacked" in window)).toBe(false);
  await expect(desk.locator("main")).not.toContainText("Tố Giác");
  const shown = desk.context().waitForEvent("response", (response) => response.url().endsWith("/file/1"));
  await desk.getByRole("button", { name: "Mở nhà tôi.jpg" }).click();
  const file = await shown;
  expect(file.request().method()).toBe("POST");
  expect(file.headers()).toMatchObject({ "content-type": "image/jpeg", "cache-control": "private, no-store" });
  // What was opened stays open in its own window.
  await expect(desk.getByText("Cán bộ địa chính đòi tiền bồi dưỡng.", { exact: false })).toBeVisible();
  await desk.getByLabel("Lý do cần biết người gửi").selectOption("Liên hệ, mời làm việc");
  await desk.getByRole("button", { name: "Xem người gửi" }).click();
  await expect(desk.getByText("Trần Thị Tố Giác")).toBeVisible();
  await look(desk, "petition-opened");
  await desk.getByRole("link", { name: "Niêm phong lại" }).click();
  await expect(desk.getByText("Nội dung đang được niêm phong")).toBeVisible();

  await other.goto(address);
  await expect(other.getByText("Không có đơn này trong những đơn được giao", { exact: false })).toBeVisible();

  await desk.getByLabel("Trả lời người gửi").first().fill("Đã thụ lý. Mời đến ngày 30.");
  await desk.getByRole("button", { name: "Ghi thụ lý" }).click();
  await expect(desk.getByText("Đã ghi bước mới.")).toBeVisible();
  await desk.getByRole("button", { name: "Thu hồi bước vừa ghi" }).click();
  await expect(desk.getByText("Đã thu hồi bước vừa ghi.")).toBeVisible();
  await desk.getByLabel("Trả lời người gửi").first().fill("Đã thụ lý. Mời đến ngày 28.");
  await desk.getByRole("button", { name: "Ghi thụ lý" }).click();
  await expect(desk.getByText("Thời hạn 30 ngày (Luật Tố cáo 2018", { exact: false })).toBeVisible();
  await look(desk, "petition");

  await desk.goto(`${REGISTER}?q=${number}`);
  const taken = desk.waitForEvent("download");
  await desk.getByRole("link", { name: "Tải sổ theo bộ lọc này (Excel)" }).click();
  expect((await taken).suggestedFilename()).toBe("so-don-thu-xa-nam-dong-24649.xlsx");

  await citizen.getByRole("link", { name: "Đơn của tôi đến đâu rồi" }).click();
  await citizen.getByLabel("Mã theo dõi").fill("ABCD-EFGH-JKMN-PQRS-TUVW");
  await citizen.getByRole("button", { name: "Xem tiến độ" }).click();
  await expect(citizen.getByText("Không có đơn nào mang mã này", { exact: false })).toBeVisible();
  await citizen.getByLabel("Mã theo dõi").fill(code.toLowerCase());
  await citizen.getByRole("button", { name: "Xem tiến độ" }).click();
  await expect(citizen.getByText("Đã thụ lý. Mời đến ngày 28.")).toBeVisible();
  await expect(citizen.locator("main")).not.toContainText("ngày 30.");
  await expect(citizen.locator("main")).not.toContainText("địa chính");

  // Who opened it is seen by who watches over readings.
  await page.goto("/u/xa-nam-dong-24649/settings/reading-log?way=petition");
  await expect(page.getByText("Xem người gửi đơn").first()).toBeVisible();
  await expect(page.getByText("Thử mở đơn không được giao").first()).toBeVisible();
  await expect(page.getByText("Mở tệp gửi kèm đơn").first()).toBeVisible();
  await expect(page.getByText("Tải sổ đơn thư").first()).toBeVisible();
  await expect(page.locator("main")).not.toContainText("Tố Giác");
});

test("a petition on paper is registered by a reader, and closed to one whom it concerns", async ({ page }) => {
  await signIn(page, "chutich.namdong");
  await name(page, /Nguyễn Thị A/);
  await name(page, /Trần Văn B/);
  await page.context().clearCookies();
  await signIn(page, "motcua.namdong");
  await page.goto(REGISTER);
  await page.getByRole("link", { name: "Đăng ký đơn giấy" }).click();
  await look(page, "petition-new");
  await page.getByLabel("Khiếu nại", { exact: true }).check();
  await page.getByLabel("Nội dung đơn").fill("Khiếu nại quyết định xử phạt số 3 về lấn chiếm vỉa hè.");
  await page.getByRole("button", { name: "Ghi vào sổ niêm phong" }).click();
  await expect(page.getByText("Khiếu nại cần họ tên và địa chỉ", { exact: false }).first()).toBeVisible();
  await page.getByLabel("Họ và tên").fill("Lý Văn Oan");
  await page.getByLabel("Địa chỉ").fill("Thôn 2");
  await page.getByRole("button", { name: "Ghi vào sổ niêm phong" }).click();
  await expect(page.getByText("Mã theo dõi cho người gửi:", { exact: false })).toBeVisible();
  // Nothing of it stays on the device.
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain("vỉa hè");
  await page.getByRole("link", { name: "Mở dòng của đơn" }).click();
  await page.getByText("Không cho Trần Văn B mở đơn này").click();
  await page.getByRole("button", { name: "Đóng đơn với người này: Trần Văn B" }).click();
  await expect(page.getByText("Đã đóng đơn này với người được chọn.")).toBeVisible();
  const address = page.url().replace(/\?.*/, "");
  await page.context().clearCookies();
  await signIn(page, "vanphong.namdong");
  await page.goto(address);
  await expect(page.getByText("Không có đơn này trong những đơn được giao", { exact: false })).toBeVisible();
});

test("the public page holds at every width, in English, and for who follows a petition", async ({ page }) => {
  await page.goto(`${PUBLIC}/petition`);
  await look(page, "public-petition");
  await page.goto(`${PUBLIC}/petition/follow`);
  await look(page, "public-petition-follow");
  await page.goto(`${PUBLIC}/petition?lang=en`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Complaints, denunciations, recommendations");
});
