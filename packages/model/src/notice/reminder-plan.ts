import { parseTerm } from "@gandan/calendar/term";
import type { Reminders } from "../model/model-schema";
import type { Sentence } from "../model/sentence";

/** When officers are reminded, with everything said. */
export interface ReminderPlan {
  /** "1 working-days", "4 working-hours": the longest first. */
  before_due: string[];
  to_close: string;
  weekend: string;
}

/** Names of a plan's times. */
export const REMINDER_TIMES = ["before_due", "to_close", "weekend"] as const satisfies readonly (keyof ReminderPlan)[];

/** What holds where a model says nothing. */
const USUAL: ReminderPlan = {
  before_due: ["1 working-days", "4 working-hours"],
  to_close: "end-of-work",
  weekend: "16:00",
};

/** Eight working hours to a day, to put lead times in order; the real length of a day is the calendar's. */
function roughHours(lead: string): number {
  const term = parseTerm(lead);
  return term.unit === "working-days" ? term.value * 8 : term.unit === "working-hours" ? term.value : 0;
}

/** A model's reminders with the usual times for what it does not say. */
export function reminderPlan(said: Reminders | undefined): ReminderPlan {
  const leads = [...new Set(said?.before_due ?? USUAL.before_due)];
  return {
    before_due: leads.sort((a, b) => roughHours(b) - roughHours(a) || (a < b ? -1 : 1)),
    to_close: said?.to_close ?? USUAL.to_close,
    weekend: said?.weekend ?? USUAL.weekend,
  };
}

/** A lead time in words: "4 giờ làm việc", "4 working hours". */
export function leadWords(lead: string): Sentence {
  const term = parseTerm(lead);
  const value = "value" in term ? term.value : 0;
  const days = term.unit === "working-days";
  return {
    vi: `${String(value).replace(".", ",")} ${days ? "ngày" : "giờ"} làm việc`,
    en: `${value} working ${days ? "day" : "hour"}${value === 1 ? "" : "s"}`,
  };
}

function closingWords(toClose: string): Sentence {
  if (toClose === "none") return { vi: "không nhắc kết thúc hồ sơ", en: "not of closing" };
  if (toClose === "end-of-work") {
    return { vi: "xong mà chưa kết thúc thì nhắc cuối giờ làm", en: "of closing at the end of work" };
  }
  const { vi, en } = leadWords(toClose);
  return { vi: `xong mà chưa kết thúc thì nhắc sau ${vi}`, en: `of closing ${en} after the finish` };
}

/** A model's reminders as one sentence: "Nhắc trước hạn 1 ngày làm việc và 4 giờ làm việc; …". */
export function reminderSentences(said: Reminders | undefined): Sentence {
  const { before_due, to_close, weekend } = reminderPlan(said);
  const leads = before_due.map(leadWords);
  const close = closingWords(to_close);
  const before =
    leads.length === 0
      ? { vi: "Không nhắc trước hạn", en: "Reminds not before the appointment" }
      : {
          vi: `Nhắc trước hạn ${leads.map(({ vi }) => vi).join(" và ")}`,
          en: `Reminds ${leads.map(({ en }) => en).join(" and ")} before the appointment`,
        };
  const list =
    weekend === "none"
      ? { vi: "không có danh sách cuối tuần", en: "has no list at the end of the week" }
      : {
          vi: `${weekend} ngày làm việc cuối tuần có danh sách`,
          en: `lists at ${weekend} on the week's last working day`,
        };
  return { vi: `${before.vi}; ${close.vi}; ${list.vi}`, en: `${before.en}; ${close.en}; ${list.en}` };
}
