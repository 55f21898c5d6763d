import type { CalendarEntry, CalendarSource } from "@gandan/calendar/calendar-source";
import type { LocalDate } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { connect } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { unitByCode } from "@gandan/db/unit/find-unit";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { headerOf, readRows } from "@gandan/db/unit/read-rows";
import type { UnitFileError } from "@gandan/db/unit/unit-file-error";
import { entryOf, type OwnDay, ownDay } from "@gandan/model/calendar/own-days";
import { AppError } from "@gandan/model/error/app-error";
import type { Sql, TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";
import { judgeWaiting } from "./change-days";

const COLUMNS = ["date", "kind", "name", "source", "instead_of"] as const;
type Column = (typeof COLUMNS)[number];

/** What is wrong with a row of a file of days. */
export interface DayFileError extends Omit<UnitFileError, "key"> {
  key: UnitFileError["key"] | "dayFile.wrong" | "dayFile.past";
}

export interface LaidDays {
  /** Days in the file. */
  days: number;
  added: number;
  changed: number;
  /** Units with dossiers that are judged anew. */
  units: number;
  errors: DayFileError[];
}

interface DayFile {
  /** CSV in UTF-8 under the header date, kind, name, source, instead_of. */
  content: string;
  /** Official code of the unit for which, and for all below it, the days hold; the whole country without. */
  unitCode?: string | undefined;
  /** The last day up to which the national calendar is complete with this file. */
  knownTo?: LocalDate | undefined;
}

/**
 * Lays the days of a file into the national calendar or that of a unit and all below it: a day that is there already is
 * said anew. All or nothing, only from today on, noted in the operator's log; what waits is judged anew by the worker. A
 * second run changes nothing, and goes on where a first one was cut off. For whoever has the owner's login.
 * @throws AppError NOT_FOUND unit.notFound
 */
export async function layDays(ownerUrl: string, file: DayFile, now: Date): Promise<LaidDays> {
  const read = readDays(file.content, localToday(now));
  if (read.errors.length > 0) return { days: read.days.length, added: 0, changed: 0, units: 0, errors: read.errors };
  const owner = connect({ url: ownerUrl, max: 1, name: "gandan-calendar" });
  const app = connect({ url: ownerUrl, role: "app", max: 1, name: "gandan-calendar" });
  const worker = connect({ url: ownerUrl, role: "worker", max: 1, name: "gandan-calendar" });
  try {
    const unitId = await unitOf(app.sql, file.unitCode, localToday(now));
    const { added, changed } = await owner.sql.begin((sql) => lay(sql, unitId, read.days, file, now));
    const waiting = await worker.sql<{ unitId: string }[]>`
      select distinct unit_id as "unitId" from dossier where next_judge_at > ${now} and (${unitId}::uuid is null
        or unit_id in (select descendant_id from unit_ancestors where ancestor_id = ${unitId}::uuid))`;
    for (const each of waiting) {
      await inUnit({ db: { app }, unitId: each.unitId }, (_tx, sql) => judgeWaiting(sql, each.unitId, now));
    }
    if (added + changed > 0) {
      await inUnit({ db: { app }, unitId: OPERATOR_UNIT_ID }, (_tx, sql) =>
        appendAudit(sql, {
          unitId: OPERATOR_UNIT_ID,
          at: now,
          actor: "command-line",
          action: "calendar.lay",
          subject: file.unitCode ?? null,
          details: { added, changed, days: read.days.map(({ date }) => date) },
        }),
      );
    }
    return { days: read.days.length, added, changed, units: waiting.length, errors: [] };
  } finally {
    await Promise.all([owner.end(), app.end(), worker.end()]);
  }
}

async function unitOf(sql: Sql, code: string | undefined, today: LocalDate): Promise<string | null> {
  if (code === undefined) return null;
  const unit = await unitByCode(sql, code, today);
  if (!unit) throw new AppError("NOT_FOUND", "unit.notFound");
  return unit.id;
}

function readDays(content: string, today: LocalDate): { days: OwnDay[]; errors: DayFileError[] } {
  const errors: DayFileError[] = [];
  const header = headerOf(content);
  const wanted: readonly string[] = COLUMNS;
  if (header.length !== wanted.length || !wanted.every((column) => header.includes(column))) {
    const details = { found: header.join(","), wanted: wanted.join(",") };
    return { days: [], errors: [{ line: 1, column: null, key: "unitFile.header", details }] };
  }
  const wrongRows: UnitFileError[] = [];
  const rows = readRows<Column>(content, COLUMNS, ["instead_of"], wrongRows);
  errors.push(...wrongRows);
  const lines = new Map<LocalDate, number>();
  const days: OwnDay[] = [];
  for (const { line, values } of rows) {
    const { instead_of: insteadOf, ...rest } = values;
    const parsed = ownDay.safeParse({ ...rest, insteadOf: insteadOf || null });
    if (!parsed.success) {
      const field = String(parsed.error.issues[0]?.path[0] ?? "date");
      const column: Column = field === "insteadOf" ? "instead_of" : (field as Column);
      errors.push({ line, column, key: "dayFile.wrong", details: { value: values[column] } });
      continue;
    }
    const { date } = parsed.data;
    const first = lines.get(date);
    if (first !== undefined) errors.push({ line, column: "date", key: "unitFile.duplicate", details: { first } });
    else if (date < today) errors.push({ line, column: "date", key: "dayFile.past", details: { value: date } });
    else days.push(parsed.data);
    lines.set(date, first ?? line);
  }
  errors.sort((a, b) => a.line - b.line);
  return { days, errors };
}

/** The layer with the days in it; one that is not there is made. */
async function lay(
  sql: TransactionSql,
  unitId: string | null,
  days: readonly OwnDay[],
  { unitCode, knownTo }: DayFile,
  now: Date,
): Promise<{ added: number; changed: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended('catalogues', 0))`;
  const [row] = await sql<{ id: string; source: CalendarSource }[]>`
    select id, source from calendar_layer where unit_id is not distinct from ${unitId}::uuid limit 1`;
  const before: CalendarSource = row?.source ?? { name: unitCode ?? "", usual: {}, entries: [] };
  const entries = new Map<LocalDate, CalendarEntry>(before.entries.map((entry) => [entry.date, entry]));
  let [added, changed] = [0, 0];
  for (const day of days) {
    const entry = entryOf(day);
    const known = entries.get(day.date);
    if (!known) added++;
    else if (!saysSame(known, entry)) changed++;
    entries.set(day.date, entry);
  }
  const covers =
    knownTo && before.covers && knownTo > before.covers.to ? { ...before.covers, to: knownTo } : before.covers;
  const after: CalendarSource = {
    ...before,
    ...(covers ? { covers } : {}),
    entries: [...entries.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
  if (added + changed === 0 && covers?.to === before.covers?.to) return { added, changed };
  const source = JSON.stringify(after);
  if (row) {
    await sql`
      update calendar_layer set source = ${source}::text::jsonb, updated_at = ${now} where id = ${row.id}`;
  } else {
    await sql`
      insert into calendar_layer (unit_id, title, source, updated_at)
      values (${unitId}, ${before.name}, ${source}::text::jsonb, ${now})`;
  }
  return { added, changed };
}

/** Whether two entries of a day say the same, in whatever order. */
function saysSame(a: CalendarEntry, b: CalendarEntry): boolean {
  const told = (entry: CalendarEntry) => JSON.stringify(Object.entries(entry).sort(([x], [y]) => (x < y ? -1 : 1)));
  return told(a) === told(b);
}
