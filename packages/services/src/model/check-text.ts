import { createHash } from "node:crypto";
import { type LocalDate, localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { type LoadedModel, loadModel } from "@gandan/model/model/load-model";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { openModelText } from "@gandan/model/model-editing/edit-document";
import type { TransactionSql } from "postgres";
import { findExtended } from "./visible-models";

export interface CheckedText {
  loaded: LoadedModel;
  /** The model it extends, in full; undefined when it extends none or none is found. */
  above: { unitId: string; modelId: string; source: ModelSource } | undefined;
}

/** The local day of an instant. */
export const dayOf = (now: Date): LocalDate => localDateOf(toLocalMinute(now));

/** SHA-256 of a model's text, hexadecimal. */
export const checksumOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

function extendedId(text: string): string | undefined {
  try {
    const id = openModelText(text).get("extends");
    return typeof id === "string" ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a model's text with what the unit can extend, floors included. */
export async function checkText(
  sql: TransactionSql,
  unitId: string,
  text: string,
  day: LocalDate,
): Promise<CheckedText> {
  const id = extendedId(text);
  const above = id === undefined ? undefined : await findExtended(sql, unitId, id, day);
  const library = (asked: string) => (asked === id ? above?.source : undefined);
  return { loaded: loadModel(text, { file: "model.yaml", library }), above };
}
