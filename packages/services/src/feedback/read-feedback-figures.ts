import type { LocalDate } from "@gandan/calendar/local-time";
import type { TransactionSql } from "postgres";

/** Below it nothing is told but that it is fewer: in a small unit people know who has said what. */
const LEAST = 5;

/** What was received of feedback between two days, as anybody may see it; null for fewer than five. */
export interface FeedbackFigures {
  received: number | null;
  /** Answered before its term was over; of what was sent back, the last time. */
  inTime: number | null;
  /** Confirmed as solved by who sent it. */
  solved: number | null;
}

const told = (n: number) => (n < LEAST ? null : n);

/** Feedback received between two days, `to` included; rubbish is none. */
export async function readFeedbackFigures(
  sql: TransactionSql,
  unitId: string,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<FeedbackFigures> {
  const [row] = await sql<{ received: number; inTime: number; solved: number }[]>`
    select count(*)::int as received,
      count(*) filter (where needs_answer and answered_at <= due_at)::int as "inTime",
      count(*) filter (where state = 'solved')::int as solved
    from feedback
    where unit_id = ${unitId} and coalesce(reason not in ('spam', 'abuse'), true)
      and received_at >= (${from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and received_at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
  const { received, inTime, solved } = row!;
  return { received: told(received), inTime: told(inTime), solved: told(solved) };
}
