import { parseArgs } from "node:util";
import { type Answer, type Command, exitCode, UsageError } from "./command";
import { tell } from "./system/problem";

type Table = Readonly<Record<string, () => Promise<Command>>>;

/** Finds the command that the arguments name, runs it, and turns every failure into an answer with a sentence. */
export async function dispatch(args: string[], table: Table): Promise<Answer> {
  const name = [2, 1].map((words) => args.slice(0, words).join(" ")).find((words) => Object.hasOwn(table, words));
  const load = name === undefined ? undefined : table[name];
  if (name === undefined || load === undefined) return overview(args, table);
  const command = await load();
  const rest = args.slice(name.split(" ").length);
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...command.options, json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
    if (values.help) return { code: exitCode.ok, text: describe(command) };
    return await command.run({ values: values as never, positionals, json: values.json === true });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const misused = error instanceof UsageError || codeOf(error).startsWith("ERR_PARSE_ARGS_");
    const text = misused ? `${error.message}\n\n${describe(command)}` : tell(error);
    return {
      code: misused ? exitCode.usage : exitCode.problem,
      text,
      data: { error: { code: codeOf(error), message: tell(error) } },
    };
  }
}

const codeOf = (error: Error) => ("code" in error && typeof error.code === "string" ? error.code : error.name);

function describe({ usage, summary, options }: Command): string {
  const flags = Object.entries(options).map(([name, { type }]) => `  --${name}${type === "string" ? " VALUE" : ""}`);
  return [`gandan ${usage}`, `  ${summary}`, ...flags, "  --json"].join("\n");
}

async function overview(args: string[], table: Table): Promise<Answer> {
  const commands = await Promise.all(Object.values(table).map((load) => load()));
  const lines = commands.map(({ usage, summary }) => `  gandan ${usage}\n      ${summary}`);
  const asked = args.length === 0 || args[0] === "help" || args.includes("--help") || args.includes("-h");
  const first = asked ? [] : [`Không có lệnh “${args.join(" ")}”. · There is no such command.`, ""];
  return {
    code: asked ? exitCode.ok : exitCode.usage,
    text: [...first, "gandan <command> [--json] [--help]", "", ...lines].join("\n"),
    data: { commands: commands.map(({ usage, summary }) => ({ usage, summary })) },
  };
}
