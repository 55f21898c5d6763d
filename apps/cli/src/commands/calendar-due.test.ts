import { describe, expect, it } from "vitest";
import { commandTable } from "../command-table";
import { dispatch } from "../dispatch";

const run = (...args: string[]) => dispatch(["calendar", "due", ...args], commandTable);

describe("calendar due", () => {
  it.each([
    ["2026-11-12T08:20", "3 working-days", "2026-11-17T08:20:00+07:00"],
    ["2026-11-12T01:20:00Z", "3 working-days", "2026-11-17T08:20:00+07:00"],
    ["2026-11-20T15:30", "same-day", "2026-11-23T17:00:00+07:00"],
    // Tết: nine days off.
    ["2026-02-13T14:00", "1 working-days", "2026-02-23T14:00:00+07:00"],
  ])("%s + %s is due at %s", async (received, term, due) => {
    expect(await run("--received", received, "--term", term)).toMatchObject({ code: 0, data: { due, covered: true } });
  });

  it("says when the holidays of that time are not known", async () => {
    const { data, text } = await run("--received", "2026-12-30T08:00", "--term", "20 working-days");
    expect(data).toMatchObject({ covered: false });
    expect(text).toMatch(/^\d\d\/01\/2027 \d\d:\d\d\n/);
  });

  it.each([
    [[]],
    [["--received", "2026-11-12T08:20"]],
    [["--received", "yesterday", "--term", "same-day"]],
    [["--received", "2026-11-12T08:20", "--term", "soon"]],
    [["--received", "2026-11-12T08:20", "--term", "same-day", "--calendar", "moon"]],
  ])("%o is written wrongly", async (args) => {
    expect((await run(...args)).code).toBe(2);
  });
});
