import { describe, expect, it } from "vitest";
import { defineCommand, exitCode, UsageError } from "./command";
import { dispatch } from "./dispatch";

const add = defineCommand({
  usage: "sum add A B [--double]",
  summary: "Adds.",
  options: { double: { type: "boolean" } },
  run: async ({ values, positionals }) => {
    if (positionals.length !== 2) throw new UsageError("Two numbers are needed.");
    const sum = Number(positionals[0]) + Number(positionals[1]);
    if (Number.isNaN(sum)) throw new Error("Not a number.");
    return { code: exitCode.ok, data: values.double ? sum * 2 : sum };
  },
});
const table = { "sum add": async () => add };

describe("dispatch", () => {
  it("runs the command named by two words with its options", async () => {
    expect(await dispatch(["sum", "add", "1", "2", "--double"], table)).toEqual({ code: 0, data: 6 });
  });

  it.each([
    [["sum", "add", "1"], 2],
    [["sum", "add", "1", "2", "--treble"], 2],
    [["sum", "add", "1", "x"], 1],
    [["sum", "take"], 2],
    [["sum", "add", "--help"], 0],
    [["help"], 0],
    [[], 0],
  ])("%o ends with %i", async (args, code) => {
    expect((await dispatch(args, table)).code).toBe(code);
  });

  it("gives the message as data too", async () => {
    const { data } = await dispatch(["sum", "add", "1", "x", "--json"], table);
    expect(data).toEqual({ error: { code: "Error", message: "Not a number." } });
  });
});
