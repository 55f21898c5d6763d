import type { LocalDate } from "@gandan/calendar/local-time";
import type { TransactionSql } from "postgres";
import { gatherMails } from "../notice/gather-mails";
import type { ToldNotice } from "../notice/issued-notice";
import { loadColleagues } from "../notice/unit-colleagues";
import { localToday } from "../unit/local-today";

/** A quarter as a reminder names it, without the officer: "Quý III/2026". */
export function quarterCode(quarter: LocalDate): string {
  const number = (Number(quarter.slice(5, 7)) + 2) / 3;
  return `Quý ${["I", "II", "III", "IV"][number - 1]}/${quarter.slice(0, 4)}`;
}

export type OfficerNotice = "officer-told" | "officer-asked" | "officer-replied";

interface NewNotice {
  resultIds: readonly string[];
  code: string;
  now: Date;
}

/** Tells the chairman of officers above what the model lets pass; no name stands in it. */
export function tellChairman(sql: TransactionSql, unitId: string, notice: NewNotice): Promise<void> {
  return insertNotices(sql, unitId, notice, { kind: "officer-told", audience: "chairman", staffId: null, dueAt: null });
}

/** Tells the chairman that an officer has replied. */
export function tellReply(sql: TransactionSql, unitId: string, notice: NewNotice): Promise<void> {
  return insertNotices(sql, unitId, notice, {
    kind: "officer-replied",
    audience: "chairman",
    staffId: null,
    dueAt: null,
  });
}

/** Tells an officer that a reply is awaited. */
export function tellOfficer(
  sql: TransactionSql,
  unitId: string,
  notice: NewNotice & { staffId: string; dueAt: Date },
): Promise<void> {
  const { staffId, dueAt } = notice;
  return insertNotices(sql, unitId, notice, { kind: "officer-asked", audience: "officer", staffId, dueAt });
}

async function insertNotices(
  sql: TransactionSql,
  unitId: string,
  { resultIds, code, now }: NewNotice,
  to: { kind: OfficerNotice; audience: "chairman" | "officer"; staffId: string | null; dueAt: Date | null },
): Promise<void> {
  if (resultIds.length === 0) return;
  const told = await sql<ToldNotice[]>`
    insert into notice (unit_id, area, subject_id, code, kind, at, due_at, audience, staff_id, issued_at)
    select ${unitId}, 'officer-result', r::uuid, ${code}, ${to.kind}, ${now}, ${to.dueAt}, ${to.audience}, ${to.staffId}, ${now}
    from unnest(${[...resultIds]}::text[]) r
    on conflict do nothing returning id, kind, audience, staff_id as "staffId"`;
  if (told.length > 0) await gatherMails(sql, unitId, told, await loadColleagues(sql, unitId, localToday(now)), now);
}

/** Takes back what was told of a result: something was done. */
export async function withdrawNotices(sql: TransactionSql, unitId: string, resultId: string, now: Date): Promise<void> {
  await sql`
    update notice set withdrawn_at = ${now}
    where unit_id = ${unitId} and area = 'officer-result' and subject_id = ${resultId} and withdrawn_at is null`;
}

/** Takes back what an officer was told of a result that turns out to be another one's. */
export async function withdrawFromOfficer(
  sql: TransactionSql,
  unitId: string,
  resultId: string,
  now: Date,
): Promise<void> {
  await sql`
    update notice set withdrawn_at = ${now}
    where unit_id = ${unitId} and area = 'officer-result' and subject_id = ${resultId} and kind = 'officer-asked'
      and withdrawn_at is null`;
}
