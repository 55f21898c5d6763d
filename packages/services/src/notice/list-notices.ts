import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import type { ListNotices } from "@gandan/model/notice/notice-inputs";
import type { AnyNoticeKind, NoticeArea } from "@gandan/model/notice/notice-kinds";
import type { Fragment, TransactionSql } from "postgres";
import { audiencesOf } from "./unit-colleagues";

export interface ListedNotice {
  id: string;
  area: NoticeArea;
  /** The dossier, feedback, petition … that it is about. */
  subjectId: string;
  /** Code of the dossier, number or name of anything else. */
  code: string;
  /** Null for what is no dossier. */
  procedureName: string | null;
  kind: AnyNoticeKind;
  /** The time that the model sets. */
  at: Date;
  dueAt: Date | null;
  withdrawn: boolean;
  read: boolean;
}

export interface NoticePage {
  notices: ListedNotice[];
  total: number;
  /** By kind, what is neither read nor withdrawn. */
  unread: Partial<Record<AnyNoticeKind, number>>;
  page: number;
  pageSize: number;
}

const PAGE_SIZE = 50;
/** Counted up to here; a bell need not say more. */
const MANY = 100;
/** Older ones are found in the list, and counted by nobody. */
const COUNTED_DAYS = 60;

/** The condition on `notice n` that it is for the person of the context. */
export function isFor(sql: TransactionSql, ctx: UnitCtx): Fragment {
  const roles = ctx.actor.roles.filter(({ unitId }) => unitId === ctx.unitId).map(({ role }) => role);
  return sql`n.unit_id = ${ctx.unitId}
    and (n.staff_id = ${ctx.actor.staffId} or n.staff_id is null and n.audience = any(${audiencesOf(roles)}::text[]))`;
}

/** The condition on `notice n` that the person of the context has still to read it. */
export function isUnread(sql: TransactionSql, ctx: UnitCtx): Fragment {
  const since = new Date(ctx.now.getTime() - COUNTED_DAYS * 86_400_000);
  return sql`n.withdrawn_at is null and n.issued_at > ${since} and not exists (
    select from notice_read r
    where r.unit_id = n.unit_id and r.staff_id = ${ctx.actor.staffId} and r.notice_id = n.id)`;
}

/**
 * How many reminders the person has still to read, 100 for more.
 * @throws AppError FORBIDDEN
 */
export async function countUnread(ctx: UnitCtx): Promise<number> {
  authorize(ctx, "notice:read");
  return inUnit(ctx, async (_tx, sql) => {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from (
        select from notice n where ${isFor(sql, ctx)} and ${isUnread(sql, ctx)} limit ${MANY}
      ) unread`;
    return row?.n ?? 0;
  });
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/**
 * The person's reminders that match the filters, the newest first, 50 a page.
 * @throws AppError FORBIDDEN
 */
export async function listNotices(ctx: UnitCtx, input: ListNotices): Promise<NoticePage> {
  authorize(ctx, "notice:read");
  const { show, kind, q, page } = input;
  return inUnit(ctx, async (_tx, sql) => {
    const matching = sql`from notice n left join dossier d on d.unit_id = n.unit_id and d.id = n.dossier_id
      where ${isFor(sql, ctx)} ${show === "unread" ? sql`and ${isUnread(sql, ctx)}` : sql``}
        ${kind ? sql`and n.kind = ${kind}` : sql``}
        ${q ? sql`and coalesce(d.external_code, n.code) ilike ${`${escapeLike(q)}%`}` : sql``}`;
    const [notices, [count], unread] = await Promise.all([
      sql<ListedNotice[]>`
        select n.id, n.area, coalesce(n.dossier_id, n.subject_id) as "subjectId", coalesce(d.external_code, n.code, '') as code, n.kind, n.at, n.due_at as "dueAt",
          n.withdrawn_at is not null as withdrawn,
          coalesce((select name from procedure where code = d.procedure_code order by effective_from desc limit 1),
            d.procedure_code) as "procedureName",
          exists (select from notice_read r
            where r.unit_id = n.unit_id and r.staff_id = ${ctx.actor.staffId} and r.notice_id = n.id) as read
        ${matching} order by n.issued_at desc, n.id desc limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`,
      sql<{ total: number }[]>`select count(*)::int as total ${matching}`,
      sql<{ kind: AnyNoticeKind; n: number }[]>`
        select n.kind, count(*)::int as n from notice n where ${isFor(sql, ctx)} and ${isUnread(sql, ctx)} group by 1`,
    ]);
    return {
      notices,
      total: count?.total ?? 0,
      unread: Object.fromEntries(unread.map((each) => [each.kind, each.n])),
      page,
      pageSize: PAGE_SIZE,
    };
  });
}
