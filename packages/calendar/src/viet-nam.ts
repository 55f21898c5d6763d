import type { CalendarEntry, CalendarSource, OfficeSpan } from "./calendar-source";
import type { LocalDate } from "./local-time";

const office = (from: string, to: string): OfficeSpan => ({ from, to, receives: true, counts: true });
const workday = [office("07:00", "11:30"), office("13:30", "17:00")];

const LABOUR_CODE = "Bộ luật Lao động 2019, Điều 112 khoản 1";
const COMPENSATION = "Bộ luật Lao động 2019, Điều 111 khoản 3";
/** The Prime Minister fixes the days of the holiday each year. */
const BY_DECISION = `${LABOUR_CODE} và khoản 3`;
const CULTURE_DAY = "Nghị quyết 80-NQ/TW ngày 07/01/2026";
const noticeOf = (year: number) => `Thông báo lịch nghỉ lễ, Tết năm ${year} (chưa đối chiếu văn bản)`;

const NEW_YEAR = "Tết Dương lịch";
const TET = "Tết Nguyên đán";
const KINGS = "Giỗ Tổ Hùng Vương";
const VICTORY = "Ngày Chiến thắng 30/4";
const LABOUR = "Quốc tế Lao động 1/5";
const NATIONAL = "Quốc khánh";

type RestKind = "holiday" | "compensation" | "swapped-off";
const rest =
  (kind: RestKind, confirmed: boolean) =>
  (date: LocalDate, name: string, source: string): CalendarEntry => ({ date, kind, name, source, confirmed });

/** A date the law itself fixes. */
const fixed = rest("holiday", true);
/** A date the yearly notice fixes. */
const announced = rest("holiday", false);
const compensated = rest("compensation", true);
const compensatedAsAnnounced = rest("compensation", false);
const swappedOff = rest("swapped-off", false);
const swappedWorking = (date: LocalDate, insteadOf: LocalDate, source: string): CalendarEntry => ({
  date,
  kind: "swapped-working",
  insteadOf,
  name: `Làm bù cho ngày ${insteadOf.split("-").reverse().join("/")}`,
  source,
  confirmed: false,
});
/** A weekly rest day within a rest period: no reception either. */
const weeklyRest = (date: LocalDate, name: string, source: string) =>
  announced(date, `Nghỉ hằng tuần trong kỳ nghỉ ${name}`, source);

