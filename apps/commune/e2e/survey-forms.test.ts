import { readCode, readTwoCodes } from "@gandan/documents/official/read-code";
import { expect, type Page, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "xa-nam-dong-24649";
const SURVEYS = `/u/${UNIT}/surveys`;
const PROMISES = "Ông/Bà thấy chúng tôi giữ lời hứa thế nào?";

const said = (page: Page) => page.getByRole("status");
const region = (page: Page, name: string) => page.getByRole("region", { name });

/** Closes the form about promises where an earlier run left it open. */
async function closePromises(page: Page) {
  await page.goto(SURVEYS);
  const open = region(page, "Phiếu đang mở").getByRole("link", { name: PROMISES });
  if ((await open.count()) === 0) return;
  await open.click();
  await page.getByRole("button", { name: "Đóng phiếu này" }).click();
}

test("a form of the model is tried, opened, given a place and a printed code, closed and opened again", async ({
  page,
}) => {
  await signIn(page, "vanphong.namdong", UNIT);
  await closePromises(page);
  await page.goto(SURVEYS);
  await look(page, "survey-forms");

  // What nothing measures is asked of citizens; the sheet is seen and tried before it is opened, and nothing is kept.
  await region(page, "Phiếu của mô hình chưa mở").getByRole("link", { name: PROMISES }).click();
  await expect(page.getByRole("row").filter({ hasText: "Hỏi về điều đã hứa" }).first()).toBeVisible();
  await look(page, "survey-offer");
  const offer = page.url();
  await page.getByRole("link", { name: "Xem như người dân thấy" }).click();
  await expect(page.getByText("Bản xem thử")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(PROMISES);
  await page.getByRole("button", { name: "Gửi phiếu" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.locator("fieldset label").first().click();
  await page.getByRole("button", { name: "Gửi phiếu" }).click();
  await expect(page.getByRole("heading", { name: "Cảm ơn Ông/Bà đã góp ý." })).toBeVisible();
  await page.goto(`${new URL(offer).pathname}/preview?lang=en`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How well do we keep our promises?");

  await page.goto(offer);
  await page.getByLabel("Không hiện ô có dưới bao nhiêu câu trả lời").fill("3");
  await page.getByRole("button", { name: "Mở phiếu này" }).click();
  await expect(page.getByText("Hãy ghi số từ 5 đến 50.")).toBeVisible();
  await page.getByLabel("Không hiện ô có dưới bao nhiêu câu trả lời").fill("10");
  await page.getByRole("button", { name: "Mở phiếu này" }).click();
  await expect(page.getByText("Đã mở phiếu.")).toBeVisible();
  await expect(page.getByText("10 câu trả lời")).toBeVisible();
  await look(page, "survey-form");

  // A place with a code, printed in three sizes; the code opens what it says.
  const label = `Sảnh ${Date.now().toString(36)}`;
  await page.goto(`${SURVEYS}/points`);
  const adding = region(page, "Thêm điểm");
  await adding.getByLabel("Tên điểm").fill(label);
  await adding.getByLabel("Phiếu được hỏi").selectOption({ label: PROMISES });
  await adding.getByRole("button", { name: "Thêm điểm khảo sát" }).click();
  await expect(said(page)).toContainText("Đã thêm điểm khảo sát.");
  const line = page.getByRole("row").filter({ hasText: label });
  await look(page, "survey-points");
  const codes = new Set<string | null>();
  for (const size of ["A4", "A5", "Thẻ để bàn"]) {
    const href = await line.getByRole("link", { name: `In mã ${label}, ${size}` }).getAttribute("href");
    const sheet = await page.request.get(href ?? "");
    expect(sheet.headers()["content-type"]).toBe("application/pdf");
    codes.add(await readCode(await sheet.body()));
  }
  expect(codes.size).toBe(1);
  const [code] = codes;
  const address = new URL(code ?? "").pathname;
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(PROMISES);

  // Out of use and back by a click; the sheet on the wall stays the same.
  await page.goto(`${SURVEYS}/points`);
  await line.locator("summary").click();
  await line.getByRole("button", { name: `Ngừng dùng: ${label}` }).click();
  await expect(said(page)).toContainText("Đã ngừng điểm khảo sát");
  expect((await page.request.get(address)).status()).toBe(410);
  await said(page).getByRole("button", { name: "Hoàn tác" }).click();
  await expect(said(page)).toContainText("Điểm khảo sát dùng lại được");
  expect((await page.request.get(address)).status()).toBe(200);

  await page.goto(SURVEYS);
  await region(page, "Phiếu đang mở").getByRole("link", { name: PROMISES }).click();
  await page.getByRole("button", { name: "Đóng phiếu này" }).click();
  await expect(said(page)).toContainText("Đã đóng phiếu.");
  await said(page).getByRole("button", { name: "Hoàn tác" }).click();
  await expect(said(page)).toContainText("Đã mở lại phiếu.");
  await closePromises(page);
});

test("the desk may look and print, and gives an invitation with the result of a dossier", async ({ page }) => {
  await signIn(page, "motcua.namdong", UNIT);
  await page.goto(SURVEYS);
  await expect(region(page, "Phiếu đang mở")).toBeVisible();
  await expect(page.getByRole("button", { name: "Lưu phiếu theo hồ sơ" })).toHaveCount(0);
  await page.goto(`${SURVEYS}/points`);
  await expect(page.getByRole("button", { name: "Thêm điểm khảo sát" })).toHaveCount(0);

  await page.goto(`/u/${UNIT}/dossiers/new`);
  await page.getByRole("combobox", { name: "Thủ tục" }).fill("2.000815");
  await page.getByLabel("Người nộp").fill("Nguyễn Văn Mời");
  await page.getByRole("button", { name: "Tiếp nhận hồ sơ", exact: true }).click();
  await expect(said(page)).toContainText("Đã tiếp nhận hồ sơ");
  const receipt = page.getByRole("link", { name: "In giấy tiếp nhận (Mẫu 01)" });
  const slip = await page.request.get((await receipt.getAttribute("href")) ?? "");
  const [, token] = await readTwoCodes(await slip.body());
  expect(token).toContain(`/p/${UNIT}/t/`);

  const dossier = ((await receipt.getAttribute("href")) ?? "").replace(/\/receipt\.pdf$/, "");
  expect((await page.request.get(`${dossier}/invitation.pdf`)).status()).toBe(400);
  await page.goto(dossier);
  const deeds = region(page, "Việc làm với hồ sơ");
  const finish = deeds.getByRole("button", { name: "Ghi xử lý xong", exact: true });
  if (!(await finish.isVisible())) await deeds.locator("summary", { hasText: "Ghi xử lý xong" }).click();
  await finish.click();
  const invitation = await page.request.get(
    (await page.getByRole("link", { name: "In phiếu mời" }).getAttribute("href")) ?? "",
  );
  // The same token as on the slip: a dossier answers once.
  expect(await readCode(await invitation.body())).toBe(token);
});
