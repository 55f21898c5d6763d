import type { DeclineReason, FeedbackState, Topic } from "./feedback-inputs";

/** What can happen to feedback after its receipt. */
export type FeedbackDeed =
  | "assigned"
  | "sorted"
  | "answered"
  | "corrected"
  | "solved"
  | "reopened"
  | "declined"
  | "restored"
  | "thanked"
  | "contact-removed";

/** As often as a citizen opens one feedback again; after that it takes a new one, or a petition. */
const MAX_REOPENED = 3;

const FROM: Readonly<Record<FeedbackDeed, readonly FeedbackState[]>> = {
  assigned: ["open"],
  sorted: ["open", "answered", "solved"],
  answered: ["open"],
  corrected: ["answered", "solved"],
  solved: ["answered"],
  reopened: ["answered", "solved", "declined"],
  declined: ["open"],
  restored: ["declined"],
  thanked: ["open", "answered", "solved"],
  "contact-removed": ["open", "answered", "solved", "declined"],
};

const TO: Readonly<Partial<Record<FeedbackDeed, FeedbackState>>> = {
  answered: "answered",
  solved: "solved",
  reopened: "open",
  declined: "declined",
  restored: "open",
};

/** The state after a deed; null when it cannot be done now. */
export function stateAfter(state: FeedbackState, deed: FeedbackDeed): FeedbackState | null {
  return FROM[deed].includes(state) ? (TO[deed] ?? state) : null;
}

/** Whether the citizen may open it again: not what was none, and not for ever. */
export function mayReopen(state: FeedbackState, reason: DeclineReason | null, reopened: number): boolean {
  if (reason === "spam" || reason === "abuse") return false;
  return reopened < MAX_REOPENED && stateAfter(state, "reopened") !== null;
}

/** Praise by somebody who does not say who they are wants no answer; all else does. */
export function needsAnswer(topic: Topic, hasContact: boolean): boolean {
  return topic !== "praise" || hasContact;
}
