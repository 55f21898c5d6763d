import { expect, type Page } from "@playwright/test";
import { look, signIn, test } from "./look-at-page";

/** Another than the one whose words other journeys change: then the board begins anew. */
const UNIT = "xa-nam-dong-24649";
const BOARD = `/p/${UNIT}/board`;
const MINUTE = 60_000;

const shown = (page: Page) => page.locator(".board-scenes section:visible");
const count = (page: Page, place: string) => page.locator(`[data-text=${place}]`);

/** What the page holds in memory, after what is not needed has been cleared away. */
async function memoryOf(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.send("Performance.enable");
  const { metrics } = await devtools.send("Performance.getMetrics");
  await devtools.detach();
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { nodes: value("Nodes"), listeners: value("JSEventListeners"), heap: value("JSHeapUsedSize") };
}

/** Lets a minute pass on the board, which then asks how things stand. */
async function passMinute(page: Page) {
  const asked = page.waitForResponse(/\/board\/state/);
  await page.clock.runFor(MINUTE);
  await asked;
}

test("the board without script shows all promises and the counts", async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("**/board.js", (route) => route.abort());
  await page.goto(BOARD);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Xã Nam Dong kính chào Ông, Bà");
  expect(await shown(page).count()).toBeGreaterThan(1);
  await expect(count(page, "receivedToday")).toHaveText(/^\d/);
  await look(page, "board-plain");
  await context.close();
});

test.describe("on a page of its own", () => {
  // What a service worker asks for goes past the test.
  test.use({ serviceWorkers: "block" });

  test("ten minutes before the board: promises turn, counts follow, nothing piles up", async ({ page, browser }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    let ahead = 0;
    await page.clock.install();
    // The clock of the board is the server's, which these ten minutes do not pass for.
    await page.route(/\/board\/state/, async (route) => {
      const answer = await route.fetch();
      const state = await answer.json();
      await route.fulfill({ response: answer, json: { ...state, now: state.now + ahead } });
    });
    await page.goto(BOARD);
    await expect(shown(page)).toHaveCount(1);
    expect(
      await page.evaluate(() => [
        document.documentElement.scrollWidth - window.innerWidth,
        document.documentElement.scrollHeight - window.innerHeight,
      ]),
    ).toEqual([0, 0]);
    // Read from five metres on a screen of 55 inches: letters of 23 mm at least.
    const sizes = await page
      .locator(".board p:visible, .board li:visible, .board dt:visible, .board dd")
      .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(31.9);
    for (const item of await page.locator(".board li:visible").all()) {
      const box = await item.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(1080 - 88);
    }
    await page.screenshot({ path: "test-results/pictures/commune-board-1920.png" });

    const before = Number(await count(page, "receivedToday").textContent());
    const promises = new Set<string>();
    const clocks = new Set<string>();
    let unanswered = 0;
    page.on("request", () => unanswered++);
    page.on("requestfinished", () => unanswered--);
    page.on("requestfailed", () => unanswered--);
    const minute = async () => {
      ahead += MINUTE;
      for (let i = 0; i < 12; i++) {
        await page.clock.runFor(MINUTE / 12);
        // Only the clock of the page runs fast: the server is given its time.
        await expect.poll(() => unanswered).toBe(0);
        promises.add((await shown(page).textContent()) ?? "");
      }
      clocks.add((await page.locator("[data-place=clock]").textContent()) ?? "");
    };
    for (let i = 0; i < 3; i++) await minute();
    // Measured while the same promise stands there.
    const measured = (await shown(page).textContent()) ?? "";
    const measure = async () => {
      while ((await shown(page).textContent()) !== measured) await page.clock.runFor(3_000);
      // A tick of the clock between clearing up and counting leaves a text or two that nobody needs: the least counts.
      const taken = [await memoryOf(page), await memoryOf(page), await memoryOf(page), await memoryOf(page)];
      const least = (of: "nodes" | "listeners" | "heap") => Math.min(...taken.map((one) => one[of]));
      return { nodes: least("nodes"), listeners: least("listeners"), heap: least("heap") };
    };
    const started = await measure();

    const desk = await (await browser.newContext()).newPage();
    await signIn(desk, "motcua.namdong", UNIT);
    await desk.goto(`/u/${UNIT}/dossiers/new`);
    await desk.getByRole("combobox", { name: "Thủ tục" }).fill("2.000815");
    await desk.getByLabel("Người nộp").fill("Trương Thị Bảng");
    await desk.getByRole("button", { name: "Tiếp nhận hồ sơ", exact: true }).click();
    await expect(desk.getByText("Đã tiếp nhận hồ sơ").first()).toBeVisible();
    await desk.context().close();

    await expect(async () => {
      await minute();
      expect(Number(await count(page, "receivedToday").textContent())).toBeGreaterThan(before);
    }).toPass({ intervals: [4_000], timeout: 40_000 });
    for (let i = 0; i < 6; i++) await minute();
    expect(promises.size).toBe(await page.locator(".board-scenes section").count());
    expect(clocks.size).toBeGreaterThanOrEqual(9);
    const ended = await measure();
    expect([ended.nodes, ended.listeners]).toEqual([started.nodes, started.listeners]);
    expect(ended.heap - started.heap).toBeLessThan(200_000);
    await expect(page.locator("[data-place=offline]")).toBeHidden();
    // The last question may still be under way.
    await page.unrouteAll({ behavior: "wait" });
  });
});

test("a day without network: the board goes on, says how old its figures are, begins anew, and comes back", async ({
  page,
  context,
}) => {
  await page.clock.install();
  await page.goto(BOARD);
  const received = await count(page, "receivedToday").textContent();
  const offline = page.locator("[data-place=offline]");
  // All that the board is made of is on the device.
  await expect(async () => {
    const kept = await page.evaluate(async () => {
      const cache = await caches.open("gandan-board");
      return (await cache.keys()).map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toEqual(expect.arrayContaining([location(page), "/board.js"]));
    expect(kept.filter((path) => path.endsWith(".css")).length).toBeGreaterThanOrEqual(3);
    expect(kept.some((path) => path.endsWith(".woff2"))).toBe(true);
  }).toPass({ timeout: 20_000 });
  await page.reload();
  await passMinute(page);

  await context.setOffline(true);
  for (let i = 0; i < 3; i++) {
    await page.clock.runFor(MINUTE);
    await page.waitForTimeout(300);
  }
  await expect(offline).toBeVisible();
  await expect(offline).toContainText("Chưa có mạng. Số liệu lúc");
  await expect(count(page, "receivedToday")).toHaveText(received ?? "");
  await page.clock.fastForward(24 * 60 * MINUTE);
  await expect(page.locator("[data-place=day]")).toHaveText(/^\d\d\/\d\d\/\d{4}$/);

  await page.reload();
  await expect(shown(page)).toHaveCount(1);
  await expect(offline).toBeVisible();
  await expect(count(page, "receivedToday")).toHaveText(received ?? "");
  expect(await page.evaluate(() => document.fonts.check('32px "Be Vietnam Pro"', "Ếộữ"))).toBe(true);

  await context.setOffline(false);
  await expect(async () => {
    await page.clock.runFor(MINUTE);
    await expect(offline).toBeHidden({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await look(page, "board");
});

const location = (page: Page) => new URL(page.url()).pathname;
