import { localDateOf, toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { compileCalendar } from "@gandan/calendar/office-calendar";
import { formatTerm, parseTerm, type Term } from "@gandan/calendar/term";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { AppError } from "@gandan/model/error/app-error";
import { calendarByCode } from "@gandan/services/calendar/calendar-by-code";
import { defineCommand, exitCode, UsageError } from "../command";
import { Problem } from "../system/problem";
import { withDatabase } from "../unit/run-unit-import";

const NATIONAL = "viet-nam";

/** When a dossier accepted at a moment is due: by the national calendar alone without any database, or by a unit's. */
export const calendarDue = defineCommand({
  usage: 'calendar due --received ISO --term "3 working-days" [--calendar ID]',
  summary:
    "Tính hạn trả kết quả theo lịch làm việc: viet-nam, hoặc mã đơn vị; thời điểm không ghi múi giờ là giờ Việt Nam. · When a dossier is due, by viet-nam or the calendar of a unit's code; a time without zone is that of Viet Nam.",
  options: { received: { type: "string" }, term: { type: "string" }, calendar: { type: "string" } },
  run: async ({ values, positionals }) => {
    if (positionals.length > 0) throw new UsageError(`Thừa “${positionals[0]}”. · is one too many.`);
    const received = minuteOf(values.received);
    const term = termOf(values.term);
    const id = values.calendar ?? NATIONAL;
    const calendar = id === NATIONAL ? national(received) : await ofUnit(id, received);
    const due = calendar.dueAt(received, term);
    const covered = calendar.knownTo === null || localDateOf(due) <= calendar.knownTo;
    const warning =
      "Chưa có lịch nghỉ của ngày này: chỉ tính nghỉ cuối tuần. · Holidays of that time are not known yet.";
    return {
      code: exitCode.ok,
      text: [clock(due), ...(covered ? [] : [warning])].join("\n"),
      data: { received: isoOf(received), term: formatTerm(term), calendar: id, due: isoOf(due), covered },
    };
  },
});

function national(received: number) {
  const year = Number(localDateOf(received).slice(0, 4));
  return compileCalendar([vietNamCalendar], { from: `${year - 1}-01-01`, to: `${year + 3}-12-31` });
}

async function ofUnit(code: string, received: number) {
  if (!/^\d{1,10}$/.test(code)) {
    throw new UsageError(`Không có lịch “${code}”: hãy ghi ${NATIONAL} hoặc mã đơn vị. · No such calendar.`);
  }
  return withDatabase((url) => calendarByCode(url, code, toInstant(received))).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.key !== "unit.notFound") throw error;
    throw new Problem(`Không có đơn vị “${code}”.`, `There is no unit “${code}”.`);
  });
}

/** "2026-11-17T08:20:00+07:00" */
const isoOf = (minute: number) =>
  `${toInstant(minute + 420)
    .toISOString()
    .slice(0, 19)}+07:00`;

/** "17/11/2026 08:20" */
function clock(minute: number): string {
  const text = isoOf(minute);
  return `${text.slice(0, 10).split("-").reverse().join("/")} ${text.slice(11, 16)}`;
}

function minuteOf(text: string | undefined): number {
  if (text === undefined) throw new UsageError("Cần --received. · --received is needed.");
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}${text.includes("T") ? "" : "T00:00"}+07:00`;
  const instant = new Date(zoned);
  if (Number.isNaN(instant.getTime()))
    throw new UsageError(`“${text}” không phải thời điểm. · is no instant of ISO 8601.`);
  return toLocalMinute(instant);
}

function termOf(text: string | undefined): Term {
  if (text === undefined) throw new UsageError("Cần --term. · --term is needed.");
  try {
    return parseTerm(text);
  } catch (error) {
    const remedy = error instanceof Error && "remedy" in error ? String(error.remedy) : "";
    throw new UsageError(`“${text}” không phải thời hạn. · is no term. ${remedy}`.trim());
  }
}
