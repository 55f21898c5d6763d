import { expect, type Page, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "xa-nam-dong-24649";
const HEADERS =
  "Mã hồ sơ;Mã TTHC;Thủ tục hành chính;Chủ hồ sơ;Hình thức nộp;Ngày tiếp nhận;Ngày hẹn trả;Ngày xử lý xong;Ngày trả kết quả;Ngày kết thúc;Trạng thái";

/** Codes that no other test and no earlier run has. */
const mark = `DC${Date.now().toString(36).toUpperCase()}`;
const code = (n: number) => `${mark}-${n}`;

/** A dossier of today, open unless it is finished at an hour. */
function row(n: number, finished = "", day = today()): string {
  const time = finished ? `${day} ${finished}` : "";
  const state = finished ? "Đã trả kết quả" : "Đang xử lý";
  return `${code(n)};2.000815;Chứng thực bản sao;Đỗ Văn ${n};Trực tiếp;${day} 07:05;31/12/2027 16:00;${time};${time};${time};${state}`;
}

/** The day before yesterday on the clock of Viet Nam: every hour of it has passed. */
function today(): string {
  const date = new Date(Date.now() + 7 * 3_600_000 - 2 * 86_400_000).toISOString();
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

async function upload(page: Page, name: string, rows: readonly string[]) {
  await page.goto(`/u/${UNIT}/imports`);
  const buffer = Buffer.from(`\uFEFF${[HEADERS, ...rows].join("\r\n")}\r\n`);
  await page.getByLabel("Tệp hồ sơ").setInputFiles({ name, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Tải tệp lên" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function run(page: Page) {
  await page.getByRole("button", { name: /^Nhập \d+ hồ sơ$/ }).click();
  await expect(page.getByRole("heading", { name: /^Đã nhập/ })).toBeVisible({ timeout: 60_000 });
}

const panel = (page: Page) => page.getByRole("region", { name: "Đối chiếu" });
const line = (page: Page, n: number) => page.getByRole("row").filter({ hasText: code(n) });

test("an updated export is reconciled before it is written; what was noted at the desk stays unless it is chosen", async ({
  page,
}) => {
  await signIn(page, "motcua.namdong", UNIT);
  await upload(page, `${mark}-1.csv`, [row(1, "16:00"), row(2), row(3, "16:00"), row(4), row(5, "16:00")]);
  await expect(panel(page)).toContainText("Hồ sơ mới");
  await run(page);

  await test.step("an officer finishes one of them at the desk", async () => {
    await page.goto(`/u/${UNIT}/dossiers?q=${code(4)}`);
    await page.locator("tbody a").first().click();
    const deeds = page.getByRole("region", { name: "Việc làm với hồ sơ" });
    await deeds.locator("summary", { hasText: "Ghi xử lý xong" }).click();
    await deeds.getByRole("button", { name: "Ghi xử lý xong" }).click();
    await expect(page.getByRole("status").first()).toBeVisible();
  });

  // 1 as before, 2 finished now, 3 an hour later, 4 otherwise than at the desk, 5 not there, 6 new.
  const updated = [row(1, "16:00"), row(2, "15:00"), row(3, "17:00"), row(4, "14:30"), row(6)];
  await upload(page, `${mark}-2.csv`, updated);
  await test.step("the figures lead to the dossiers", async () => {
    await expect(panel(page).getByRole("link", { name: "Xem và chọn 1 mâu thuẫn" })).toBeVisible();
    await look(page, "import-reconcile-figures");
    await panel(page).getByRole("link", { name: "Xem và chọn 1 mâu thuẫn" }).click();
    await expect(page).toHaveURL(/reconciliation\?kind=contradicting/);
    await expect(page.getByRole("heading", { level: 1, name: "Đối chiếu" })).toBeVisible();
    await expect(line(page, 4)).toContainText("Khác với điều ghi tại quầy");
    await expect(line(page, 4)).toContainText("Giữ của đơn vị");
    await look(page, "import-reconcile");
  });

  await test.step("each group has an address", async () => {
    await page
      .getByRole("navigation", { name: "Nhóm đối chiếu" })
      .getByRole("link", { name: /^Có thay đổi/ })
      .click();
    await expect(line(page, 3)).toContainText("17:00");
    await expect(line(page, 2)).toContainText("Tệp ghi thêm");
    await page.goto(page.url().replace("kind=changed", `kind=missing`));
    await expect(line(page, 5)).toBeVisible();
    await page.locator("#q").fill(code(1));
    await page.getByRole("button", { name: "Lọc" }).click();
    await expect(page.getByRole("heading", { name: "Không có hồ sơ nào ở nhóm này" })).toBeVisible();
    await page.getByRole("link", { name: "Bỏ lọc" }).click();
    await expect(line(page, 1)).toContainText("Không đổi");
  });

  await test.step("all of it is a file", async () => {
    const csv = await page.request.get((await page.getByRole("link", { name: "Tải CSV" }).getAttribute("href")) ?? "");
    const text = await csv.text();
    for (const n of [1, 2, 3, 4, 5, 6]) expect(text).toContain(code(n));
    expect(text).toContain("Khác với điều ghi tại quầy");
    const xlsx = await page.request.get(
      (await page.getByRole("link", { name: "Tải Excel" }).getAttribute("href")) ?? "",
    );
    expect((await xlsx.body()).subarray(0, 2).toString()).toBe("PK");
  });

  await test.step("the file's word is taken for the one, and may be given back before it is written", async () => {
    await page.goto(`${new URL(page.url()).pathname}?kind=contradicting`);
    const take = (side: string) =>
      line(page, 4).getByRole("button", { name: `${side}: Ngày xử lý xong, hồ sơ ${code(4)}` });
    await take("Lấy theo tệp").click();
    await expect(page.getByRole("status")).toContainText("Đã chọn cho 1 mâu thuẫn");
    await take("Giữ của đơn vị").click();
    await expect(line(page, 4)).toContainText("Giữ của đơn vị");
    await page.getByRole("button", { name: /^Lấy theo tệp cho cả/ }).click();
    await expect(line(page, 4)).toContainText("Lấy theo tệp");
  });

  await page.getByRole("link", { name: "Về lần nhập" }).click();
  await run(page);
  await look(page, "import-reconciled");

  await test.step("both times stand in the dossier's history, with who took the file's", async () => {
    await page.goto(`/u/${UNIT}/dossiers?q=${code(4)}`);
    await page.locator("tbody a").first().click();
    const events = page.getByRole("region", { name: "Diễn biến" });
    await expect(events).toContainText("Sửa theo hệ thống của tỉnh: Xử lý xong");
    await expect(events).toContainText(/Trước ghi .*, nay tính \d\d\/\d\d\/\d{4}, 14:30\./);
    await expect(events).toContainText("Không còn tính: đã được sửa");
    await look(page, "import-corrected");
  });

  await test.step("the same again is all unchanged", async () => {
    await upload(page, `${mark}-3.csv`, [...updated, ""]);
    const figures = panel(page).locator("dl");
    await expect(figures).toContainText(/Mâu thuẫn\s*0/);
    await expect(figures).toContainText(/Có thay đổi\s*0/);
    await expect(figures).toContainText(/Không đổi\s*5/);
  });
});
