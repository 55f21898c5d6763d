import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { commandTable } from "../command-table";
import { dispatch } from "../dispatch";

let folder: string;
let file: string;
const before = process.env.DATABASE_URL;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gandan-cli-"));
  file = join(folder, "ngay-nghi.csv");
  writeFileSync(file, "date,kind,name,source,instead_of\n2040-01-02,off,Nghỉ tránh bão,Công văn số 5,\n");
  process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:1/none";
});
afterAll(() => {
  if (before === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = before;
  rmSync(folder, { recursive: true, force: true });
});

const days = (...args: string[]) => dispatch(["calendar", "days", ...args], commandTable);

it("wants one file, a day that is one, and knows holidays of the nation only", async () => {
  for (const args of [[], [file, file], [file, "--known-to", "mai"]]) expect((await days(...args)).code).toBe(2);
  expect((await days(file, "--unit", "44", "--known-to", "2040-12-31")).code).toBe(2);
  const missing = await days(join(folder, "không-có.csv"));
  expect(missing.code).toBe(1);
  expect(missing.text).toContain("không-có.csv");
});

it("a server that cannot be reached is a problem, not a crash", async () => {
  expect((await days(file)).code).toBe(1);
  const due = ["calendar", "due", "--received", "2026-11-12T08:20", "--term", "same-day", "--calendar", "19333"];
  expect((await dispatch(due, commandTable)).code).toBe(1);
});
