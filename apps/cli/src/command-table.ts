import type { Command } from "./command";

/** Every command by the words that call it; each is loaded only when it is called. */
export const commandTable: Readonly<Record<string, () => Promise<Command>>> = {
  doctor: async () => (await import("./commands/system-doctor")).systemDoctor,
  up: async () => (await import("./commands/system-up")).systemUp,
};
