import { expect, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "phuong-dong-ha-19333";
const PAGES = {
  today: `/u/${UNIT}`,
  dossiers: `/u/${UNIT}/dossiers?queue=late`,
  receive: `/u/${UNIT}/dossiers/new`,
  letters: `/u/${UNIT}/letters`,
  imports: `/u/${UNIT}/imports`,
  models: `/u/${UNIT}/models`,
  "models-import": `/u/${UNIT}/models/import`,
  adoption: `/u/${UNIT}/models/adoption`,
  decline: `/u/${UNIT}/models/adopt`,
  score: `/u/${UNIT}/score`,
  index: `/u/${UNIT}/index`,
  calendar: `/u/${UNIT}/settings/calendar`,
  account: "/account",
};

test("every screen of a unit in English, by eye and by axe", async ({ page }) => {
  await signIn(page, "vanphong.dongha", UNIT);
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
  await signIn(page, "vanphong.dongha", UNIT);
  for (const name of ["today", "receive", "letters", "score", "index"] as const) {
    await page.goto(PAGES[name]);
    await look(page, `dark-${name}`);
  }
});
