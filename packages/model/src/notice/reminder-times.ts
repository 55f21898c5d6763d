import { type LocalMinute, MINUTES_A_DAY, minuteOfDay } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { parseTerm } from "@gandan/calendar/term";
import { type DossierFacts, NEVER } from "../dossier/dossier-facts";
import type { ReminderPlan } from "./reminder-plan";

export const NOTICE_KINDS = ["before-due", "late", "to-close", "weekend", "weekend-close"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** One reminder of a dossier, at a local minute. */
export interface Reminder {
  kind: NoticeKind;
  at: LocalMinute;
  /** The appointment it speaks of; NEVER when it speaks of none. */
  dueAt: LocalMinute;
}

export interface ReminderEnv {
  calendar: OfficeCalendar;
  plan: ReminderPlan;
  /** Whether the unit has promised the procedure on the day, or without carrying it over a weekend. */
  registered: boolean;
}

/** What has been late or open for longer is no news. */
const LONGEST_DAYS = 30;
/** Paper taken in later belongs to the next working day (NĐ 23/2015/NĐ-CP, Điều 7). */
const DAY_CUTOFF = 15 * 60;
const SAME_DAY = { unit: "same-day", cutoff: "24:00" } as const;

/**
 * The reminders of a dossier from the local minute `since` on, in order of time, by what is known of it now: at most the
 * next list of a week's end. Nothing while the citizen is awaited, nothing before the acceptance, nothing for what lies
 * outside the calendar.
 */
export function reminderTimes(facts: DossierFacts, env: ReminderEnv, since: LocalMinute): Reminder[] {
  const { finishedAt, endedAt, closedAt, pausedSince, promisedAt } = facts;
  if (closedAt !== NEVER || endedAt !== NEVER) return [];
  const oldest = since - LONGEST_DAYS * MINUTES_A_DAY;
  const last = minuteAtEnd(env.calendar) - LONGEST_DAYS * MINUTES_A_DAY;
  const found =
    finishedAt !== NEVER
      ? finishedAt < oldest || finishedAt > last
        ? []
        : closingReminders(finishedAt, env)
      : pausedSince !== NEVER || promisedAt === NEVER || promisedAt < oldest || promisedAt > last || since > last
        ? []
        : openReminders(facts, env, since);
  return found.filter(({ at }) => at >= since).sort((a, b) => a.at - b.at);
}

/**
 * Which of a dossier's reminders are told at `now`, of those that have come since `since`: the latest of several before
 * the appointment and none once it has passed; the list of a week's end only on its day.
 */
export function dueReminders(reminders: readonly Reminder[], now: LocalMinute): Reminder[] {
  const come = reminders.filter(({ at }) => at <= now);
  const before = come.findLast(({ kind }) => kind === "before-due");
  return come.filter((one) => {
    if (one.kind === "before-due") return one === before && one.dueAt > now;
    if (one.kind === "weekend" || one.kind === "weekend-close") return dayOf(one.at) === dayOf(now);
    return true;
  });
}

const dayOf = (minute: LocalMinute): number => Math.floor(minute / MINUTES_A_DAY);

function minuteAtEnd(calendar: OfficeCalendar): LocalMinute {
  return Math.floor(Date.parse(`${calendar.range.to}T00:00:00Z`) / 60_000);
}

function closingReminders(finishedAt: LocalMinute, { calendar, plan }: ReminderEnv): Reminder[] {
  const found: Reminder[] = [];
  if (plan.to_close !== "none") {
    const term = plan.to_close === "end-of-work" ? SAME_DAY : parseTerm(plan.to_close);
    found.push({ kind: "to-close", at: calendar.dueAt(finishedAt, term), dueAt: NEVER });
  }
  const list = weekListAt(calendar, plan, dayOf(finishedAt));
  if (list !== undefined && finishedAt <= list) found.push({ kind: "weekend-close", at: list, dueAt: NEVER });
  return found;
}

function openReminders(facts: DossierFacts, env: ReminderEnv, since: LocalMinute): Reminder[] {
  const { calendar, plan } = env;
  const { acceptedAt, promisedAt: dueAt } = facts;
  const found: Reminder[] = [];
  for (const lead of plan.before_due) {
    const term = parseTerm(lead);
    if (term.unit === "same-day") continue;
    const minutes = term.value * (term.unit === "working-days" ? calendar.minutesPerDay : 60);
    const at = calendar.subtractWorkingMinutes(dueAt, Math.ceil(minutes));
    if (at > acceptedAt) found.push({ kind: "before-due", at, dueAt });
  }
  found.push({ kind: "late", at: calendar.startOfWork(calendar.nextWorkingDay(dayOf(dueAt))), dueAt });
  const list = nextWeekList(facts, env, since);
  if (list !== undefined) found.push({ kind: "weekend", at: list, dueAt });
  return found;
}

/** The first list from `since` on that the open dossier belongs to: due by the end of its day, or promised within the day. */
function nextWeekList(facts: DossierFacts, env: ReminderEnv, since: LocalMinute): LocalMinute | undefined {
  const { calendar, plan, registered } = env;
  const { acceptedAt, promisedAt } = facts;
  const first = dayOf(Math.max(since, registered ? acceptedAt : promisedAt));
  // A week of rest has no list of its own, and there are never three of them.
  for (let week = 0; week < 4; week++) {
    const day = first + 7 * week;
    const list = weekListAt(calendar, plan, day);
    if (list === undefined || list < since) continue;
    if (promisedAt < list - LONGEST_DAYS * MINUTES_A_DAY) return undefined;
    const dueThen = promisedAt <= calendar.endOfWork(dayOf(list));
    const promisedSo = registered && acceptedAt < dayOf(list) * MINUTES_A_DAY + DAY_CUTOFF;
    if (dueThen || promisedSo) return list;
  }
  return undefined;
}

/**
 * When the week of a day has its list: on its last working day at the time of the plan, on a short day an hour before the
 * end of work. Undefined for a week of rest, or when the plan has none.
 */
function weekListAt(calendar: OfficeCalendar, plan: ReminderPlan, day: number): LocalMinute | undefined {
  if (plan.weekend === "none") return undefined;
  const monday = day - ((((day + 3) % 7) + 7) % 7);
  for (let each = monday + 6; each >= monday; each--) {
    if (!calendar.isWorkingDay(each)) continue;
    const at = each * MINUTES_A_DAY + minuteOfDay(plan.weekend);
    const end = calendar.endOfWork(each);
    return at < end ? at : end - 60;
  }
  return undefined;
}
