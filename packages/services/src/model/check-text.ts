import { createHash } from "node:crypto";
import { type LocalDate, localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { type LoadedModel, loadModel } from "@gandan/model/model/load-model";
import { openModelText } from "@gandan/model/model-editing/edit-document";
import type { TransactionSql } from "postgres";
import { type ExtendedVersion, findExtended } from "./visible-models";

export interface CheckedText {
  loaded: LoadedModel;
  /** The model it extends, in full; undefined when it extends none or none is found. */
  above: ExtendedVersion | undefined;
}

/** The local day of an instant. */
export const dayOf = (now: Date): LocalDate => localDateOf(toLocalMinute(now));

/** SHA-256 of a model's text, hexadecimal. */
export const checksumOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Id of the model that a text extends; undefined when it extends none or cannot be read. */
export function extendedId(text: string): string | undefined {
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
