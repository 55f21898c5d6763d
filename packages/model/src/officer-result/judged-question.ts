import type { SurveyForm } from "../model/model-schema";

type Asked = Pick<SurveyForm["questions"][number], "id" | "kind" | "subject" | "text">;

/** What a question asks about, the nearest to "how were you served by this officer" first. */
const JUDGED = ["general", "officer", "attitude", "responsibility", "guidance"] as const;
const OF_OFFICERS: readonly string[] = JUDGED.slice(1);

/**
 * The one question of a form by which officers are judged, so that each sheet counts once: of five levels, about the
 * whole service, else about the officer (plan 004, III.1 and III.6.b). Null where a form asks nothing of the kind.
 */
export function judgedQuestion({ questions }: { questions: readonly Asked[] }): Asked | null {
  const levels = questions.filter(({ kind }) => kind === "level5");
  for (const subject of JUDGED) {
    const found = levels.find((one) => one.subject === subject);
    if (found) return found;
  }
  return null;
}

/** The questions of five levels that speak of the officer: attitude, responsibility, guidance. */
export function officerQuestions({ questions }: { questions: readonly Asked[] }): Asked[] {
  return questions.filter(({ kind, subject }) => kind === "level5" && OF_OFFICERS.includes(subject ?? ""));
}
