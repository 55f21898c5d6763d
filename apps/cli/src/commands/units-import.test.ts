import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { commandTable } from "../command-table";
import { dispatch } from "../dispatch";
import { unitFileSentence } from "../unit/unit-file-sentence";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gandan-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each(["units import", "units merge"])("%s wants one file that is there", async (name) => {
  const words = name.split(" ");
  expect((await dispatch(words, commandTable)).code).toBe(2);
  expect((await dispatch([...words, "a.csv", "b.csv"], commandTable)).code).toBe(2);
  const missing = await dispatch([...words, join(folder, "không-có.csv")], commandTable);
  expect(missing.code).toBe(1);
  expect(missing.text).toContain("không-có.csv");
});

it("a server that cannot be reached is a problem, not a crash", async () => {
  const file = join(folder, "list.csv");
  writeFileSync(file, "code,type,name,parent_code\n38,tỉnh,Tỉnh Thanh Hóa,\n");
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:1/none";
  try {
    expect((await dispatch(["units", "import", file], commandTable)).code).toBe(1);
    expect((await dispatch(["rollup", "verify"], commandTable)).code).toBe(1);
  } finally {
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
  }
});

it("says what is wrong with a row in both languages", () => {
  const text = unitFileSentence({ key: "unitFile.duplicate", details: { first: 12 } });
  expect(text).toBe("trùng với dòng 12 · the same as line 12");
});
