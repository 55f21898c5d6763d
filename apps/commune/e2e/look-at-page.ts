import { AxeBuilder } from "@axe-core/playwright";
import { test as base, type Cookie, expect, type Page } from "@playwright/test";

/** Password of every demo account. */
const PASSWORD = "chinh-quyen-than-thien";

/** A test that leaves no window of a browser open behind it: who stays would go on working beside all tests that follow. */
export const test = base.extend<{ nothingLeftOpen: undefined }>({
  nothingLeftOpen: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});

/** Sessions of this process by account. Most journeys begin behind the door; those about the door open it themselves. */
const sessions = new Map<string, Cookie>();

/** Opens the unit of that address as somebody who is signed in; without one, where the account leads. */
export async function signIn(page: Page, name: string, unit?: string) {
  const start = unit ? `/u/${unit}` : "/";
  const kept = sessions.get(name);
  if (kept) {
    await page.context().addCookies([kept]);
    await page.goto(start);
    // Some journeys end or lock their session.
    if (!/\/(sign-in|unlock)\b/.test(page.url())) return;
  }
  await page.context().clearCookies({ name: "gandan_session" });
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(name);
  await page.getByLabel("Mật khẩu").fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(
    page.locator("summary", { hasText: "Tài khoản" }).or(page.getByRole("heading", { name: "Chọn đơn vị" })),
  ).toBeVisible();
  const session = (await page.context().cookies()).find((cookie) => cookie.name === "gandan_session");
  if (session) sessions.set(name, session);
  await page.goto(start);
}

/**
 * Nothing that WCAG 2.2 AA forbids. All rules run, in the page itself: without frames there is nothing to put together in
 * a page of its own, and what a rule passes needs no account of each place. That takes a quarter of the time.
 */
export async function obey(page: Page) {
  // A colour on its way from one theme to the other is neither.
  await page.evaluate(() =>
    Promise.allSettled(
      document.getAnimations().map((moving) => (moving instanceof CSSTransition ? moving.finished : undefined)),
    ),
  );
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
}

/**
 * Nothing runs out of the page, nothing that WCAG 2.2 AA forbids; and a picture to look at. What citizens see is looked at
 * in the dark too: its colours may be the unit's own.
 */
export async function look(page: Page, name: string) {
  expect(await page.evaluate(() => document.compatMode), "drawn by the standard").toBe("CSS1Compat");
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await obey(page);
    await page.screenshot({ path: `test-results/pictures/commune-${name}-${width}.png`, fullPage: true });
  }
  if ((await page.locator("body.pub-body").count()) > 0) {
    await page.emulateMedia({ colorScheme: "dark" });
    await obey(page);
    await page.screenshot({ path: `test-results/pictures/commune-${name}-dark.png`, fullPage: true });
    await page.emulateMedia({ colorScheme: null });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
