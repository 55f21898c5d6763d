import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";

test("a day at the desk: received, supplemented, finished, handed over, closed; the slip is printed", async ({
  page,
}) => {
  await signIn(page, "motcua.dongha", UNIT);
  await page.getByRole("link", { name: "Hồ sơ", exact: true }).first().click();
  await page.getByRole("link", { name: "Tiếp nhận hồ sơ" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tiếp nhận hồ sơ");

  await test.step("what is wrong is said at its field, and nothing typed is lost", async () => {
    await page.getByLabel("Người nộp").fill("Nguyễn Văn A");
    await page.getByLabel("Giấy tờ đã nộp").fill("Tờ khai\nGiấy chứng sinh (bản chính)");
    await page.getByLabel("Điện thoại").fill("09");
    await page.getByLabel("Thủ tục").fill("1.001193");
    await page.locator("form.panel").evaluate((form: HTMLFormElement) => form.setAttribute("novalidate", ""));
    await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
    await expect(page.getByText("Số điện thoại gồm 8 đến 15 chữ số")).toBeVisible();
    await expect(page.getByLabel("Người nộp")).toHaveValue("Nguyễn Văn A");
    await look(page, "receive");
  });

  await page.getByLabel("Điện thoại").fill("0912 345 678");
  await page.getByLabel("Hồ sơ đã đủ giấy tờ").uncheck();
  await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
  await expect(page.getByRole("status")).toContainText("Đã tiếp nhận hồ sơ 19333-");
  await look(page, "received");

  await test.step("the slip is a PDF of one page", async () => {
    const slip = page.getByRole("link", { name: "In giấy tiếp nhận (Mẫu 01)" });
    const answer = await page.request.get((await slip.getAttribute("href")) ?? "");
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  });

  const deeds = page.getByRole("region", { name: "Việc làm với hồ sơ" });
  const unfold = (name: string) => deeds.locator("summary", { hasText: name }).click();
  const act = async (name: string) => {
    await deeds.getByRole("button", { name }).click();
    await expect(page.getByRole("status")).toHaveText("Đã ghi vào diễn biến hồ sơ.");
  };
  await act("Tiếp nhận đủ hồ sơ");
  await unfold("Yêu cầu bổ sung");
  await deeds.getByLabel("Giấy tờ cần bổ sung").fill("Giấy đăng ký kết hôn của cha mẹ");
  await deeds.getByRole("textbox", { name: "Lý do" }).fill("Chưa có bản sao trong hồ sơ");
  await act("Yêu cầu bổ sung");
  await expect(page.locator(".head p")).toContainText("Yêu cầu bổ sung giấy tờ");
  await look(page, "deeds");

  await test.step("a page that somebody has overtaken is told so, and does nothing", async () => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await act("Ghi nhận đã bổ sung");
    await other.getByRole("button", { name: "Ghi nhận đã bổ sung" }).click();
    await expect(other.getByRole("alert")).toContainText("vừa được người khác ghi thêm");
    await other.close();
  });

  await unfold("Ghi xử lý xong");
  await act("Ghi xử lý xong");
  await act("Ghi nhận trả kết quả");
  await act("Kết thúc hồ sơ");
  await expect(page.getByText("Hồ sơ đã kết thúc.")).toBeVisible();
  await expect(deeds).toHaveCount(0);
});
