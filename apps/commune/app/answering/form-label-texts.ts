import type { OwnTexts } from "@gandan/i18n/translator";
import type { FormLabels } from "@gandan/model/survey/form-labels";

/** Words that a form brings for what stands around its questions, in the place of the interface's. */
export function labelTexts(labels: FormLabels): OwnTexts {
  return {
    "answering.level.5": labels.very_satisfied,
    "answering.level.4": labels.satisfied,
    "answering.level.3": labels.neutral,
    "answering.level.2": labels.dissatisfied,
    "answering.level.1": labels.very_dissatisfied,
    "answering.levelHead.5": labels.very_satisfied,
    "answering.levelHead.4": labels.satisfied,
    "answering.levelHead.3": labels.neutral,
    "answering.levelHead.2": labels.dissatisfied,
    "answering.levelHead.1": labels.very_dissatisfied,
    "answering.yes": labels.yes,
    "answering.no": labels.no,
    "answering.send": labels.send,
    "answering.lead": labels.seconds,
    "answering.nameless": labels.nameless,
    "answering.about": labels.about,
    "answering.optional": labels.optional,
    "answering.several": labels.several,
    "answering.textHint": labels.text_hint,
    "answering.when": labels.when,
    "answering.whenOr": labels.or,
    "answering.once": labels.once,
    "answering.published": labels.published,
    "answering.results": labels.results,
    "answering.problem.title": labels.problems,
    "answering.problem.required": labels.required,
    "answering.problem.requiredText": labels.required_text,
    "answering.problem.unknown": labels.not_in_form,
    "answering.problem.tooLong": labels.too_long,
    "answering.problem.empty": labels.empty,
    "answering.problem.stale": labels.stale,
    "answering.thanks.title": labels.thanks,
    "answering.thanks.sent": labels.thanks_sent,
    "answering.thanks.text": labels.thanks_text,
  };
}
