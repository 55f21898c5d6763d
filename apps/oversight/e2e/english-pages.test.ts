import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "tinh-quang-tri-44";
const PAGES = {
  compare: `/o/${UNIT}`,
  register: `/o/${UNIT}/register`,
  units: `/o/${UNIT}/units`,
  unit: `/o/${UNIT}/units/phuong-dong-ha-19333`,
  index: `/o/${UNIT}/index`,
  "index-unit": `/o/${UNIT}/index/phuong-dong-ha-19333`,
  yardsticks: `/o/${UNIT}/yardsticks`,
  apply: `/o/${UNIT}/yardsticks/apply`,
  frames: `/o/${UNIT}/frames`,
  "frame-new": `/o/${UNIT}/frames/new`,
  account: "/account",
};

test("every screen of an office above in English, by eye and by axe", async ({ page }) => {
  await signIn(page, "lanhdao.quangtri", UNIT);
  await page.goto("/language?to=en&next=/account");
  for (const [name, address] of Object.entries(PAGES)) {
    await test.step(name, async () => {
      const answer = await page.goto(address);
      expect([name, answer?.status()]).toEqual([name, 200]);
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      await look(page, `en-${name}`);
    });
  }
});

test("screens in the dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await signIn(page, "lanhdao.quangtri", UNIT);
  for (const name of ["compare", "unit", "index", "index-unit"] as const) {
    await page.goto(PAGES[name]);
    await look(page, `dark-${name}`);
  }
});
