import { REMINDER_TIMES, reminderPlan } from "../notice/reminder-plan";
import { isLoose } from "./model-entries";
import type { Finding } from "./model-problem";
import { type ModelSource, reminders } from "./model-schema";

const hoursOf = (text: string): number => Number.parseFloat(text);

/** Whether a reminder to close comes later than another; at the end of work may be later than any number of hours. */
function closesLater(above: string, below: string): boolean {
  if (above === below || above === "none") return false;
  if (below === "none") return true;
  if (above === "end-of-work" || below === "end-of-work") return above !== "end-of-work";
  return hoursOf(below) > hoursOf(above);
}

/** Reminders under a floor of the extended model that this one leaves out or delays. */
export function checkReminderFloor(own: unknown, parent: ModelSource): Finding[] {
  if (!parent.reminders?.floor || !isLoose(own)) return [];
  const parsed = reminders.safeParse(own);
  if (!parsed.success) return [];
  const [above, below] = [reminderPlan(parent.reminders), reminderPlan({ ...parent.reminders, ...parsed.data })];
  const looser = {
    before_due: above.before_due.some((lead) => !below.before_due.includes(lead)),
    to_close: closesLater(above.to_close, below.to_close),
    weekend: above.weekend !== "none" && (below.weekend === "none" || below.weekend > above.weekend),
  };
  return REMINDER_TIMES.flatMap((name): Finding[] => {
    if (!looser[name]) return [];
    const show = (value: string | string[]) => (typeof value === "string" ? value : `[${value.join(", ")}]`);
    const params = { name, parent: parent.id, before: show(above[name]), after: show(below[name]) };
    return [{ key: "reminders-loosened", path: ["reminders", name], at: "value", params }];
  });
}
