import type { Document } from "yaml";
import { AppError } from "../error/app-error";
import { extendModel } from "../model/extend-model";
import { type ModelSource, modelSource } from "../model/model-schema";
import type { Above } from "./own-entry";

/** The draft in full as its text stands, unchecked but for its shape. Throws AppError `model.invalid`. */
export function resolveDraft(document: Document, above: Above): ModelSource {
  const own = modelSource.safeParse(document.toJS());
  if (!own.success) throw new AppError("INVALID", "model.invalid", { count: own.error.issues.length });
  return above ? extendModel(above, own.data) : own.data;
}
