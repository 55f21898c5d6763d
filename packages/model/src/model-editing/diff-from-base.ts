import { diffModels, type ModelChange } from "../model/diff-models";
import type { ModelSource } from "../model/model-schema";

/**
 * What a model changes of the one it was made from. Of another model (`same` false) its id, issuer, basis and validity
 * are never taken over, so that they are no change; nor is a summary that it does without.
 */
export function diffFromBase(base: ModelSource, source: ModelSource, same: boolean): ModelChange[] {
  return diffModels(base, source).filter(
    ({ area, path, after }) =>
      same || area !== "model" || path === "title" || (path === "summary" && after !== undefined),
  );
}
