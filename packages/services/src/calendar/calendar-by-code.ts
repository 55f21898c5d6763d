import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { connect } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { unitByCode } from "@gandan/db/unit/find-unit";
import { AppError } from "@gandan/model/error/app-error";
import { loadCalendar } from "../outcome/load-judge";

/**
 * The calendar of a unit, named by its official code in force on the day of `at`. For whoever has the owner's login.
 * @throws AppError NOT_FOUND unit.notFound
 */
export async function calendarByCode(ownerUrl: string, code: string, at: Date): Promise<OfficeCalendar> {
  const app = connect({ url: ownerUrl, role: "app", max: 1, name: "gandan-calendar" });
  try {
    const unit = await unitByCode(app.sql, code, localDateOf(toLocalMinute(at)));
    if (!unit) throw new AppError("NOT_FOUND", "unit.notFound");
    return await inUnit({ db: { app }, unitId: unit.id }, (_tx, sql) => loadCalendar(sql, unit.id, at));
  } finally {
    await app.end();
  }
}
