import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { look, signIn } from "./look-at-page";

const UNIT = "xa-nam-dong-24649";

/** What a link downloads: the name, and how the file begins. */
async function downloaded(page: Page, link: string): Promise<[name: string, begins: string]> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  const file = await download;
  return [
    file.suggestedFilename(),
    readFileSync(await file.path())
      .subarray(0, 4)
      .toString("latin1"),
  ];
}

test("a plan is downloaded from its model, to print and to go on writing; that of a draft is a draft", async ({
  page,
}) => {
  await signIn(page, "vanphong.namdong", UNIT);
  await page.goto(`/u/${UNIT}/models`);
  await page.getByRole("link", { name: "3 không, 3 biết – phường Đông Thanh" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("3 không, 3 biết – phường Đông Thanh");
  await look(page, "model-plan");
  expect(await downloaded(page, "Tải kế hoạch (PDF)")).toEqual(["ke-hoach-dong-thanh-2024-v1.pdf", "%PDF"]);
  expect(await downloaded(page, "Tải kế hoạch (DOCX)")).toEqual(["ke-hoach-dong-thanh-2024-v1.docx", "PK\u0003\u0004"]);

  await page.getByRole("button", { name: "Lấy làm gốc" }).first().click();
  await expect(page.getByText("Bản nháp đầu tiên.")).toBeVisible();
  await page.goto(page.url().replace(/\/draft.*$/, ""));
  const [name, begins] = await downloaded(page, "Tải dự thảo kế hoạch (PDF)");
  expect([name.endsWith("-v1.pdf"), begins]).toEqual([true, "%PDF"]);

  // Addresses that name no model and no version are not found.
  const unknown = "00000000-0000-7000-8000-000000000000";
  for (const place of [`models/${unknown}/plan.pdf`, "models/x/plan.docx"]) {
    expect((await page.request.get(`/u/${UNIT}/${place}`)).status(), place).toBe(404);
  }
});
