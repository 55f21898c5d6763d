import { expect } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";
const PAGE = `/u/${UNIT}/settings/calendar`;
/** So far off that no term of another journey reaches it. */
const DAY = new Date(Date.now() + 250 * 86_400_000).toISOString().slice(0, 10);
const written = DAY.split("-").reverse().join("/");

test("a day off of the unit's own is added, taken back, put back and taken out; the desk reads it", async ({
  page,
}) => {
  await signIn(page, "chutich.dongha", UNIT);
  await page.goto(`${PAGE}?year=2026`);
  const days = page.getByRole("table", { name: /^Các ngày khác ngày thường/ });
  await expect(page.locator("tr", { hasText: "Quốc khánh" }).first()).toContainText("Cả nước");
  await look(page, "settings-calendar");

  const add = page.getByRole("region", { name: "Thêm ngày riêng của đơn vị" });
  await add.getByLabel("Ngày", { exact: true }).fill(DAY);
  await add.getByLabel("Khác ngày thường").selectOption({ label: "Làm việc bù" });
  await add.getByLabel("Lý do").fill("Nghỉ tránh bão");
  await add.getByLabel("Văn bản").fill("Công văn số 512/UBND-NC");
  await add.getByRole("button", { name: "Thêm ngày" }).click();
  await expect(page.getByRole("alert")).toContainText("Có 1 chỗ cần sửa");
  await expect(add.getByLabel("Lý do")).toHaveValue("Nghỉ tránh bão");
  await look(page, "settings-calendar-wrong");
  await add.getByLabel("Khác ngày thường").selectOption({ label: "Nghỉ buổi sáng" });
  await add.getByRole("button", { name: "Thêm ngày" }).click();
  await expect(page.getByRole("status")).toContainText(`Đã thêm ngày ${written}.`);
  const own = days.getByRole("row", { name: /Nghỉ tránh bão/ });
  await expect(own).toContainText("Nghỉ buổi sáng");
  await expect(own).toContainText("Riêng đơn vị");
  await look(page, "settings-calendar-added");

  await page.getByRole("status").getByRole("button", { name: "Hoàn tác" }).click();
  await expect(page.getByRole("status")).toContainText(`Đã bỏ ngày ${written}.`);
  await expect(own).toHaveCount(0);
  await page.getByRole("status").getByRole("button", { name: "Hoàn tác" }).click();
  await expect(own).toContainText("Công văn số 512/UBND-NC");

  await signIn(page, "motcua.dongha", UNIT);
  await page.goto(`${PAGE}?year=${DAY.slice(0, 4)}`);
  await expect(own).toContainText("Nghỉ buổi sáng");
  await expect(page.getByRole("button", { name: /^Bỏ ngày/ })).toHaveCount(0);
  await expect(add).toHaveCount(0);

  await signIn(page, "chutich.dongha", UNIT);
  await page.goto(`${PAGE}?year=${DAY.slice(0, 4)}`);
  await page.getByRole("button", { name: `Bỏ ngày ${written}: Nghỉ tránh bão` }).click();
  await expect(own).toHaveCount(0);
});
