import { minuteOfDate, toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import type { DossierQueue, ListDossiers } from "@gandan/model/dossier/list-dossiers";
import type { Fragment, TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";

/** First instants of the day of `now` in Viet Nam and of the next day. */
export function dayBounds(now: Date): { start: Date; end: Date } {
  const start = toInstant(minuteOfDate(localToday(now)));
  return { start, end: new Date(start.getTime() + 86_400_000) };
}

/** Rules judge by whole minutes: in the minute of its appointment a dossier is not late yet. */
export function startOfMinute(now: Date): Date {
  return toInstant(toLocalMinute(now));
}

/** The condition of a queue on `dossier d`; shaped so that the partial indexes on open and unclosed dossiers serve it. */
export function queueCondition(sql: TransactionSql, queue: DossierQueue, now: Date): Fragment {
  const { start, end } = dayBounds(now);
  const minute = startOfMinute(now);
  const open = sql`d.finished_at is null and d.ended_at is null`;
  switch (queue) {
    case "open":
      return open;
    case "due-today":
      return sql`${open} and d.paused_since is null and d.promised_at >= ${start} and d.promised_at < ${end}`;
    case "late":
      return sql`${open} and d.paused_since is null and d.due_at < ${minute}`;
    case "late-no-letter":
      return sql`${open} and d.paused_since is null and d.due_at < ${minute} and d.apology_at is null`;
    case "finished-not-closed":
      return sql`d.finished_at is not null and d.closed_at is null`;
    case "awaiting-citizen":
      return sql`${open} and d.state in ('awaiting-supplement', 'awaiting-duty')`;
  }
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** Marks that stand apart once a letter is decomposed: tones, hooks and dots of Vietnamese and of its neighbours. */
const MARKS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030a\u030c\u031b\u0323";

/**
 * A part of the applicant's name, as people type it: without marks it matches names with any marks; with marks it
 * matches only these, so that "Văn" does not find every "Vàng".
 */
function nameMatches(sql: TransactionSql, words: string): Fragment {
  const text = words.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
  const pattern = `%${escapeLike(text)}%`;
  if (/[^\u0020-\u007e]/.test(text)) return sql`normalize(d.applicant_name, NFC) ilike ${pattern}`;
  return sql`translate(normalize(lower(d.applicant_name), NFD), ${`đ${MARKS}`}, 'd') like ${pattern}`;
}

/** All conditions of a filtered list on `dossier d`. */
export function dossierFilter(sql: TransactionSql, unitId: string, input: ListDossiers, now: Date): Fragment {
  const { q, queue, state, group, from, to } = input;
  return sql`d.unit_id = ${unitId}
    ${q ? sql`and (d.external_code ilike ${`${escapeLike(q)}%`} or ${nameMatches(sql, q)})` : sql``}
    ${queue ? sql`and ${queueCondition(sql, queue, now)}` : sql``}
    ${state ? sql`and d.state = ${state}` : sql``}
    ${group ? sql`and d.procedure_group = ${group}` : sql``}
    ${from ? sql`and d.received_on >= ${from}::date` : sql``}
    ${to ? sql`and d.received_on <= ${to}::date` : sql``}`;
}
