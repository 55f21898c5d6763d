import type { ParseArgsConfig, parseArgs } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O }>>["values"];

/** Exit codes of every command: done · a problem was found or the work failed · the command was written wrongly. */
export const exitCode = { ok: 0, problem: 1, usage: 2 } as const;

/** What a command answers: `text` for a person, `data` for `--json`; neither when it has printed as it went. */
export type Answer = { code: (typeof exitCode)[keyof typeof exitCode]; text?: string; data?: unknown };

export type Command = {
  usage: string;
  summary: string;
  options: Options;
  run: (input: { values: never; positionals: string[]; json: boolean }) => Promise<Answer>;
};

/** Thrown by a command that was called with arguments it cannot use; ends with exit code 2 and the usage line. */
export class UsageError extends Error {}

/** Describes a command; the types of `values` follow from its options. */
export function defineCommand<const O extends Options>(command: {
  /** "model check FILE", as typed after `gandan`. */
  usage: string;
  summary: string;
  options: O;
  run: (input: { values: Values<O>; positionals: string[]; json: boolean }) => Promise<Answer>;
}): Command {
  return command as unknown as Command;
}
