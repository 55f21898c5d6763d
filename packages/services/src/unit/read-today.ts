import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { dateOfDay, dayNumberOf, type LocalDate, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { loadCalendar } from "../outcome/load-judge";
import { type OfficeDay, officeDay } from "./office-day";

export interface UnitToday extends OfficeDay {
  /** Working minutes until the office closes. */
  leftMinutes: number;
  /** The next weekday, within a fortnight, on which the office rests. */
  nextRest: LocalDate | null;
}

/** The working day of the unit at `now`, by its calendar. @throws AppError FORBIDDEN */
export async function readToday(ctx: UnitCtx): Promise<UnitToday> {
  authorize(ctx, "score:read");
  const calendar = await inUnit(ctx, (_tx, sql) => loadCalendar(sql, ctx.unitId, ctx.now));
  const office = officeDay(calendar, ctx.now);
  const day = dayNumberOf(office.today);
  const { open } = office;
  const left = open ? calendar.workingMinutesBetween(toLocalMinute(ctx.now), calendar.endOfWork(day)) : 0;
  const isWeekend = (each: number) => (each + 3) % 7 >= 5;
  const ahead = Array.from({ length: 14 }, (_, i) => day + 1 + i);
  const rest = ahead.find((each) => !isWeekend(each) && !calendar.isWorkingDay(each));
  return { ...office, leftMinutes: left, nextRest: rest === undefined ? null : dateOfDay(rest) };
}
