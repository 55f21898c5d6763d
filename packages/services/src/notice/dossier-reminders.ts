import type { LocalDate, LocalMinute } from "@gandan/calendar/local-time";
import { type DossierFacts, NEVER } from "@gandan/model/dossier/dossier-facts";
import { type ReminderPlan, reminderPlan } from "@gandan/model/notice/reminder-plan";
import { type Reminder, reminderTimes } from "@gandan/model/notice/reminder-times";
import type { Fragment, TransactionSql } from "postgres";
import type { Judge, VersionSpan } from "../outcome/judge";

/** A dossier as far as its reminders go by it. */
export interface RemindedDossier {
  facts: DossierFacts;
  receivedOn: LocalDate;
  /** The own model version it was first judged by; undefined for a new dossier, null when it had none. */
  ownVersionId: string | null | undefined;
}

const USUAL = reminderPlan(undefined);
const plans = new WeakMap<VersionSpan, ReminderPlan>();

function planOf(span: VersionSpan | undefined): ReminderPlan {
  if (!span) return USUAL;
  let plan = plans.get(span);
  if (!plan) {
    plan = reminderPlan(span.source.reminders);
    plans.set(span, plan);
  }
  return plan;
}

/** The reminders of a dossier from a local minute on, by the model it is judged by; as usual where it has none. */
export function remindersOf(judge: Judge, dossier: RemindedDossier, since: LocalMinute): Reminder[] {
  const { facts, receivedOn, ownVersionId } = dossier;
  if (facts.closedAt !== NEVER || facts.endedAt !== NEVER) return [];
  const span = judge.spansFor(receivedOn, ownVersionId).find(({ yardstick }) => !yardstick);
  const registered = judge.registeredOn(receivedOn).has(facts.procedure);
  return reminderTimes(facts, { calendar: judge.calendar, plan: planOf(span), registered }, since);
}

/** When somebody is next to be reminded of a dossier; NEVER if nobody is. */
export function nextReminderAt(judge: Judge, dossier: RemindedDossier, since: LocalMinute): LocalMinute {
  return remindersOf(judge, dossier, since)[0]?.at ?? NEVER;
}

/** The condition on `notice n` and the facts `i` of its dossier under which it has nothing more to remind of. */
export function noticeIsOver(sql: TransactionSql): Fragment {
  return sql`case
    when n.kind in ('to-close', 'weekend-close') then i.closed_at is not null
    when n.kind = 'weekend' then i.finished_at is not null or i.ended_at is not null or i.paused_since is not null
    else i.finished_at is not null or i.ended_at is not null or i.paused_since is not null
      or i.promised_at is distinct from n.due_at end`;
}
