import type { TextKey } from "@gandan/i18n/translator";
import type { Measure } from "@gandan/model/model-editing/describe-model";
import type { IconName } from "@gandan/ui/icon";

/** Icon and word of a way to measure. */
export const MEASURE_WAYS: Record<Measure["type"], { icon: IconName; label: TextKey }> = {
  rule: { icon: "list-checks", label: "model.view.byRule" },
  question: { icon: "message-circle", label: "model.view.byQuestion" },
  evidence: { icon: "paperclip", label: "model.view.byEvidence" },
  task: { icon: "calendar", label: "model.view.byTask" },
};
