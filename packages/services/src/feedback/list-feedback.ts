import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import type { FeedbackState, ListFeedback, SHOWN, Source, Topic } from "@gandan/model/feedback/feedback-inputs";
import { foldText } from "@gandan/model/import/fold-text";
import type { Fragment, TransactionSql } from "postgres";
import { isShownTo } from "./may-see";
import { numberOf } from "./receive-feedback";

export interface ListedFeedback {
  id: string;
  number: string;
  topic: Topic;
  /** The beginning of the text. */
  excerpt: string;
  place: string;
  source: Source;
  state: FeedbackState;
  receivedAt: Date;
  dueAt: Date;
  answeredAt: Date | null;
  needsAnswer: boolean;
  late: boolean;
  reopened: boolean;
  photos: number;
  hasContact: boolean;
  assignedTo: string | null;
}

type Shown = (typeof SHOWN)[number];

export interface FeedbackPage {
  feedback: ListedFeedback[];
  total: number;
  counts: Record<Shown, number>;
  page: number;
  pageSize: number;
  mayAnswer: boolean;
}

const PAGE_SIZE = 50;
const EXCERPT = 160;

/** The condition on `feedback f` of a tab of the list. */
function ofTab(sql: TransactionSql, { actor, now }: UnitCtx, show: Shown): Fragment {
  switch (show) {
    case "all":
      return sql`true`;
    case "late":
      return sql`f.state = 'open' and f.needs_answer and f.due_at < ${now}`;
    case "mine":
      return sql`f.state = 'open' and f.assigned_to = ${actor.staffId}`;
    default:
      return sql`f.state = ${show}`;
  }
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** The condition on `feedback f` of what a page asks for, of what the person may see. */
export function matchingOf(sql: TransactionSql, ctx: UnitCtx, { show, topic, q }: ListFeedback): Fragment {
  return sql`${isShownTo(sql, ctx)} and ${ofTab(sql, ctx, show)} ${topic ? sql`and f.topic = ${topic}` : sql``}
    ${q ? matches(sql, q) : sql``}`;
}

/** A reception number, "12" or "12/2026", else words in any order. */
function matches(sql: TransactionSql, q: string): Fragment {
  const [, number, year] = /^0*(\d{1,6})(?:\/(\d{4}))?$/.exec(q) ?? [];
  if (number) return sql`and f.number = ${Number(number)} ${year ? sql`and f.year = ${Number(year)}` : sql``}`;
  const words = foldText(q).split(" ").filter(Boolean).slice(0, 8);
  return words.length === 0
    ? sql``
    : sql`and f.search like all(${words.map((word) => `%${escapeLike(word)}%`)}::text[])`;
}

/**
 * The unit's feedback of a tab, by filters: what waits by its due date, the rest the newest first, 50 a page. No contact
 * is in it; that its texts were shown is logged.
 * @throws AppError FORBIDDEN
 */
export async function listFeedback(ctx: UnitCtx, input: ListFeedback): Promise<FeedbackPage> {
  authorize(ctx, "feedback:read");
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const seen = isShownTo(sql, ctx);
    const { show, topic, q, page } = input;
    const matching = matchingOf(sql, ctx, input);
    const waits = show === "open" || show === "late" || show === "mine";
    const order = waits ? sql`f.due_at, f.id` : sql`f.received_at desc, f.id desc`;
    const [rows, [count], [counts]] = await Promise.all([
      sql<(Omit<ListedFeedback, "number"> & { year: number; numberOfYear: number })[]>`
        select f.id, f.year, f.number as "numberOfYear", f.topic, left(f.text, ${EXCERPT}) as excerpt, f.place, f.source,
          f.state, f.received_at as "receivedAt", f.due_at as "dueAt", f.answered_at as "answeredAt",
          f.needs_answer as "needsAnswer", f.state = 'open' and f.needs_answer and f.due_at < ${now} as late,
          f.waits_since > f.received_at as reopened, f.photos, f.has_contact as "hasContact",
          (select name from staff where id = f.assigned_to) as "assignedTo"
        from feedback f where ${matching} order by ${order} limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`,
      sql<{ total: number }[]>`select count(*)::int as total from feedback f where ${matching}`,
      sql<Record<Shown, number>[]>`
        select count(*) filter (where ${ofTab(sql, ctx, "open")})::int as open,
          count(*) filter (where ${ofTab(sql, ctx, "late")})::int as late,
          count(*) filter (where ${ofTab(sql, ctx, "mine")})::int as mine,
          count(*) filter (where ${ofTab(sql, ctx, "answered")})::int as answered,
          count(*) filter (where ${ofTab(sql, ctx, "solved")})::int as solved,
          count(*) filter (where ${ofTab(sql, ctx, "declined")})::int as declined,
          count(*)::int as "all"
        from feedback f where ${seen}`,
    ]);
    const details = { show, ...(topic ? { topic } : {}), ...(q ? { q } : {}), page };
    if (rows.length > 0) {
      await appendAudit(sql, { unitId, at: now, actor: actor.staffId, action: "feedback.list", details });
    }
    return {
      feedback: rows.map(({ year, numberOfYear, ...row }) => ({
        ...row,
        number: numberOf({ year, number: numberOfYear }),
      })),
      total: count?.total ?? 0,
      counts: counts!,
      page,
      pageSize: PAGE_SIZE,
      mayAnswer: mayDo(ctx, "feedback:answer"),
    };
  });
}
