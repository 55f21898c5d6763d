import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "xa-nam-dong-24649";

test("what citizens answered: a quarter by question and place, months, files, how sure it is", async ({ page }) => {
  await signIn(page, "vanphong.namdong", UNIT);
  await page.getByRole("link", { name: "Khảo sát", exact: true }).first().click();
  await page.getByRole("link", { name: "Kết quả", exact: true }).click();
  await expect(page).toHaveURL(/\/surveys\/results\/[0-9a-f-]{36}/);
  await page.getByRole("link", { name: "Kỳ trước" }).click();
  const general = page.getByRole("region", { name: /^Nhìn chung/ });
  // By itself, or with the level beside it where few gave one of them.
  const best = general.getByRole("row", { name: /Rất hài lòng|Hài lòng trở lên/ });
  await expect(best).toContainText("%");
  await expect(page.getByText("không phải chỉ số SIPAS")).toBeVisible();
  await look(page, "survey-result-quarter");

  await test.step("places stand by quarter and for the question that is chosen, not by month", async () => {
    const places = page.getByRole("region", { name: "Theo thủ tục và nơi hỏi" });
    expect(await places.getByRole("row").count()).toBeGreaterThan(2);
    await places.getByRole("combobox", { name: "Câu hỏi được so sánh" }).selectOption({ index: 1 });
    await places.getByRole("button", { name: "Xem câu hỏi này" }).click();
    await expect(page).toHaveURL(/question=/);
    await page.getByLabel("Kỳ", { exact: true }).selectOption("month");
    await page.getByRole("button", { name: "Lọc" }).click();
    await expect(page.getByText("chỉ xem được theo quý")).toBeVisible();
  });

  await test.step("a year holds its quarters, and its file the same figures", async () => {
    await page.getByLabel("Kỳ", { exact: true }).selectOption("year");
    await page.getByRole("button", { name: "Lọc" }).click();
    const label = (await best.getByRole("rowheader").textContent()) ?? "";
    const figure = (await best.getByRole("cell").last().textContent()) ?? "";
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Tải CSV" }).click(),
    ]);
    const text = Buffer.concat(await (await download.createReadStream()).toArray()).toString("utf8");
    const line = text.split("\r\n").find((each) => each.startsWith('"Nhìn chung') && each.includes(label));
    // Between two ends where few are not satisfied: "19–23".
    expect(line).toContain(figure.includes("–") ? figure : `,${figure.replace(/\D/g, "")},`);
    const [book] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Tải XLSX" }).click(),
    ]);
    expect(book.suggestedFilename()).toMatch(/^ket-qua-khao-sat-.*\.xlsx$/);
    await look(page, "survey-result-year");
  });

  await test.step("a period without answers says when there will be some", async () => {
    await page.goto(`${page.url().split("?")[0]}?kind=month&day=2020-01-01`);
    await expect(page.getByRole("heading", { name: "Chưa có kết quả trong kỳ này" })).toBeVisible();
    await look(page, "survey-result-none");
  });
});

test("the Front sees how many sheets are lacking, and screens what citizens wrote", async ({ page }) => {
  await signIn(page, "mttq.namdong", UNIT);
  await page.goto(`/u/${UNIT}/surveys/progress`);
  await page.getByRole("link", { name: "Kỳ trước" }).click();
  await expect(page.getByRole("progressbar", { name: "Chỉ tiêu phiếu" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Theo thủ tục" }).getByRole("row").nth(1)).toContainText("%");
  await look(page, "survey-progress");

  await page.goto(`/u/${UNIT}/surveys/texts`);
  const texts = page.getByRole("region", { name: "Chờ duyệt" }).getByRole("listitem");
  const first = (await texts.first().locator("blockquote").textContent()) ?? "";
  const count = await texts.count();
  await look(page, "survey-texts");
  await texts.first().getByRole("button", { name: "Không hiện" }).click();
  await expect(page.getByRole("alert")).toContainText("Hãy chọn lý do không hiện");
  await texts.first().getByRole("button", { name: "Cho hiện" }).click();
  await expect(page.getByRole("status")).toContainText("Đã cho hiện ý kiến.");
  await expect(texts).toHaveCount(count - 1);
  await page.getByRole("link", { name: "Đã hiện" }).click();
  await expect(page.getByRole("region", { name: "Đã hiện" })).toContainText(first);
  await page.getByRole("button", { name: "Duyệt lại" }).first().click();
  await expect(page.getByRole("status")).toContainText("trở lại chờ duyệt");
});

test("the desk does not see what waits for screening", async ({ page }) => {
  await signIn(page, "motcua.namdong", UNIT);
  await page.goto(`/u/${UNIT}/surveys`);
  await expect(page.getByRole("link", { name: "Kết quả", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Duyệt ý kiến" })).toHaveCount(0);
  const answer = await page.goto(`/u/${UNIT}/surveys/texts`);
  expect(answer?.status()).toBe(403);
});
