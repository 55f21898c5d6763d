import type { ModelSource } from "../model/model-schema";

/** How many commitments a model makes, and how many of them a rule, a question, a piece of evidence or a task measures. */
export function countCommitments(source: ModelSource): { commitments: number; measured: number } {
  const measures = new Set([
    ...Object.keys(source.rules),
    ...source.surveys.flatMap(({ questions }) => questions.map(({ id }) => id)),
    ...source.evidence.map(({ id }) => id),
    ...source.timeline.map(({ id }) => id),
  ]);
  const commitments = source.slogans.flatMap((slogan) => slogan.commitments);
  const measured = commitments.filter(({ measured_by }) => measured_by.some((id) => measures.has(id)));
  return { commitments: commitments.length, measured: measured.length };
}
