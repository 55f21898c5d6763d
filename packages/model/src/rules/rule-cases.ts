import { readdirSync, readFileSync } from "node:fs";
import { minuteOfDate } from "@gandan/calendar/local-time";
import { compileCalendar } from "@gandan/calendar/office-calendar";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { parse } from "yaml";
import { z } from "zod";
import { type DossierFacts, NEVER } from "../dossier/dossier-facts";
import type { RuleEnv } from "./define-rule-kind";

/** Local minute of "2024-11-13 16:00". */
export function at(text: string): number {
  return minuteOfDate(text.slice(0, 10), text.slice(11));
}

/** "2024-11-13 16:00" becomes a local minute and "never" NEVER, at any depth. */
function withMinutes(value: unknown): unknown {
  if (typeof value === "string") {
    if (value === "never") return NEVER;
    return /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(value) ? at(value) : value;
  }
  if (Array.isArray(value)) return value.map(withMinutes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withMinutes(one)]));
}

const params = z.record(z.string(), z.unknown());
const minute = z.int();
const AS_OF = at("2024-12-02 09:00");

const dossierCase = z.strictObject({
  name: z.string(),
  params: params.optional(),
  facts: z.record(z.string(), z.unknown()).default({}),
  as_of: minute.default(AS_OF),
  outcome: z.enum(["met", "missed", "pending", "not-applicable"]),
  reason: z.string(),
  /** Some parameters of the reason. */
  with: params.default({}),
  /** When the outcome flips by time alone. */
  next: minute.optional(),
});

const factCase = z.strictObject({
  name: z.string(),
  params: params.optional(),
  facts: z.unknown(),
  as_of: minute.default(AS_OF),
  outcomes: z.array(z.string()),
  reasons: z.array(z.string()),
  /** Some parameters of the first reason. */
  with: params.default({}),
  tally: z.strictObject({ met: z.int(), missed: z.int(), pending: z.int(), notApplicable: z.int() }).optional(),
});

const dossierCases = z.strictObject({
  kind: z.string().startsWith("dossier."),
  params: params.default({}),
  cases: z.array(dossierCase),
});
const factCases = z.strictObject({ kind: z.string(), params: params.default({}), cases: z.array(factCase) });

const folder = new URL("./", import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".cases.yaml"))
  .map((name) => withMinutes(parse(readFileSync(new URL(name, folder), "utf8"), { merge: true })));
const isDossier = (file: unknown): boolean => dossierCases.pick({ kind: true }).loose().safeParse(file).success;

/** The case tables beside the rule kinds. */
export const dossierCaseFiles = files.filter(isDossier).map((file) => dossierCases.parse(file));
export const factCaseFiles = files.filter((file) => !isDossier(file)).map((file) => factCases.parse(file));

export const caseEnv: RuleEnv = {
  calendar: compileCalendar([vietNamCalendar], { from: "2023-01-01", to: "2026-12-31" }),
  registered: new Set(["1.001193"]),
};

/** A birth registration received and accepted Monday 11/11/2024 08:00, due Wednesday 13/11 16:00. */
export function dossierOf(facts: Partial<DossierFacts>): DossierFacts {
  const due = at("2024-11-13 16:00");
  return {
    procedure: "1.001193",
    group: "birth",
    channel: "direct",
    flags: [],
    state: "accepted",
    receivedAt: at("2024-11-11 08:00"),
    acceptedAt: at("2024-11-11 08:00"),
    dueAt: due,
    promisedAt: facts.dueAt ?? due,
    finishedAt: NEVER,
    handedOverAt: NEVER,
    closedAt: NEVER,
    endedAt: NEVER,
    pausedMinutes: 0,
    pausedSince: NEVER,
    supplementRequests: 0,
    reappointments: 0,
    apologyAt: NEVER,
    apologyFields: [],
    apologySigner: null,
    letters: [],
    ...facts,
  };
}
