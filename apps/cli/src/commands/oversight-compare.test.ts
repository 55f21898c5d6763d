import { expect, it } from "vitest";
import { commandTable } from "../command-table";
import { dispatch } from "../dispatch";

const QUARTER = ["--from", "2026-04-01", "--to", "2026-06-30"];

it.each([
  [QUARTER],
  [["--above", "44", "--from", "2026-06-30", "--to", "2026-04-01"]],
  [["--above", "44", "--from", "hôm qua", "--to", "2026-06-30"]],
])("compare %o is written wrongly", async (args) => {
  expect((await dispatch(["compare", ...args], commandTable)).code).toBe(2);
});
