import type { ModelSource } from "../model/model-schema";
import type { NameOf } from "./define-rule-kind";

/** What a model calls the questions, tasks, reports and evidence that its rules name by slug; an unknown slug stays itself. */
export function entryNames(source: Pick<ModelSource, "surveys" | "timeline" | "reports" | "evidence">): NameOf {
  const names = new Map<string, string>();
  for (const { id, title } of [...source.evidence, ...source.reports, ...source.timeline]) names.set(id, title);
  for (const { questions } of source.surveys) {
    for (const { id, text } of questions) names.set(id, text);
  }
  return (slug) => names.get(slug) ?? slug;
}
