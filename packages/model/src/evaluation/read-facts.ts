import { z } from "zod";
import { dossierEvent } from "../dossier/dossier-event";

const factsLine = z.object({ code: z.string().min(1), events: z.array(dossierEvent).min(1) });
export type FactsLine = z.infer<typeof factsLine>;

export interface FactsProblem {
  /** From 1. */
  line: number;
  path: string;
  message: string;
}

function readLine(text: string): FactsLine | Omit<FactsProblem, "line"> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { path: "", message: error instanceof Error ? error.message : "not JSON" };
  }
  const parsed = factsLine.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { path: issue?.path.join(".") ?? "", message: issue?.message ?? "" };
  }
  if (!parsed.data.events.some(({ fact }) => fact.type === "received")) {
    return { path: "events", message: 'no event of type "received"' };
  }
  return parsed.data;
}

/** Dossiers from JSON Lines, one `{ code, events: [{ at, recordedAt, fact }] }` a line; empty lines are passed over. */
export function readFacts(text: string): { lines: FactsLine[]; problems: FactsProblem[] } {
  const lines: FactsLine[] = [];
  const problems: FactsProblem[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const read = readLine(line);
    if ("code" in read) lines.push(read);
    else problems.push({ line: index + 1, ...read });
  }
  return { lines, problems };
}
