import { NEVER } from "../dossier/dossier-facts";
import type { FeedbackFacts } from "../rules/facts";
import { needsAnswer } from "./feedback-deed";
import type { DeclineReason, Topic } from "./feedback-inputs";

/** An event of feedback as far as its rounds go by it; `at` a local minute. */
export interface RoundEvent {
  at: number;
  kind: string;
  /** Of "declined". */
  reason?: DeclineReason | null;
}

/**
 * What rules judge of one feedback: each time that it waited for an answer, from the receipt and from each time that it
 * was opened again. Sent on to whom it concerns is answered; what was none, twice, or a petition wants no answer.
 */
export function feedbackRounds(topic: Topic, hasContact: boolean, events: readonly RoundEvent[]): FeedbackFacts[] {
  const rounds: FeedbackFacts[] = [];
  for (const { at, kind, reason } of events) {
    const round = rounds.at(-1);
    if (kind === "received")
      rounds.push({ receivedAt: at, answeredAt: NEVER, needsAnswer: needsAnswer(topic, hasContact) });
    if (kind === "reopened") rounds.push({ receivedAt: at, answeredAt: NEVER, needsAnswer: true });
    if (!round) continue;
    if (kind === "answered" && round.answeredAt === NEVER) round.answeredAt = at;
    if (kind === "declined" && reason === "elsewhere") round.answeredAt = at;
    else if (kind === "declined") round.needsAnswer = false;
    if (kind === "restored") {
      round.needsAnswer = rounds.length > 1 || needsAnswer(topic, hasContact);
      round.answeredAt = NEVER;
    }
  }
  return rounds;
}
