import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { CalendarEntry } from "@gandan/calendar/calendar-source";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import type { ReadCalendar } from "@gandan/model/calendar/calendar-inputs";
import { type DayKind, dayKindOf, type OwnDay, ownDays } from "@gandan/model/calendar/own-days";
import type { TransactionSql } from "postgres";
import { openCondition } from "../dossier/dossier-filter";
import { readSetting } from "../settings/unit-setting";
import { localToday } from "../unit/local-today";
import { layerHeads, layerSources } from "./calendar-layers";

/** A day that differs from the usual hours. */
export interface CalendarDay {
  date: LocalDate;
  kind: DayKind;
  name: string;
  source: string;
  insteadOf: LocalDate | null;
  /** Who laid it down: the name of a unit above, null for the whole country. */
  by: string | null;
  /** The unit's own, to be taken out by it as long as it has not come. */
  own: boolean;
  /** False while the official text was not read. */
  confirmed: boolean;
  /** Another layer has the last word on this day. */
  overruled: boolean;
  /** Open dossiers of the unit whose appointment falls on it, where there is no work. */
  promised: number;
}

export interface CalendarYear {
  year: number;
  /** Years that can be looked at. */
  years: number[];
  /** Whether the holidays of the whole year are known. */
  known: boolean;
  days: CalendarDay[];
  revision: number;
  changedAt: Date | null;
  changedBy: string | null;
  mayChange: boolean;
  /** The day that the last change took out, as the log has it, to be put back as it was. */
  dropped: OwnDay | null;
  /** Days before it have come and stay as they were. */
  today: LocalDate;
}

const FIRST_YEAR = 2023;

/** The last year that is shown, and reckoned with. */
export const lastYear = (today: LocalDate): number => Number(today.slice(0, 4)) + 2;

/**
 * The days of a year that differ from the usual hours, of all layers in force for the unit.
 * @throws AppError FORBIDDEN
 */
export async function readCalendar(ctx: UnitCtx, { year: asked }: ReadCalendar): Promise<CalendarYear> {
  authorize(ctx, "settings:read");
  const { unitId, now } = ctx;
  const today = localToday(now);
  const thisYear = Number(today.slice(0, 4));
  const year = Math.min(Math.max(asked ?? thisYear, FIRST_YEAR), lastYear(today));
  return inUnit(ctx, async (_tx, sql) => {
    const { value: _, ...setting } = await readSetting(sql, unitId, "calendar", ownDays);
    const heads = await layerHeads(sql, unitId);
    const sources = await layerSources(sql, heads);
    const names = await namesOf(
      sql,
      heads.flatMap((head) => head.unitId ?? []),
    );
    const within = (date: LocalDate) => date.startsWith(`${year}-`);
    const days = heads.flatMap(({ id, unitId: laidFor }, layer) =>
      (sources[layer]?.entries ?? [])
        .filter(({ date }) => within(date))
        .map((entry) => ({
          ...dayOf(entry),
          by: laidFor === null ? null : (names.get(laidFor) ?? null),
          own: id === null,
          overruled: sources.slice(layer + 1).some((above) => above.entries.some(({ date }) => date === entry.date)),
        })),
    );
    days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    const promised = await promisedOn(
      sql,
      unitId,
      days.filter(({ date }) => date >= today).map(({ date }) => date),
    );
    return {
      year,
      years: Array.from({ length: lastYear(today) + 1 - FIRST_YEAR }, (_each, i) => FIRST_YEAR + i),
      known: sources.some(({ covers }) => covers && covers.from <= `${year}-01-01` && `${year}-12-31` <= covers.to),
      days: days.map((day) => ({
        ...day,
        promised: day.kind === "working" || day.overruled ? 0 : (promised.get(day.date) ?? 0),
      })),
      ...setting,
      mayChange: mayDo(ctx, "settings:edit"),
      dropped: await lastDropped(sql, unitId),
      today,
    };
  });
}

const dayOf = (entry: CalendarEntry) => ({
  date: entry.date,
  kind: dayKindOf(entry),
  name: entry.name,
  source: entry.source,
  insteadOf: entry.kind === "swapped-working" ? entry.insteadOf : null,
  confirmed: entry.confirmed,
});

async function namesOf(sql: TransactionSql, unitIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; name: string }[]>`
    select distinct on (unit_id) unit_id as id, name from unit_name where unit_id = any(${unitIds as string[]}::uuid[])
    order by unit_id, valid_from desc`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function lastDropped(sql: TransactionSql, unitId: string): Promise<OwnDay | null> {
  const [row] = await sql<{ before: unknown; after: unknown }[]>`
    select details -> 'from' as before, details -> 'to' as after from audit_log
    where unit_id = ${unitId} and subject = 'calendar' and action = 'settings.change' order by seq desc limit 1`;
  if (!row) return null;
  const { days } = ownDays.parse(row.after);
  return ownDays.parse(row.before).days.find(({ date }) => days.every((day) => day.date !== date)) ?? null;
}

/** How many open dossiers are promised on each of some days. */
async function promisedOn(
  sql: TransactionSql,
  unitId: string,
  dates: readonly LocalDate[],
): Promise<Map<LocalDate, number>> {
  const rows = await sql<{ day: LocalDate; dossiers: number }[]>`
    select (d.promised_at at time zone 'Asia/Ho_Chi_Minh')::date as day, count(*)::int as dossiers
    from dossier d where d.unit_id = ${unitId} and ${openCondition(sql)}
      and (d.promised_at at time zone 'Asia/Ho_Chi_Minh')::date = any(${dates as string[]}::date[])
    group by 1`;
  return new Map(rows.map(({ day, dossiers }) => [day, dossiers]));
}
