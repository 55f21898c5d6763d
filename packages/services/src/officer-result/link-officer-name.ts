import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { minuteOfDate, toInstant } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { LinkOfficerName, UnlinkOfficerName } from "@gandan/model/officer-result/officer-inputs";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";
import { loadOfficers, readWrittenNames } from "./list-officer-names";
import { loadGivenNames, nameKey, staffOfName } from "./named-officer";
import { quarterCode, tellOfficer, withdrawFromOfficer } from "./officer-notices";

/**
 * Says whose name dossiers write, where the name alone tells nobody, or the wrong one. The person sees the results under
 * that name, those of quarters gone by too, may reply, and is told of a reply that is awaited; who saw them before does
 * so no more. Reminders about dossiers go to the person from now on.
 * @throws AppError FORBIDDEN; NOT_FOUND officerResult.noSuchName, officerResult.noSuchPerson; INVALID unit.ended
 */
export async function linkOfficerName(ctx: UnitCtx, { written, staffId }: LinkOfficerName): Promise<void> {
  authorize(ctx, "staff:manage");
  const { unitId, now, actor } = ctx;
  const today = localToday(now);
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, today);
    await lockNames(sql, unitId);
    const key = nameKey(written);
    const name = (await readWrittenNames(sql, unitId, today)).get(key);
    if (!name) throw new AppError("NOT_FOUND", "officerResult.noSuchName");
    const officers = await loadOfficers(sql, unitId, today);
    if (!officers.some((one) => one.staffId === staffId)) throw new AppError("NOT_FOUND", "officerResult.noSuchPerson");
    await sql`
      insert into officer_name (unit_id, key, written, staff_id, linked_by, linked_at)
      values (${unitId}, ${key}, ${name.written}, ${staffId}, ${actor.staffId}, ${now})
      on conflict (unit_id, key) do update
      set staff_id = excluded.staff_id, linked_by = excluded.linked_by, linked_at = excluded.linked_at`;
    await giveResults(sql, ctx, key, staffId);
    const details = { written: name.written };
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: actor.staffId,
      action: "officer-name.link",
      subject: staffId,
      details,
    });
  });
}

/**
 * Takes back what was said by hand: the name alone tells again, or nobody.
 * @throws AppError FORBIDDEN; NOT_FOUND officerResult.noSuchName; INVALID unit.ended
 */
export async function unlinkOfficerName(ctx: UnitCtx, { written }: UnlinkOfficerName): Promise<void> {
  authorize(ctx, "staff:manage");
  const { unitId, now, actor } = ctx;
  const today = localToday(now);
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, today);
    await lockNames(sql, unitId);
    const key = nameKey(written);
    const [gone] = await sql<{ written: string; staffId: string }[]>`
      delete from officer_name where unit_id = ${unitId} and key = ${key} returning written, staff_id as "staffId"`;
    if (!gone) throw new AppError("NOT_FOUND", "officerResult.noSuchName");
    const [officers, given] = await Promise.all([loadOfficers(sql, unitId, today), loadGivenNames(sql, unitId)]);
    await giveResults(sql, ctx, key, staffOfName(written, officers, given));
    const details = { written: gone.written };
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: actor.staffId,
      action: "officer-name.unlink",
      subject: gone.staffId,
      details,
    });
  });
}

/** Names of a unit change one after the other. */
const lockNames = (sql: TransactionSql, unitId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`officer names ${unitId}`}, 0))`;

/** Gives the results under a name to a person, with what is still to be told; null takes them from everybody. */
async function giveResults(
  sql: TransactionSql,
  { unitId, now }: UnitCtx,
  key: string,
  staffId: string | null,
): Promise<void> {
  const rows = await sql<
    { id: string; officer: string; staffId: string | null; state: string; quarter: string; replyBy: string | null }[]
  >`
    select id, officer, staff_id as "staffId", state, quarter, reply_by as "replyBy" from officer_result
    where unit_id = ${unitId} and staff_id is distinct from ${staffId} order by quarter for update`;
  for (const { id, officer, state, quarter, replyBy, ...before } of rows) {
    if (nameKey(officer) !== key) continue;
    await sql`update officer_result set staff_id = ${staffId} where unit_id = ${unitId} and id = ${id}`;
    if (before.staffId) await withdrawFromOfficer(sql, unitId, id, now);
    if (staffId && state === "informed" && replyBy) {
      const dueAt = toInstant(minuteOfDate(replyBy, "24:00") - 1);
      await tellOfficer(sql, unitId, { resultIds: [id], code: quarterCode(quarter), now, staffId, dueAt });
    }
  }
}
