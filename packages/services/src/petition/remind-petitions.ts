import { toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { NEVER } from "@gandan/model/dossier/dossier-facts";
import type { PetitionKind } from "@gandan/model/petition/petition-terms";
import { loadCalendar } from "../outcome/load-judge";
import { localToday } from "../unit/local-today";
import { loadReaders } from "./petition-readers";
import { nextRemindAt, remindersOf } from "./petition-reminder";
import { numberOf } from "./sealed-register";

interface Row {
  id: string;
  year: number;
  number: number;
  kind: PetitionKind;
  dueAt: Date | null;
  barred: string[];
}

/** Petitions looked at in one transaction. */
const BATCH = 500;

/**
 * Tells each reader of a petition whose step is due soon, or late, once for each: its number and the day, neither its kind
 * nor its sender; of a unit that is no more, too, for terms run on until it is handed over. It stays within the site:
 * nothing of a petition goes out by e-mail or to webhooks. Of two workers one does it.
 * @returns how many petitions were looked at; call again while there are any
 */
export function remindPetitions(scope: UnitScope, now: Date): Promise<number> {
  const { unitId } = scope;
  const today = localToday(now);
  return inUnit(scope, async (_tx, sql) => {
    const rows = await sql<Row[]>`
      select id, year, number, kind, due_at as "dueAt",
        array(select b.staff_id::text from petition_bar b where b.unit_id = p.unit_id and b.petition_id = p.id) as barred
      from petition p where unit_id = ${unitId} and next_remind_at <= ${now}
      order by next_remind_at limit ${BATCH} for update skip locked`;
    if (rows.length === 0) return 0;
    const [calendar, readers] = await Promise.all([loadCalendar(sql, unitId, now), loadReaders(sql, unitId, today)]);
    const asOf = toLocalMinute(now);
    for (const { id, kind, dueAt, barred, ...line } of rows) {
      const due = dueAt ? toLocalMinute(dueAt) : NEVER;
      // Several that were missed are told as one.
      const last = dueAt ? remindersOf(calendar, due).findLast(({ at }) => at <= asOf) : undefined;
      const next = dueAt ? nextRemindAt(calendar, due, asOf) : NEVER;
      const told = readers.filter(({ staffId, kinds }) => kinds.includes(kind) && !barred.includes(staffId));
      if (last && told.length > 0) {
        await sql`
          insert into notice (unit_id, area, subject_id, code, kind, at, due_at, audience, staff_id, issued_at)
          select ${unitId}, 'petition', ${id}, ${numberOf(line)}, ${last.kind}, ${toInstant(last.at)}, ${dueAt},
            'officer', staff_id::uuid, ${now}
          from unnest(${told.map(({ staffId }) => staffId)}::text[]) staff_id
          on conflict do nothing`;
      }
      await sql`
        update petition set next_remind_at = ${next === NEVER ? null : toInstant(next)}
        where unit_id = ${unitId} and id = ${id}`;
    }
    return rows.length;
  });
}
