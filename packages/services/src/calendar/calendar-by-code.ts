import { type LocalDate, localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { connect } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { unitByCode } from "@gandan/db/unit/find-unit";
import { AppError } from "@gandan/model/error/app-error";
import { loadCalendar } from "../outcome/load-judge";
import { layerHeads, layerSources } from "./calendar-layers";

/**
 * The calendar of a unit, named by its official code in force on the day of `at`, and the last day up to which the holidays
 * are known. For whoever has the owner's login.
 * @throws AppError NOT_FOUND unit.notFound
 */
export async function calendarByCode(
  ownerUrl: string,
  code: string,
  at: Date,
): Promise<{ calendar: OfficeCalendar; knownTo: LocalDate | null }> {
  const app = connect({ url: ownerUrl, role: "app", max: 1, name: "gandan-calendar" });
  try {
    const unit = await unitByCode(app.sql, code, localDateOf(toLocalMinute(at)));
    if (!unit) throw new AppError("NOT_FOUND", "unit.notFound");
    return await inUnit({ db: { app }, unitId: unit.id }, async (_tx, sql) => {
      const sources = await layerSources(sql, await layerHeads(sql, unit.id));
      const known = sources.flatMap(({ covers }) => covers?.to ?? []).sort();
      return { calendar: await loadCalendar(sql, unit.id, at), knownTo: known.at(-1) ?? null };
    });
  } finally {
    await app.end();
  }
}
