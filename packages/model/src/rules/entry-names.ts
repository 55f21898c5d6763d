import type { ModelSource } from "../model/model-schema";
import type { NameOf } from "./define-rule-kind";

/**
 * What a model calls the questions, tasks, reports, evidence and activities that its rules name by slug; an unknown slug
 * stays itself. An activity is called as the rule that asks for it.
 */
export function entryNames(
  source: Pick<ModelSource, "surveys" | "timeline" | "reports" | "evidence" | "rules">,
): NameOf {
  const names = new Map<string, string>();
  for (const { activity, title } of Object.values(source.rules)) {
    if (typeof activity === "string" && typeof title === "string") names.set(activity, title);
  }
  for (const { id, title } of [...source.evidence, ...source.reports, ...source.timeline]) names.set(id, title);
  for (const { questions } of source.surveys) {
    for (const { id, text } of questions) names.set(id, text);
  }
  return (slug) => names.get(slug) ?? slug;
}
