import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { notePublicChange } from "@gandan/db/public-change";
import type { AddDay, DropDay } from "@gandan/model/calendar/calendar-inputs";
import { type OwnDay, ownDays } from "@gandan/model/calendar/own-days";
import { AppError } from "@gandan/model/error/app-error";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { readSetting, writeSetting } from "../settings/unit-setting";
import { localToday } from "../unit/local-today";
import { lastYear } from "./read-calendar";

const MOST_DAYS = 400;

/**
 * Lays a day of the unit's own over the calendar: from now on terms are reckoned by it, and what waits for a deadline is
 * judged anew by the worker. Appointments already told to citizens stay. A day that has passed cannot be changed: what was
 * judged stays.
 * @throws AppError FORBIDDEN; INVALID `unit.ended`, `calendar.past`, `calendar.tooFar`, `calendar.dayExists`, `calendar.tooMany`;
 * CONFLICT `settings.changed`
 */
export function addDay(ctx: UnitCtx, { revision, day }: AddDay): Promise<void> {
  return changeDays(ctx, { revision, date: day.date }, (days) => {
    const last = `${lastYear(localToday(ctx.now))}-12-31`;
    if (day.date > last) throw new AppError("INVALID", "calendar.tooFar", { last: written(last) });
    if (days.some(({ date }) => date === day.date)) {
      throw new AppError("INVALID", "calendar.dayExists", { date: written(day.date) });
    }
    if (days.length >= MOST_DAYS) throw new AppError("INVALID", "calendar.tooMany", { most: MOST_DAYS });
    return [...days, day].sort((a, b) => (a.date < b.date ? -1 : 1));
  });
}

/**
 * Takes a day of the unit's own out again, as long as it has not passed.
 * @throws AppError FORBIDDEN; INVALID `unit.ended`, `calendar.past`; NOT_FOUND `calendar.dayNotFound`;
 * CONFLICT `settings.changed`
 */
export function dropDay(ctx: UnitCtx, { revision, date }: DropDay): Promise<void> {
  return changeDays(ctx, { revision, date }, (days) => {
    const left = days.filter((day) => day.date !== date);
    if (left.length === days.length) throw new AppError("NOT_FOUND", "calendar.dayNotFound", { date: written(date) });
    return left;
  });
}

async function changeDays(
  ctx: UnitCtx,
  { revision, date }: DropDay,
  change: (days: readonly OwnDay[]) => OwnDay[],
): Promise<void> {
  authorize(ctx, "settings:edit");
  const { unitId, now } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    const today = localToday(now);
    await refuseEnded(sql, unitId, today);
    if (date < today) throw new AppError("INVALID", "calendar.past", { date: written(date) });
    const seen = await readSetting(sql, unitId, "calendar", ownDays);
    const days = change(seen.value.days);
    await writeSetting(sql, ctx, "calendar", seen, { revision, value: { days } });
    await judgeWaiting(sql, unitId, now);
    await notePublicChange(sql, unitId);
  });
}

/** Lets the worker judge anew what waits for a minute that the calendar told; nothing else changes with the calendar. */
export async function judgeWaiting(sql: TransactionSql, unitId: string, now: Date): Promise<void> {
  await sql`update dossier set next_judge_at = ${now} where unit_id = ${unitId} and next_judge_at > ${now}`;
}

const written = (date: LocalDate) => date.split("-").reverse().join("/");
