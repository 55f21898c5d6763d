import { z } from "zod";
import { NEVER } from "../dossier/dossier-facts";
import { met, missed, notApplicable, pending } from "../outcome/judgement";
import type { Judgement } from "../outcome/outcome";
import { reason } from "../outcome/reason-keys";
import { defineFactRuleKind, type RuleEnv } from "./define-rule-kind";
import type { PetitionFacts } from "./facts";
import { TermClock, termParam, termWords } from "./term-param";

const KIND_WORDS = {
  complaint: { vi: "Đơn khiếu nại", en: "A complaint" },
  denunciation: { vi: "Đơn tố cáo", en: "A denunciation" },
  recommendation: { vi: "Đơn kiến nghị, phản ánh", en: "A recommendation" },
} as const;

const STEP_WORDS = {
  "passed-on": {
    vi: "được chuyển đến nơi có thẩm quyền",
    en: "is passed on",
    since: { vi: "nhận đơn", en: "receipt" },
  },
  accepted: { vi: "được thụ lý", en: "is accepted", since: { vi: "nhận đơn", en: "receipt" } },
  resolved: { vi: "được giải quyết", en: "is resolved", since: { vi: "thụ lý", en: "acceptance" } },
} as const;

type Step = keyof typeof STEP_WORDS;

function judgePetition(
  step: Step,
  term: TermClock,
  petition: PetitionFacts,
  asOf: number,
  { calendar }: RuleEnv,
): Judgement {
  const doneAt = { "passed-on": petition.passedOnAt, accepted: petition.acceptedAt, resolved: petition.resolvedAt }[
    step
  ];
  const start = step === "resolved" ? petition.acceptedAt : petition.receivedAt;
  const { withdrawnAt, receivedAt } = petition;
  if (start === NEVER) {
    if (withdrawnAt !== NEVER) return notApplicable(reason("petition.withdrawn", { withdrawnAt }));
    return pending(reason("petition.notAcceptedYet", { receivedAt }));
  }
  const dueAt = term.dueAt(start);
  if (doneAt !== NEVER) {
    if (doneAt <= dueAt) return met(reason("petition.inTerm", { doneAt, dueAt }));
    return missed(
      reason("petition.late", { doneAt, dueAt, lateMinutes: calendar.workingMinutesBetween(dueAt, doneAt) }),
    );
  }
  if (withdrawnAt <= dueAt) return notApplicable(reason("petition.withdrawn", { withdrawnAt }));
  if (asOf <= dueAt)
    return pending(reason("petition.running", { dueAt, leftMinutes: calendar.workingMinutesBetween(asOf, dueAt) }));
  const stop = Math.min(asOf, withdrawnAt);
  return missed(reason("petition.lateOpen", { dueAt, lateMinutes: calendar.workingMinutesBetween(dueAt, stop) }));
}

/** A step of a petition is done within its term (Luật Khiếu nại, Luật Tố cáo; the term is the model's). One judgement a petition. */
export const petitionWithinTerm = defineFactRuleKind({
  kind: "petition.within-term",
  judges: "petition",
  params: z.strictObject({
    step: z.enum(["passed-on", "accepted", "resolved"]),
    /** Only petitions of this kind; left out: all. */
    petition: z.enum(["complaint", "denunciation", "recommendation"]).optional(),
    term: termParam,
  }),
  sampled: true,
  stricter: { term: "shorter" },
  sentence: ({ step, petition, term }, language) => {
    const who = petition ? KIND_WORDS[petition][language] : language === "vi" ? "Đơn của công dân" : "A petition";
    const { since } = STEP_WORDS[step];
    const from = language === "vi" ? "kể từ khi" : "of its";
    return `${who} ${STEP_WORDS[step][language]} ${termWords(term, language)} ${from} ${since[language]}.`;
  },
  judge: ({ step, petition: only, term }, petitions, asOf, env) => {
    const clock = new TermClock(term, env.calendar);
    return petitions.map((petition) =>
      only !== undefined && petition.kind !== only
        ? notApplicable(reason("petition.otherKind", { kindWord: petition.kind }))
        : judgePetition(step, clock, petition, asOf, env),
    );
  },
});
