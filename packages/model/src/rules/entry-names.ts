import type { ModelSource } from "../model/model-schema";
import type { NameOf } from "./define-rule-kind";

/**
 * What a model calls the questions, forms, tasks, reports, evidence and activities that its rules name by slug; an unknown slug
 * stays itself. An activity is called as the rule that asks for it.
 */
export function entryNames(
  source: Pick<ModelSource, "surveys" | "forms" | "timeline" | "reports" | "evidence" | "rules">,
): NameOf {
  const names = new Map<string, string>();
  for (const { activity, title } of Object.values(source.rules)) {
    if (typeof activity === "string" && typeof title === "string") names.set(activity, title);
  }
  const titled = [...source.forms, ...source.surveys, ...source.evidence, ...source.reports, ...source.timeline];
  for (const { id, title } of titled) names.set(id, title);
  for (const { questions } of source.surveys) {
    for (const { id, text } of questions) names.set(id, text);
  }
  return (slug) => names.get(slug) ?? slug;
}