const entries: readonly CalendarEntry[] = [
  fixed("2023-01-01", NEW_YEAR, LABOUR_CODE),
  compensated("2023-01-02", `Nghỉ bù ${NEW_YEAR}`, COMPENSATION),
  announced("2023-01-20", TET, noticeOf(2023)),
  announced("2023-01-21", TET, noticeOf(2023)),
  announced("2023-01-22", TET, noticeOf(2023)),
  announced("2023-01-23", TET, noticeOf(2023)),
  announced("2023-01-24", TET, noticeOf(2023)),
  compensatedAsAnnounced("2023-01-25", `Nghỉ bù ${TET}`, noticeOf(2023)),
  compensatedAsAnnounced("2023-01-26", `Nghỉ bù ${TET}`, noticeOf(2023)),
  fixed("2023-04-29", `${KINGS} (10/3 âm lịch)`, LABOUR_CODE),
  fixed("2023-04-30", VICTORY, LABOUR_CODE),
  fixed("2023-05-01", LABOUR, LABOUR_CODE),
  compensatedAsAnnounced("2023-05-02", `Nghỉ bù ${KINGS}`, noticeOf(2023)),
  compensatedAsAnnounced("2023-05-03", `Nghỉ bù ${VICTORY}`, noticeOf(2023)),
  announced("2023-09-01", NATIONAL, noticeOf(2023)),
  fixed("2023-09-02", NATIONAL, LABOUR_CODE),
  weeklyRest("2023-09-03", NATIONAL, noticeOf(2023)),
  compensatedAsAnnounced("2023-09-04", `Nghỉ bù ${NATIONAL}`, noticeOf(2023)),

  fixed("2024-01-01", NEW_YEAR, LABOUR_CODE),
  announced("2024-02-08", TET, noticeOf(2024)),
  announced("2024-02-09", TET, noticeOf(2024)),
  announced("2024-02-10", TET, noticeOf(2024)),
  announced("2024-02-11", TET, noticeOf(2024)),
  announced("2024-02-12", TET, noticeOf(2024)),
  compensatedAsAnnounced("2024-02-13", `Nghỉ bù ${TET}`, noticeOf(2024)),
  compensatedAsAnnounced("2024-02-14", `Nghỉ bù ${TET}`, noticeOf(2024)),
  fixed("2024-04-18", `${KINGS} (10/3 âm lịch)`, LABOUR_CODE),
  weeklyRest("2024-04-27", "30/4 và 1/5", noticeOf(2024)),
  weeklyRest("2024-04-28", "30/4 và 1/5", noticeOf(2024)),
  swappedOff("2024-04-29", "Nghỉ hoán đổi với thứ Bảy 04/5/2024", noticeOf(2024)),
  fixed("2024-04-30", VICTORY, LABOUR_CODE),
  fixed("2024-05-01", LABOUR, LABOUR_CODE),
  swappedWorking("2024-05-04", "2024-04-29", noticeOf(2024)),
  weeklyRest("2024-08-31", NATIONAL, noticeOf(2024)),
  weeklyRest("2024-09-01", NATIONAL, noticeOf(2024)),
  fixed("2024-09-02", NATIONAL, LABOUR_CODE),
  announced("2024-09-03", NATIONAL, noticeOf(2024)),

  fixed("2025-01-01", NEW_YEAR, LABOUR_CODE),
  weeklyRest("2025-01-25", TET, noticeOf(2025)),
  weeklyRest("2025-01-26", TET, noticeOf(2025)),
  announced("2025-01-27", TET, noticeOf(2025)),
  announced("2025-01-28", TET, noticeOf(2025)),
  announced("2025-01-29", TET, noticeOf(2025)),
  announced("2025-01-30", TET, noticeOf(2025)),
  announced("2025-01-31", TET, noticeOf(2025)),
  weeklyRest("2025-02-01", TET, noticeOf(2025)),
  weeklyRest("2025-02-02", TET, noticeOf(2025)),
  fixed("2025-04-07", `${KINGS} (10/3 âm lịch)`, LABOUR_CODE),
  swappedWorking("2025-04-26", "2025-05-02", noticeOf(2025)),
  fixed("2025-04-30", VICTORY, LABOUR_CODE),
  fixed("2025-05-01", LABOUR, LABOUR_CODE),
  swappedOff("2025-05-02", "Nghỉ hoán đổi với thứ Bảy 26/4/2025", noticeOf(2025)),
  weeklyRest("2025-05-03", "30/4 và 1/5", noticeOf(2025)),
  weeklyRest("2025-05-04", "30/4 và 1/5", noticeOf(2025)),
  weeklyRest("2025-08-30", NATIONAL, noticeOf(2025)),
  weeklyRest("2025-08-31", NATIONAL, noticeOf(2025)),
  announced("2025-09-01", NATIONAL, noticeOf(2025)),
  fixed("2025-09-02", NATIONAL, LABOUR_CODE),

  fixed("2026-01-01", NEW_YEAR, LABOUR_CODE),
  swappedOff("2026-01-02", "Nghỉ hoán đổi với thứ Bảy 10/01/2026", noticeOf(2026)),
  weeklyRest("2026-01-03", NEW_YEAR, noticeOf(2026)),
  weeklyRest("2026-01-04", NEW_YEAR, noticeOf(2026)),
  swappedWorking("2026-01-10", "2026-01-02", noticeOf(2026)),
  weeklyRest("2026-02-14", TET, noticeOf(2026)),
  weeklyRest("2026-02-15", TET, noticeOf(2026)),
  fixed("2026-02-16", TET, BY_DECISION),
  fixed("2026-02-17", TET, BY_DECISION),
  fixed("2026-02-18", TET, BY_DECISION),
  fixed("2026-02-19", TET, BY_DECISION),
  fixed("2026-02-20", TET, BY_DECISION),
  weeklyRest("2026-02-21", TET, noticeOf(2026)),
  weeklyRest("2026-02-22", TET, noticeOf(2026)),
  fixed("2026-04-26", `${KINGS} (10/3 âm lịch)`, LABOUR_CODE),
  compensated("2026-04-27", `Nghỉ bù ${KINGS}`, COMPENSATION),
  fixed("2026-04-30", VICTORY, LABOUR_CODE),
  fixed("2026-05-01", LABOUR, LABOUR_CODE),
  swappedWorking("2026-08-22", "2026-08-31", noticeOf(2026)),
  weeklyRest("2026-08-29", NATIONAL, noticeOf(2026)),
  weeklyRest("2026-08-30", NATIONAL, noticeOf(2026)),
  swappedOff("2026-08-31", "Nghỉ hoán đổi với thứ Bảy 22/8/2026", noticeOf(2026)),
  fixed("2026-09-01", NATIONAL, BY_DECISION),
  fixed("2026-09-02", NATIONAL, LABOUR_CODE),
  fixed("2026-11-24", "Ngày Văn hóa Việt Nam", CULTURE_DAY),

  // Terms accepted in December 2026 run over it.
  fixed("2027-01-01", NEW_YEAR, LABOUR_CODE),
];

/**
 * The national layer, 2023–2026: usual hours, the holidays of the labour code, and rest periods and swap days as
 * announced each year. The Saturday morning receives citizens but counts for no deadline; a unit without it lays
 * `usual: { 6: [] }` over this. From 2027 on the yearly table is not announced: beyond New Year's Day only the usual hours apply.
 */
export const vietNamCalendar: CalendarSource = {
  name: "Việt Nam",
  covers: { from: "2023-01-01", to: "2026-12-31" },
  usual: {
    1: workday,
    2: workday,
    3: workday,
    4: workday,
    5: workday,
    6: [{ from: "07:00", to: "11:30", receives: true, counts: false }],
  },
  entries,
};
