import type { Language } from "./language";

/** An instant, or a local minute: whole minutes since 1970-01-01T00:00 on the wall clock of Viet Nam. */
export type Moment = Date | number;
/** A moment, or a local date "YYYY-MM-DD". */
export type Day = Moment | string;

/** Writes dates, numbers and durations as an office would. Whatever has not come (NEVER, null) is a dash. */
export interface Format {
  /** 22/11/2026 – 22 Nov 2026 */
  date(day: Day | null | undefined): string;
  /** 22/11 – 22 Nov */
  dayMonth(day: Day | null | undefined): string;
  /** tháng 11/2026 – November 2026; takes "YYYY-MM" too */
  month(day: Day | null | undefined): string;
  /** Chủ Nhật, 22/11/2026 – Sunday, 22 Nov 2026 */
  longDate(day: Day | null | undefined): string;
  /** T2 – Mon */
  weekday(day: Day): string;
  /** 16:00 */
  time(moment: Moment | null | undefined): string;
  /** 22/11/2026, 16:00 */
  dateTime(moment: Moment | null | undefined): string;
  /** ISO 8601 with the offset of Viet Nam, for `<time dateTime>` */
  iso(moment: Moment): string;
  /** 1.234,5 – 1,234.5; at most `digits` decimals (default 2) */
  number(value: number, digits?: number): string;
  /** 88,50 – 88.50; always `digits` decimals (default 1); a minus is U+2212 */
  points(value: number | null | undefined, digits?: number): string;
  /** A share 0..1 as 97,7% – 97.7% (default one decimal, kept) */
  percent(share: number | null | undefined, digits?: number): string;
  /** Shares between two ends as "86,7% – 93,3%", as one where both are written alike */
  percentSpan(low: number, high: number): string;
  /** Numbers between two ends as "12–16", as one where they are the same */
  numberSpan(low: number, high: number): string;
  /** Minutes as "21 giờ 45 phút" – "21 hours 45 minutes" */
  duration(minutes: number): string;
  /** Working minutes as "2 ngày 5 giờ 45 phút", a day being `minutesPerDay` (default 480) */
  workingTime(minutes: number, minutesPerDay?: number): string;
}

const OFFSET_MINUTES = 420;
const NEVER = 0x7fffffff;
const MINUS = "−";

const names = {
  vi: {
    locale: "vi-VN",
    weekdays: ["CN", "T2", "T3", "T4", "T5", "T6", "T7"],
    longWeekdays: ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
    units: { day: ["ngày", "ngày"], hour: ["giờ", "giờ"], minute: ["phút", "phút"] },
  },
  en: {
    locale: "en-GB",
    weekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    longWeekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    units: { day: ["day", "days"], hour: ["hour", "hours"], minute: ["minute", "minutes"] },
  },
} as const;

const monthNames = "January February March April May June July August September October November December".split(" ");

const dateParts = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

interface Parts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
}

/** Only digits are taken from Intl: names and order are ours, so that server and browser always agree. */
function partsOf(value: Day): Parts {
  if (typeof value === "string") {
    const [year = "", month = "01", day = "01"] = value.split("-");
    return { year, month, day: day.slice(0, 2), hour: "00", minute: "00" };
  }
  const instant = typeof value === "number" ? (value - OFFSET_MINUTES) * 60_000 : value;
  const found = new Map(dateParts.formatToParts(instant).map((part) => [part.type, part.value]));
  const get = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? "";
  return { year: get("year"), month: get("month"), day: get("day"), hour: get("hour"), minute: get("minute") };
}

function build(language: Language): Format {
  const words = names[language];
  const numbers = new Map<number, Intl.NumberFormat>();

  const numeric = (value: number, least: number, most: number) => {
    const key = 100 * least + most;
    let format = numbers.get(key);
    if (!format) {
      format = new Intl.NumberFormat(words.locale, {
        minimumFractionDigits: least,
        maximumFractionDigits: most,
        signDisplay: "negative",
      });
      numbers.set(key, format);
    }
    const text = format.format(value);
    return text.startsWith("-") ? MINUS + text.slice(1) : text;
  };

  const shown = <Value extends Day>(value: Value | null | undefined, write: (parts: Parts) => string) => {
    if (value === null || value === undefined || value === NEVER || value === "") return "–";
    return write(partsOf(value));
  };

  const monthName = (parts: Parts) => monthNames[Number(parts.month) - 1] ?? "";
  const dayMonthOf = (p: Parts) =>
    language === "vi" ? `${p.day}/${p.month}` : `${Number(p.day)} ${monthName(p).slice(0, 3)}`;
  const dateOf = (p: Parts) => (language === "vi" ? `${dayMonthOf(p)}/${p.year}` : `${dayMonthOf(p)} ${p.year}`);
  const timeOf = (p: Parts) => `${p.hour}:${p.minute}`;
  const weekdayIndex = (p: Parts) => new Date(Date.UTC(Number(p.year), Number(p.month) - 1, Number(p.day))).getUTCDay();
  const amount = (value: number, unit: keyof typeof words.units) =>
    `${numeric(value, 0, 0)} ${words.units[unit][value === 1 ? 0 : 1]}`;

  const span = (minutes: number, minutesPerDay: number | null) => {
    let rest = Math.abs(Math.round(minutes));
    const said: string[] = [];
    const days = minutesPerDay === null ? 0 : Math.floor(rest / minutesPerDay);
    if (days > 0) said.push(amount(days, "day"));
    rest -= days * (minutesPerDay ?? 0);
    const hours = Math.floor(rest / 60);
    if (hours > 0) said.push(amount(hours, "hour"));
    if (rest % 60 > 0 || said.length === 0) said.push(amount(rest % 60, "minute"));
    return said.join(" ");
  };

  const percent: Format["percent"] = (share, digits = 1) =>
    share === null || share === undefined ? "–" : `${numeric(share * 100, digits, digits)}%`;

  return {
    date: (day) => shown(day, dateOf),
    dayMonth: (day) => shown(day, dayMonthOf),
    month: (day) =>
      shown(day, (p) => (language === "vi" ? `tháng ${Number(p.month)}/${p.year}` : `${monthName(p)} ${p.year}`)),
    longDate: (day) => shown(day, (p) => `${words.longWeekdays[weekdayIndex(p)]}, ${dateOf(p)}`),
    weekday: (day) => words.weekdays[weekdayIndex(partsOf(day))] ?? "",
    time: (moment) => shown(moment, timeOf),
    dateTime: (moment) => shown(moment, (p) => `${dateOf(p)}, ${timeOf(p)}`),
    iso: (moment) => {
      const p = partsOf(moment);
      return `${p.year}-${p.month}-${p.day}T${timeOf(p)}+07:00`;
    },
    number: (value, digits = 2) => numeric(value, 0, digits),
    points: (value, digits = 1) => (value === null || value === undefined ? "–" : numeric(value, digits, digits)),
    percent,
    percentSpan: (low, high) => {
      const [from, to] = [percent(low), percent(high)];
      return from === to ? from : `${from} – ${to}`;
    },
    numberSpan: (low, high) => (low === high ? numeric(low, 0, 0) : `${numeric(low, 0, 0)}–${numeric(high, 0, 0)}`),
    duration: (minutes) => span(minutes, null),
    workingTime: (minutes, minutesPerDay = 480) => span(minutes, minutesPerDay),
  };
}

const formatters: Record<Language, Format> = { vi: build("vi"), en: build("en") };

/** The formatter of a language, in the time zone Asia/Ho_Chi_Minh; built once and shared. */
export function formatter(language: Language): Format {
  return formatters[language];
}
