import type { CalendarSource } from "@gandan/calendar/calendar-source";
import type { LocalDate } from "@gandan/calendar/local-time";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import type { Database } from "@gandan/db/connect";
import { procedures } from "@gandan/rulesets/library";
import type { TransactionSql } from "postgres";
import { installLibrary } from "../model/install-library";
import { localToday } from "../unit/local-today";

/**
 * Writes what every installation starts from: the national calendar, the catalogue of procedures and the library of
 * models. What is there stays, but for what an earlier catalogue could not say; a second run changes nothing.
 * @param owner the owner's connection: catalogues are read-only to the apps
 */
export async function installCatalogues(db: { owner: Database; app: Database }, now: Date): Promise<void> {
  const { sql } = db.owner;
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtextextended('catalogues', 0))`;
    await keepNationalCalendar(tx, localToday(now));
    const rows = procedures().map((one) => ({
      code: one.code,
      effective_from: one.effective_from,
      name: one.name,
      procedure_group: one.group,
      term: one.term ?? null,
      fee: feeOf(one.fee),
      fee_text: one.fee ?? null,
      field: one.field,
      source: one.source,
      confidence: one.confidence,
    }));
    await tx`
      insert into procedure (code, effective_from, name, procedure_group, term, fee, fee_text, field, source, confidence)
      select code, effective_from, name, procedure_group, term, fee, fee_text, field, source, confidence
      from jsonb_populate_recordset(null::procedure, ${JSON.stringify(rows)}::text::jsonb)
      on conflict (code, effective_from) do update set fee_text = excluded.fee_text, field = excluded.field
      where procedure.field is null`;
  });
  await installLibrary(db, now);
}

/**
 * The national calendar; where there is one, days to come that a newer release knows are added. A day that is there stays as
 * it was laid down.
 */
async function keepNationalCalendar(tx: TransactionSql, today: LocalDate): Promise<void> {
  const [row] = await tx<{ id: string; source: CalendarSource }[]>`
    select id, source from calendar_layer where unit_id is null for update`;
  if (!row) {
    await tx`
      insert into calendar_layer (title, source)
      values (${vietNamCalendar.name}, ${JSON.stringify(vietNamCalendar)}::text::jsonb)`;
    return;
  }
  const { source } = row;
  const there = new Set(source.entries.map(({ date }) => date));
  const fresh = vietNamCalendar.entries.filter(({ date }) => date >= today && !there.has(date));
  const [kept, told] = [source.covers, vietNamCalendar.covers];
  const covers = kept && told && told.to > kept.to ? { ...kept, to: told.to } : kept;
  if (fresh.length === 0 && covers?.to === kept?.to) return;
  const entries = [...source.entries, ...fresh].sort((a, b) => (a.date < b.date ? -1 : 1));
  const next: CalendarSource = { ...source, ...(covers ? { covers } : {}), entries };
  await tx`update calendar_layer set source = ${JSON.stringify(next)}::text::jsonb where id = ${row.id}`;
}

/** VND where the source names one sum; a fee that depends on what is asked stays unknown. */
function feeOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^Miễn phí|^Không/.test(text)) return 0;
  const sum = /^([\d.]+)\s*(đồng|đ)?$/.exec(text)?.[1];
  return sum === undefined ? null : Number(sum.replaceAll(".", ""));
}
