import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "xa-nam-dong-24649";

test("reminders: the late list of the chairman, found by the bell, read, taken back, filtered", async ({ page }) => {
  await signIn(page, "chutich.namdong", UNIT);
  const bell = page.getByRole("link", { name: /^Nhắc việc: / });
  // The worker tells what the demo left to be told within its first seconds.
  await expect(async () => {
    await page.reload();
    await expect(bell).toHaveAccessibleName(/chưa xem/, { timeout: 500 });
  }).toPass();
  await bell.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nhắc việc");
  const rows = page.getByRole("table", { name: "Nhắc việc, mới nhất trước" }).getByRole("row");
  await expect(rows.nth(1)).toContainText("Đã quá hạn trả kết quả mà chưa xong.");
  await look(page, "notices");
  const count = (await rows.count()) - 1;

  await test.step("one is read and taken back", async () => {
    await rows.nth(1).getByRole("button", { name: "Đánh dấu đã xem" }).click();
    await expect(page.getByRole("status")).toContainText("Đã đánh dấu xem 1 nhắc việc.");
    await expect(rows).toHaveCount(count === 1 ? 0 : count);
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await expect(page.getByRole("status")).toContainText("lại ở mục chưa xem");
    await expect(rows).toHaveCount(count + 1);
  });

  await test.step("nothing ticked is said, all are read at once, and the list is empty", async () => {
    await page.getByRole("button", { name: "Đánh dấu đã xem các mục đã chọn" }).click();
    await expect(page.getByRole("alert")).toContainText("Hãy chọn ít nhất một nhắc việc");
    await page.getByRole("button", { name: "Đánh dấu đã xem tất cả" }).click();
    await expect(page.getByText("Không có nhắc việc chưa xem")).toBeVisible();
    await expect(bell).toHaveAccessibleName("Nhắc việc: không có gì mới");
    await look(page, "notices-none");
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await expect(rows).toHaveCount(count + 1);
  });

  await test.step("filters stand in the address, and a reminder leads to its dossier", async () => {
    await page.getByLabel("Loại nhắc việc").selectOption("weekend");
    await page.getByRole("button", { name: "Lọc" }).click();
    await expect(page).toHaveURL(/kind=weekend/);
    await expect(page.getByText("Không có nhắc việc nào khớp bộ lọc")).toBeVisible();
    await page.getByRole("link", { name: "Bỏ lọc" }).click();
    const dossier = rows.nth(1).getByRole("link").first();
    const code = await dossier.textContent();
    await dossier.click();
    await expect(page.getByText(code ?? "").first()).toBeVisible();
  });
});

test("the desk reads its own reminders, and chooses which come by e-mail", async ({ page }) => {
  await signIn(page, "motcua.namdong", UNIT);
  await page.goto(`/u/${UNIT}/notices?show=all`);
  await expect(page.getByText("Đã xong nhưng chưa bấm kết thúc trên hệ thống.").first()).toBeVisible();
  await page.getByRole("link", { name: "Nhận qua thư điện tử" }).click();
  await expect(page.getByText("Nhắc trước hạn")).toBeVisible();
  await page.getByLabel("Địa chỉ thư điện tử").fill("mot-cua");
  await page.getByLabel("Gửi nhắc việc vào địa chỉ này").check();
  await page.locator("form:has(#address)").evaluate((form: HTMLFormElement) => form.setAttribute("novalidate", ""));
  await page.getByRole("button", { name: "Lưu lựa chọn" }).click();
  await expect(page.getByText("Hãy ghi địa chỉ thư điện tử")).toBeVisible();
  await look(page, "reminder-settings");
  await page.getByLabel("Địa chỉ thư điện tử").fill("mot-cua@namdong.example");
  await page.getByRole("button", { name: "Lưu lựa chọn" }).click();
  await expect(page.getByRole("status")).toContainText("Đã lưu lựa chọn nhận nhắc việc.");
  await expect(page.getByLabel("Địa chỉ thư điện tử")).toHaveValue("mot-cua@namdong.example");
  await expect(page.getByRole("link", { name: "Gửi sự kiện" })).toHaveCount(0);
});

test("a webhook: its secret once, a signed trial event, the log, off, gone; never inside", async ({ page }) => {
  const posts: { signature: string; body: string }[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const signature = String(request.headers["x-gandan-signature"]);
      posts.push({ signature, body: Buffer.concat(pieces).toString("utf8") });
      response.end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gandan`;

  await signIn(page, "chutich.namdong", UNIT);
  await page.goto(`/u/${UNIT}/settings/webhooks`);
  const add = async (address: string) => {
    await page.getByLabel("Địa chỉ", { exact: true }).first().fill(address);
    await page.getByRole("button", { name: "Thêm địa chỉ" }).click();
  };
  await add("http://10.1.2.3/gandan");
  await expect(page.getByRole("alert")).toContainText("nằm trong máy chủ hoặc mạng nội bộ");
  await add("khong-phai-dia-chi");
  await expect(page.getByText("Hãy ghi một địa chỉ đầy đủ")).toBeVisible();
  await add(url);
  const secret = await page.getByLabel(/^Khóa ký/).inputValue();
  expect(secret).toMatch(/^gds_/);
  await look(page, "webhooks");

  await page.getByRole("button", { name: `Gửi thử: ${url}` }).click();
  await expect(page.getByRole("status")).toContainText("Đã xếp một sự kiện thử");
  const log = page.getByRole("table", { name: "Nhật ký gửi" });
  await expect(async () => {
    await page.goto(`/u/${UNIT}/settings/webhooks`);
    await expect(log.getByRole("row", { name: url })).toContainText("Đã tới", { timeout: 500 });
  }).toPass();
  await expect(page.getByText(secret)).toHaveCount(0);
  const [, seconds, mac] = /^t=(\d+),v1=(\w+)$/.exec(posts[0]?.signature ?? "") ?? [];
  expect(createHmac("sha256", secret).update(`${seconds}.${posts[0]?.body}`).digest("hex")).toBe(mac);

  await page.getByRole("button", { name: `Tắt gửi: ${url}` }).click();
  await expect(page.getByRole("status")).toContainText("Đã tắt gửi.");
  await page.getByText("Thao tác khác").first().click();
  await page.getByRole("button", { name: `Bỏ địa chỉ: ${url}` }).click();
  await expect(page.getByRole("status")).toContainText("Đã bỏ địa chỉ.");
  await expect(page.getByRole("button", { name: `Gửi thử: ${url}` })).toHaveCount(0);
  server.close();
});
