import { expect, type Page, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "phuong-nam-dong-ha-19351";
const BASE = "3 không, 3 biết – phường Đông Thanh";
const TITLE = "3 không, 3 biết – phường Nam Đông Hà";
const PROMISE = "Không để người dân chờ quá hai ngày";
const HOUR = 3_600_000;

/** The wall clock of Vietnam, as a date whose UTC fields read like it. */
const local = (time: number) => new Date(time + 7 * HOUR).toISOString();
/** Today as pages write it. */
const written = () => local(Date.now()).slice(0, 10).split("-").reverse().join("/");

/** A file of one day as the province's system would write it: ten on time, and four of which each tells something. */
function fileOfToday(): string {
  const now = Date.now();
  const midnight = Date.parse(`${local(now).slice(0, 10)}T00:00:00+07:00`);
  // Whatever the hour, the day so far holds it all: received at a fifth of it, due at three fifths.
  const at = (share: number) => {
    const iso = local(midnight + share * (now - midnight));
    return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 16)}`;
  };
  const [received, due] = [at(0.2), at(0.6)];
  const row = (
    number: number,
    { procedure = "2.000815", supplemented = false, finished = at(0.5), letter = "" } = {},
  ): string => {
    const apology = letter ? [letter, "Máy chủ của tỉnh bị gián đoạn", at(0.9), "Bộ phận Một cửa", "Chủ tịch"] : [];
    return [
      `NDH-${String(number).padStart(4, "0")}`,
      procedure,
      `Nguyễn Văn ${String.fromCharCode(64 + number)}`,
      "Trực tiếp",
      received,
      due,
      supplemented ? at(0.3) : "",
      supplemented ? at(0.4) : "",
      finished,
      finished,
      finished,
      ...Array.from({ length: 5 }, (_, place) => apology[place] ?? ""),
    ].join(",");
  };
  const headers =
    "Mã hồ sơ,Mã TTHC,Chủ hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày yêu cầu bổ sung,Ngày bổ sung," +
    "Ngày xử lý xong,Ngày trả kết quả,Ngày kết thúc,Ngày gửi thư xin lỗi,Nguyên nhân,Ngày hẹn lại," +
    "Đơn vị chịu trách nhiệm,Người ký";
  return [
    headers,
    ...Array.from({ length: 10 }, (_, place) => row(place + 1)),
    row(11, { supplemented: true }),
    row(12, { finished: at(0.8), letter: at(0.55) }),
    row(13, { finished: at(0.8) }),
    row(14, { procedure: "9.999999" }),
  ].join("\r\n");
}

/** What the draft changes of what it came from. */
const changes = (page: Page) => page.getByRole("region", { name: /^Thay đổi so với/ });

/** Opens a commitment's rules in the editor. */
async function openCommitment(page: Page, text: string) {
  await page.getByRole("navigation", { name: "Khẩu hiệu và các điều" }).getByRole("link", { name: text }).click();
  await expect(page.getByRole("heading", { level: 2, name: text })).toBeVisible();
}

test.use({ actionTimeout: 20_000 });

test("a model keeper writes a model, publishes it, imports dossiers and reads what they say of it", async ({
  page,
}) => {
  test.setTimeout(360_000);
  await signIn(page, "vanphong.namdongha", UNIT);
  await look(page, "today-empty");

  await test.step("take a model of the library as base", async () => {
    await page.getByRole("link", { name: "Mô hình", exact: true }).first().click();
    await expect(page.getByText("Đơn vị chưa đăng ký mô hình")).toBeVisible();
    await look(page, "models");
    await page.getByRole("button", { name: `Lấy làm gốc: ${BASE}` }).click();
    await expect(page.getByText("Bản nháp đầu tiên.")).toBeVisible();
    await expect(changes(page)).toContainText("Không có thay đổi");
  });

  await test.step("change what two rules ask", async () => {
    await openCommitment(page, "Không bổ sung hồ sơ quá 1 lần");
    await page.locator('input[name="slot.max"]').fill("0");
    await page.getByRole("button", { name: /^Lưu quy tắc/ }).click();
    await expect(page.getByText("Đã lưu thay đổi.")).toBeVisible();
    await expect(page.locator('input[name="slot.max"]')).toHaveValue("0");
    await openCommitment(page, "Biết xin lỗi người dân khi hồ sơ trễ hẹn");
    await page.locator('select[name="slot.before"]').selectOption("due");
    await page.getByRole("button", { name: /^Lưu quy tắc/ }).click();
    await expect(page.getByText("Đã lưu thay đổi.")).toBeVisible();
    await expect(page.locator('select[name="slot.before"]')).toHaveValue("due");
    await look(page, "draft");
  });

  await test.step("promise one thing more, with a rule of its own", async () => {
    await page.getByRole("link", { name: "Thêm điều: 3 không" }).click();
    await look(page, "draft-new-commitment");
    await page.getByRole("textbox", { name: "Lời của điều" }).fill(PROMISE);
    await page.getByRole("button", { name: "Thêm điều", exact: true }).click();
    await expect(page.getByRole("heading", { level: 2, name: PROMISE })).toBeVisible();
    await page.getByRole("link", { name: "Thêm quy tắc", exact: true }).click();
    await look(page, "draft-rule-kinds");
    await page.getByRole("link", { name: "Xử lý xong trong thời hạn riêng" }).click();
    await page.locator('select[name="slot.term"]').selectOption("2 working-days");
    await page.getByRole("textbox", { name: "Tên quy tắc" }).fill(" ");
    await page.getByRole("button", { name: "Thêm quy tắc", exact: true }).click();
    await expect(page.getByText("Ô này còn trống.").last()).toBeVisible();
    await expect(page.locator('select[name="slot.term"]')).toHaveValue("2 working-days");
    await look(page, "draft-new-rule");
    await page.getByRole("textbox", { name: "Tên quy tắc" }).fill("Xong trong hai ngày");
    await page.getByRole("button", { name: "Thêm quy tắc", exact: true }).click();
    await expect(page.getByRole("heading", { level: 3, name: "Quy tắc 1. Xong trong hai ngày" })).toBeVisible();
    await expect(changes(page)).toContainText(`Thêm điều “${PROMISE}”`);
    await expect(changes(page)).toContainText("xong trong 2 ngày làm việc");
  });

  await test.step("take a change back, and put it where it belongs", async () => {
    await page.getByRole("button", { name: `Bỏ điều này: ${PROMISE}` }).click();
    await expect(changes(page)).not.toContainText(`Thêm điều “${PROMISE}”`);
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await expect(page.getByText("Đã trở lại nội dung trước")).toBeVisible();
    await openCommitment(page, PROMISE);
    await page.getByRole("button", { name: `Chuyển lên: ${PROMISE}` }).click();
    await expect(page.getByText("Đã lưu thay đổi.")).toBeVisible();
    const tree = page.getByRole("navigation", { name: "Khẩu hiệu và các điều" });
    await expect(tree.getByRole("listitem").nth(2)).toContainText(PROMISE);
  });

  await test.step("see every part, name the model and its document", async () => {
    const parts = page.getByRole("navigation", { name: "Các phần của mô hình" });
    for (const [label, name] of [
      ["Quy tắc", "rules"],
      ["Tiêu chí", "criteria"],
      ["Lộ trình", "timeline"],
      ["Bảng điểm", "scorecard"],
      ["Văn bản", "text"],
      ["Tên và căn cứ", "basis"],
    ] as const) {
      await parts.getByRole("link", { name: label, exact: true }).click();
      await expect(parts.getByRole("link", { name: label, exact: true })).toHaveAttribute("aria-current", "page");
      await look(page, `draft-${name}`);
    }
    await page.getByLabel("Tên mô hình").fill(TITLE);
    await page.getByLabel("Cơ quan ban hành", { exact: true }).fill("UBND phường Nam Đông Hà");
    const paper = page.getByRole("group", { name: "Văn bản ban hành mô hình" });
    await paper.getByLabel("Tên văn bản").fill("Kế hoạch thực hiện mô hình 3 không, 3 biết");
    await paper.getByLabel("Số, ký hiệu").fill("12/KH-UBND");
    await paper.getByLabel("Ngày ban hành").fill(local(Date.now()).slice(0, 10));
    await page.getByRole("button", { name: "Lưu tên và căn cứ" }).click();
    await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  });

  await test.step("check and publish from today", async () => {
    await page.getByRole("link", { name: "Kiểm tra bản nháp" }).click();
    await expect(page.getByText("Bản nháp hợp lệ, có thể ban hành")).toBeVisible();
    await expect(page.getByText(/Còn \d+ điều chưa đo/)).toHaveCount(1);
    await expect(changes(page)).toContainText(`mô hình “${BASE}” trong thư viện`);
    await look(page, "model-check");
    await page.getByRole("link", { name: "Sang bước ban hành" }).click();
    await expect(page.getByLabel("Có hiệu lực từ ngày")).toHaveValue(local(Date.now()).slice(0, 10));
    await expect(page.getByLabel("Văn bản ban hành")).toHaveValue(/12\/KH-UBND/);
    await expect(changes(page)).toContainText(`Thêm điều “${PROMISE}”`);
    await look(page, "model-publish");
    await page.getByRole("button", { name: "Ban hành bản 1" }).click();
    await expect(page.getByText(`Đã ban hành bản 1, có hiệu lực từ ${written()}`)).toBeVisible();
    await look(page, "model");
  });

  await test.step("register a procedure to be done the same day", async () => {
    await page.goto(`/u/${UNIT}/models`);
    await page.getByRole("link", { name: "Xem đăng ký và thủ tục" }).click();
    await expect(page.getByText("Chưa đăng ký thủ tục nào.")).toBeVisible();
    await page.locator("summary", { hasText: "Chứng thực" }).click();
    await page
      .getByRole("checkbox", { name: /^Trả trong ngày: / })
      .first()
      .check();
    await look(page, "adoption");
    await page.getByRole("button", { name: "Lưu danh mục thủ tục" }).click();
    await expect(page.getByText("Đã lưu danh mục thủ tục.")).toBeVisible();
  });

  await test.step("see in what a new draft differs from the version in force", async () => {
    await page.goto(`/u/${UNIT}/models`);
    await page.getByRole("button", { name: `Tạo bản nháp mới: ${TITLE}` }).click();
    await openCommitment(page, "Không bổ sung hồ sơ quá 1 lần");
    await page.locator('input[name="slot.max"]').fill("1");
    await page.getByRole("button", { name: /^Lưu quy tắc/ }).click();
    await page.getByRole("link", { name: "Xem thay đổi" }).click();
    await expect(page.getByRole("heading", { name: "Thay đổi so với bản 1" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Thay đổi so với bản 1" })).toContainText("bổ sung");
    await page.getByRole("link", { name: TITLE }).first().click();
    await page.getByRole("link", { name: "Các bản của mô hình" }).click();
    await expect(page.getByRole("region", { name: "Thay đổi so với bản 1" })).toContainText("bổ sung");
    await look(page, "model-versions");
  });

  await test.step("give the new draft up", async () => {
    await page.getByRole("link", { name: "Bản nháp 2" }).first().click();
    await page.getByRole("link", { name: "Bỏ bản nháp" }).click();
    await expect(page.getByText("Bản đang áp dụng không đổi.")).toBeVisible();
    await look(page, "draft-discard");
    await page.getByRole("button", { name: "Bỏ bản nháp" }).click();
    await expect(page.getByRole("button", { name: `Tạo bản nháp mới: ${TITLE}` })).toBeVisible();
  });

  await test.step("import the day's dossiers", async () => {
    await page.goto(`/u/${UNIT}/imports`);
    await look(page, "imports");
    await page.getByLabel("Tệp hồ sơ").setInputFiles({
      name: "ho-so-hom-nay.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`\uFEFF${fileOfToday()}\r\n`),
    });
    await page.getByRole("button", { name: "Tải tệp lên" }).click();
    await expect(page.getByText("14 dòng: 13 hồ sơ mới, 0 hồ sơ đã có, 1 dòng lỗi.")).toBeVisible();
    await expect(page.getByLabel("Ngày tiếp nhận", { exact: true })).toHaveValue("Ngày tiếp nhận");
    await expect(page.getByRole("region", { name: "Dòng lỗi" })).toContainText("9.999999");
    await look(page, "import-preview");
    await page.getByLabel("Nhập các dòng đúng").check();
    await page.getByRole("button", { name: "Nhập 13 hồ sơ" }).click();
    await expect(page.getByRole("heading", { name: "Đã nhập 13 hồ sơ" })).toBeVisible({ timeout: 30_000 });
    await look(page, "import-done");
  });

  await test.step("a dossier that missed says why, and by which model", async () => {
    await page.getByRole("link", { name: "Xem hồ sơ", exact: true }).click();
    await expect(page.getByText("13 hồ sơ", { exact: true })).toBeVisible();
    await page
      .getByRole("row", { name: /NDH-0013/ })
      .getByRole("link")
      .click();
    const judged = page.getByRole("region", { name: "Kết quả theo mô hình" });
    await expect(judged).toContainText(`${TITLE}, từ ${written()}`);
    await expect(judged.locator(".out-missed")).toHaveText(["Không đạt", "Không đạt"]);
    // On a day off a dossier is late without a working hour gone by.
    await expect(judged).toContainText(/Xong lúc .*, (hạn trả .*: trễ|sau hạn trả)/);
    await expect(judged).toContainText("Hồ sơ trễ mà không có thư xin lỗi");
    await look(page, "dossier-missed");
  });

  await test.step("the score has points, and leads to the dossiers behind what is lost", async () => {
    await page.goto(`/u/${UNIT}/score`);
    const card = page.getByRole("article", { name: `Theo mô hình của đơn vị: ${TITLE}` });
    await expect(card).toContainText("13 hồ sơ");
    // One of thirteen had to bring a paper, which the changed rule forbids; letters are too few to be counted.
    await expect(card.getByRole("listitem").filter({ hasText: "Không bổ sung quá một lần" })).toContainText(
      "14,9 / 20",
    );
    await expect(card.getByRole("listitem").filter({ hasText: "Hẹn lại không quá" })).toContainText("10,0 / 10");
    await expect(card.getByRole("listitem").filter({ hasText: "Biết xin lỗi" })).toContainText("Chưa đủ dữ liệu");
    await look(page, "score-own-model");
    await card.getByRole("link", { name: "Xem 2 hồ sơ không đạt" }).click();
    await expect(page.getByRole("row", { name: /NDH-00/ })).toHaveCount(2);
  });
});
