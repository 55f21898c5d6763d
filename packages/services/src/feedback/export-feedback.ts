import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import type { DeclineReason, FeedbackState, ListFeedback, Source, Topic } from "@gandan/model/feedback/feedback-inputs";
import { matchingOf } from "./list-feedback";
import { numberOf } from "./receive-feedback";

/** A line of the register of feedback: no contact is in it. */
export interface RegisteredFeedback {
  number: string;
  receivedAt: Date;
  source: Source;
  topic: Topic;
  text: string;
  place: string;
  state: FeedbackState;
  reason: DeclineReason | null;
  needsAnswer: boolean;
  dueAt: Date;
  answeredAt: Date | null;
  /** It waits beyond its term, or was answered after it. */
  late: boolean;
  reopened: boolean;
  assignedTo: string | null;
  /** The last answer, or why it was declined; empty while there is none. */
  answer: string;
}

/** A workbook of them is made in memory. */
const MOST = 20_000;

/**
 * The feedback of the filters of a page, in the order of their numbers, with the answers and without any contact; at most
 * 20,000. That it was taken out is logged.
 * @throws AppError FORBIDDEN
 */
export async function exportFeedback(
  ctx: UnitCtx,
  input: ListFeedback,
): Promise<{ feedback: RegisteredFeedback[]; total: number }> {
  authorize(ctx, "feedback:read");
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const matching = matchingOf(sql, ctx, input);
    const [rows, [count]] = await Promise.all([
      sql<(Omit<RegisteredFeedback, "number"> & { year: number; numberOfYear: number })[]>`
        select f.year, f.number as "numberOfYear", f.received_at as "receivedAt", f.source, f.topic, f.text, f.place,
          f.state, f.reason, f.needs_answer as "needsAnswer", f.due_at as "dueAt", f.answered_at as "answeredAt",
          f.needs_answer and coalesce(f.answered_at, ${now}) > f.due_at as late,
          f.waits_since > f.received_at as reopened, (select name from staff where id = f.assigned_to) as "assignedTo",
          coalesce((select e.text from feedback_event e
            where e.unit_id = f.unit_id and e.feedback_id = f.id and e.kind in ('answered', 'corrected', 'declined')
            order by e.seq desc limit 1), '') as answer
        from feedback f where ${matching} order by f.year, f.number limit ${MOST}`,
      sql<{ total: number }[]>`select count(*)::int as total from feedback f where ${matching}`,
    ]);
    const { show, topic, q } = input;
    const details = { show, ...(topic ? { topic } : {}), ...(q ? { q } : {}), rows: rows.length };
    await appendAudit(sql, { unitId, at: now, actor: actor.staffId, action: "feedback.export", details });
    return {
      feedback: rows.map(({ year, numberOfYear, ...row }) => ({
        ...row,
        number: numberOf({ year, number: numberOfYear }),
      })),
      total: count?.total ?? 0,
    };
  });
}
