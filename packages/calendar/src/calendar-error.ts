type CalendarErrorCode = "INVALID_DATE" | "INVALID_TERM" | "INVALID_SOURCE" | "OUT_OF_RANGE";

/** What this package throws: `code` says what is wrong, `remedy` what the caller can do; the message holds both. */
export class CalendarError extends Error {
  readonly code: CalendarErrorCode;
  readonly remedy: string;

  constructor(code: CalendarErrorCode, problem: string, remedy: string) {
    super(`${problem}. ${remedy}.`);
    this.name = "CalendarError";
    this.code = code;
    this.remedy = remedy;
  }
}
