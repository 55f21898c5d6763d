import { dateOfDay, type LocalMinute, MINUTES_A_DAY, toInstant } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { parseTerm } from "@gandan/calendar/term";
import { type DossierFacts, NEVER } from "../dossier/dossier-facts";
import type { ModelSource } from "../model/model-schema";
import { reminderPlan } from "../notice/reminder-plan";
import { type LetterRule, letterRules } from "../rules/dossier-letter";
import type { LetterKind } from "./letter-kinds";

/** A letter that a dossier calls for. */
export interface DueLetter {
  kind: LetterKind;
  /** What calls for it; with the dossier and the kind it names the one letter for the one fact. */
  fact: string;
  /** By when it has to be signed; null when nothing says so. */
  dueAt: LocalMinute | null;
  /** False when what calls for it is long past: no draft is begun, one that is there stays. */
  fresh: boolean;
}

export interface LetterPlan {
  due: DueLetter[];
  /** When to look again, as time alone may call for a letter; NEVER if it cannot. */
  next: LocalMinute;
}

/** What decides about the letters of a dossier. */
export interface LetterEnv {
  /** Kinds in use, those of the unit's own after those that come with the system. */
  kinds: readonly LetterKind[];
  /** The models that judge the dossier, the unit's own first. */
  models: readonly ModelSource[];
  calendar: OfficeCalendar;
}

/** Letters about what is longer past than this are begun by hand only. */
export const DRAFT_WINDOW = 7 * MINUTES_A_DAY;
/** Of the working time from acceptance to appointment: a short term does not begin with a draft of its apology. */
const LARGEST_SHARE = 0.25;
const WORKING_HOUR = 60;

/**
 * The letters that a dossier calls for at `asOf`: an apology once its appointment comes near, as long as the work is not
 * done; with the result, what the models ask for (rule kind `dossier.letter`) and what the unit always writes.
 */
export function dueLetters(facts: DossierFacts, env: LetterEnv, asOf: LocalMinute): LetterPlan {
  if (facts.finishedAt !== NEVER) return { due: withResult(facts, env, asOf), next: NEVER };
  return beforeLateness(facts, env, asOf);
}

/** When the letters of a new dossier are first looked at: now, or NEVER when all that calls for one is long past. */
export function firstLookAt({ finishedAt, endedAt, promisedAt }: DossierFacts, asOf: LocalMinute): LocalMinute {
  if (finishedAt !== NEVER) return asOf <= finishedAt + DRAFT_WINDOW ? asOf : NEVER;
  const open = endedAt === NEVER && promisedAt !== NEVER;
  return open && asOf <= promisedAt + DRAFT_WINDOW ? asOf : NEVER;
}

const iso = (minute: LocalMinute) => toInstant(minute).toISOString();

function beforeLateness(facts: DossierFacts, env: LetterEnv, asOf: LocalMinute): LetterPlan {
  const { promisedAt, apologyAt, endedAt, pausedSince } = facts;
  const plan: LetterPlan = { due: [], next: NEVER };
  if (endedAt !== NEVER || pausedSince !== NEVER || promisedAt === NEVER || apologyAt !== NEVER) return plan;
  if (!isWithin(env.calendar, promisedAt)) return plan;
  for (const kind of env.kinds) {
    if (kind.occasion !== "late" || !isDrafted(kind, env.models)) continue;
    const start = env.calendar.subtractWorkingMinutes(promisedAt, leadOf(kind, facts, env));
    const fresh = asOf <= promisedAt + DRAFT_WINDOW;
    if (start <= asOf) plan.due.push({ kind, fact: `late ${iso(promisedAt)}`, dueAt: promisedAt, fresh });
    else plan.next = Math.min(plan.next, start);
  }
  return plan;
}

function isDrafted(kind: LetterKind, models: readonly ModelSource[]): boolean {
  if (kind.drafting !== "model") return kind.drafting === "always";
  return models.some(({ rules }) => Object.values(rules).some((rule) => rule.kind === "dossier.apology"));
}

/** Years beside which the calendar has nothing to say. */
function isWithin({ range }: OfficeCalendar, minute: LocalMinute): boolean {
  const day = dateOfDay(Math.floor(minute / MINUTES_A_DAY));
  return range.from < day && day < range.to;
}

/** Working minutes before the appointment: the kind's own, or the shortest reminder of the models. */
function leadOf(kind: LetterKind, facts: DossierFacts, { models, calendar }: LetterEnv): number {
  const said =
    kind.lead ?? reminderPlan(models.find(({ reminders }) => reminders?.before_due)?.reminders).before_due.at(-1);
  if (!said) return 0;
  const term = parseTerm(said);
  const wanted =
    term.unit === "working-days"
      ? term.value * calendar.minutesPerDay
      : term.unit === "working-hours"
        ? term.value * WORKING_HOUR
        : 0;
  const { acceptedAt, promisedAt } = facts;
  if (acceptedAt === NEVER || acceptedAt >= promisedAt || !isWithin(calendar, acceptedAt)) return Math.floor(wanted);
  return Math.floor(Math.min(wanted, calendar.workingMinutesBetween(acceptedAt, promisedAt) * LARGEST_SHARE));
}

function withResult(facts: DossierFacts, env: LetterEnv, asOf: LocalMinute): DueLetter[] {
  const { finishedAt, group, letters } = facts;
  const fresh = asOf <= finishedAt + DRAFT_WINDOW;
  const due = new Map<string, DueLetter>();
  const add = (kind: LetterKind, dueAt: LocalMinute | null) => {
    if (letters.some(({ letter }) => letter === kind.tone)) return;
    const before = due.get(kind.kind)?.dueAt;
    const earliest = dueAt === null ? (before ?? null) : Math.min(dueAt, before ?? NEVER);
    due.set(kind.kind, { kind, fact: `finished ${iso(finishedAt)}`, dueAt: earliest, fresh });
  };
  for (const rule of env.models.flatMap(({ rules }) => letterRules(rules))) {
    const kind = rule.groups.includes(group) ? kindFor(rule, group, env.kinds) : undefined;
    if (kind)
      add(kind, isWithin(env.calendar, finishedAt) ? env.calendar.dueAt(finishedAt, parseTerm(rule.within)) : null);
  }
  for (const kind of env.kinds) {
    if (kind.occasion === "finished" && kind.drafting === "always" && goesWith(kind, group)) add(kind, null);
  }
  return [...due.values()];
}

const goesWith = (kind: LetterKind, group: string) =>
  kind.groups.length === 0 || kind.groups.some((each) => each === group);

/** The one kind that fulfils a rule: of its tone, for that group before one for any, the unit's own before a delivered one. */
function kindFor(rule: LetterRule, group: string, kinds: readonly LetterKind[]): LetterKind | undefined {
  const fitting = kinds.filter(
    (kind) =>
      kind.occasion === "finished" && kind.drafting !== "never" && kind.tone === rule.letter && goesWith(kind, group),
  );
  return fitting.findLast(({ groups }) => groups.length > 0) ?? fitting.at(-1);
}

/** Groups of dossiers for which a model asks for a letter that no kind in use would give. */
export function unmetRules(models: readonly ModelSource[], kinds: readonly LetterKind[]) {
  return models.flatMap(({ rules }) =>
    letterRules(rules).flatMap((rule) =>
      rule.groups.filter((group) => !kindFor(rule, group, kinds)).map((group) => ({ letter: rule.letter, group })),
    ),
  );
}
