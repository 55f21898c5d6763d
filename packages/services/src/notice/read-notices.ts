import { randomUUID } from "node:crypto";
import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import type { ReadNotices, UnreadNotices } from "@gandan/model/notice/notice-inputs";
import { isFor, isUnread } from "./list-notices";

/**
 * Notes that the person has read some reminders, or all of them; what is not theirs, or read before, is passed over. No
 * act on a dossier, and so not audited.
 * @returns how many, and by what they are taken back together
 * @throws AppError FORBIDDEN
 */
export async function readNotices(ctx: UnitCtx, input: ReadNotices): Promise<{ read: number; batch: string }> {
  authorize(ctx, "notice:read");
  const batch = randomUUID();
  return inUnit(ctx, async (_tx, sql) => {
    const which =
      "noticeIds" in input
        ? sql`n.id = any(${input.noticeIds}::uuid[])`
        : sql`n.issued_at <= ${new Date(input.until)} ${input.kind ? sql`and n.kind = ${input.kind}` : sql``}`;
    const rows = await sql`
      insert into notice_read (unit_id, staff_id, notice_id, read_at, batch)
      select n.unit_id, ${ctx.actor.staffId}, n.id, ${ctx.now}, ${batch} from notice n
      where ${isFor(sql, ctx)} and ${isUnread(sql, ctx)} and ${which}
      on conflict do nothing returning notice_id`;
    return { read: rows.length, batch };
  });
}

/**
 * Takes back what one click of the person has read.
 * @throws AppError FORBIDDEN
 */
export async function unreadNotices(ctx: UnitCtx, { batch }: UnreadNotices): Promise<{ unread: number }> {
  authorize(ctx, "notice:read");
  return inUnit(ctx, async (_tx, sql) => {
    const rows = await sql`
      delete from notice_read where unit_id = ${ctx.unitId} and staff_id = ${ctx.actor.staffId} and batch = ${batch}
      returning notice_id`;
    return { unread: rows.length };
  });
}
