import { type LocalMinute, localDateOf, MINUTES_A_DAY, toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { parseTerm } from "@gandan/calendar/term";
import { feedbackSettings } from "@gandan/model/feedback/feedback-inputs";
import { type ReminderPlan, reminderPlan } from "@gandan/model/notice/reminder-plan";
import type { TransactionSql } from "postgres";
import type { Judge } from "../outcome/judge";
import { loadJudge } from "../outcome/load-judge";
import { readSetting } from "../settings/unit-setting";

/** Where the term stands among the settings of a unit. */
export const FEEDBACK_AREA = "feedback";

interface FeedbackTerm {
  /** As `parseTerm` reads it: the one that ends first of those in force. */
  term: string;
  dueAt: Date;
  /** When somebody is next to be reminded; null when nobody is. */
  nextRemindAt: Date | null;
}

interface FeedbackReminder {
  kind: "before-due" | "late";
  at: LocalMinute;
}

/** The reminders of feedback that waits since one minute for an answer due at another, in order of time, from `after` on. */
export function feedbackReminders(
  { since, dueAt, after }: { since: LocalMinute; dueAt: LocalMinute; after: LocalMinute },
  calendar: OfficeCalendar,
  plan: ReminderPlan,
): FeedbackReminder[] {
  const found: FeedbackReminder[] = [];
  for (const lead of plan.before_due) {
    const term = parseTerm(lead);
    if (term.unit === "same-day") continue;
    const minutes = term.value * (term.unit === "working-days" ? calendar.minutesPerDay : 60);
    const at = calendar.subtractWorkingMinutes(dueAt, Math.ceil(minutes));
    if (at > since) found.push({ kind: "before-due", at });
  }
  const late = calendar.startOfWork(calendar.nextWorkingDay(Math.floor(dueAt / MINUTES_A_DAY)));
  found.push({ kind: "late", at: late });
  return found.filter(({ at }) => at >= after).sort((a, b) => a.at - b.at);
}

/** The reminder plan of the unit's own model on the day of a minute. */
export function planOn(judge: Judge, minute: LocalMinute): ReminderPlan {
  const day = localDateOf(minute);
  const own = judge.versionsBetween(day, day).find(({ yardstick }) => !yardstick);
  return reminderPlan(own?.source.reminders);
}

/** What models and yardsticks in force on the day of a minute say of the time for an answer, as `parseTerm` reads it. */
export function modelTerms(judge: Judge, minute: LocalMinute): string[] {
  const day = localDateOf(minute);
  return judge
    .versionsBetween(day, day)
    .flatMap(({ source }) => Object.values(source.rules))
    .flatMap((rule) => (rule.kind === "feedback.answered" && typeof rule.within === "string" ? [rule.within] : []));
}

/**
 * The term of feedback that begins to wait at `since`: by the models and yardsticks in force on that day, else what the unit
 * has set. Once told to the citizen it stays, whatever is set later.
 */
export async function termOf(sql: TransactionSql, unitId: string, since: Date): Promise<FeedbackTerm> {
  const judge = await loadJudge(sql, unitId, since);
  const start = toLocalMinute(since);
  const terms = modelTerms(judge, start);
  const { days } = (await readSetting(sql, unitId, FEEDBACK_AREA, feedbackSettings)).value;
  const [first] = (terms.length > 0 ? terms : [`${days} working-days`])
    .map((term) => ({ term, dueAt: judge.calendar.dueAt(start, parseTerm(term)) }))
    .sort((a, b) => a.dueAt - b.dueAt);
  const { term, dueAt } = first!;
  const [next] = feedbackReminders({ since: start, dueAt, after: start }, judge.calendar, planOn(judge, start));
  return { term, dueAt: toInstant(dueAt), nextRemindAt: next ? toInstant(next.at) : null };
}

/** When somebody is next to be reminded of feedback that waits; null when nobody is. */
export async function nextReminderOf(
  sql: TransactionSql,
  unitId: string,
  { waitsSince, dueAt }: { waitsSince: Date; dueAt: Date },
  after: Date,
): Promise<Date | null> {
  const judge = await loadJudge(sql, unitId, after);
  const since = toLocalMinute(waitsSince);
  const span = { since, dueAt: toLocalMinute(dueAt), after: toLocalMinute(after) };
  const [next] = feedbackReminders(span, judge.calendar, planOn(judge, since));
  return next ? toInstant(next.at) : null;
}
