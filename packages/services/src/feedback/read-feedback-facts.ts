import { minuteOfDate, toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import type { DeclineReason, Topic } from "@gandan/model/feedback/feedback-inputs";
import { feedbackRounds, type RoundEvent } from "@gandan/model/feedback/feedback-rounds";
import type { Period } from "@gandan/model/oversight/period";
import type { FeedbackFacts } from "@gandan/model/rules/facts";
import type { TransactionSql } from "postgres";

interface Row {
  id: string;
  topic: Topic;
  hadContact: boolean;
  at: Date;
  kind: string;
  reason: DeclineReason | null;
}

const MINUTES_A_DAY = 1_440;

/**
 * What rules judge of a unit's feedback: each time that one waited for an answer, by the local day on which it began to
 * wait. Undefined for a unit that never got any.
 */
export async function readFeedbackFacts(
  sql: TransactionSql,
  unitId: string,
  { from, to }: Period,
): Promise<FeedbackFacts[] | undefined> {
  const [first, end] = [minuteOfDate(from), minuteOfDate(to) + MINUTES_A_DAY];
  const [rows, [some]] = await Promise.all([
    sql<Row[]>`
      select f.id, f.topic, f.has_contact or exists (
          select from feedback_event c
          where c.unit_id = f.unit_id and c.feedback_id = f.id and c.kind = 'contact-removed') as "hadContact",
        e.at, e.kind, e.details ->> 'reason' as reason
      from feedback f join feedback_event e on e.unit_id = f.unit_id and e.feedback_id = f.id
      where f.unit_id = ${unitId} and f.received_at < ${toInstant(end)} and f.waits_since >= ${toInstant(first)}
        and e.kind in ('received', 'reopened', 'answered', 'declined', 'restored')
      order by f.id, e.seq`,
    sql<{ there: boolean }[]>`select exists (select from feedback where unit_id = ${unitId}) as there`,
  ]);
  if (!some?.there) return undefined;
  const byFeedback = new Map<string, { topic: Topic; hadContact: boolean; events: RoundEvent[] }>();
  for (const { id, topic, hadContact, at, kind, reason } of rows) {
    const one = byFeedback.get(id) ?? { topic, hadContact, events: [] };
    one.events.push({ at: toLocalMinute(at), kind, reason });
    byFeedback.set(id, one);
  }
  return [...byFeedback.values()]
    .flatMap(({ topic, hadContact, events }) => feedbackRounds(topic, hadContact, events))
    .filter(({ receivedAt }) => receivedAt >= first && receivedAt < end);
}
