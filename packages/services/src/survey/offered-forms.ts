import { createHash } from "node:crypto";
import { type SurveyForm, surveyForm } from "@gandan/model/model/model-schema";
import { commitmentsForm } from "@gandan/model/survey/commitments-form";
import type { TransactionSql } from "postgres";
import { loadJudge } from "../outcome/load-judge";
import { localToday } from "../unit/local-today";

/** A form that the models in force offer, as it would be opened today. */
export interface FormOffer {
  source: SurveyForm;
  origin: "model" | "commitments";
  versionId: string;
  modelTitle: string;
  /** SHA-256 of {@link source}, in hex. */
  checksum: string;
}

/** Keys by name all the way down: jsonb keeps no order of its own. The order of lists is the form's. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
}

const checksumOf = (form: SurveyForm) =>
  createHash("sha256")
    .update(JSON.stringify(sorted(form)))
    .digest("hex");

/**
 * The survey forms of the unit's model in force and of the yardsticks above it, and the one made from the model's
 * commitments that nothing measures. The unit's own form of an id hides a yardstick's.
 */
export async function readOffers(sql: TransactionSql, unitId: string, now: Date): Promise<FormOffer[]> {
  const judge = await loadJudge(sql, unitId, now);
  const offers = new Map<string, FormOffer>();
  for (const { versionId, title, source, yardstick } of judge.versionsOn(localToday(now))) {
    const asked = yardstick ? null : commitmentsForm(source);
    const forms = [
      ...source.surveys.map((form) => ({ form, origin: "model" as const })),
      ...(asked ? [{ form: asked, origin: "commitments" as const }] : []),
    ];
    for (const { form, origin } of forms) {
      if (offers.has(form.id)) continue;
      // What was published before the language grew is read as it is understood today.
      const whole = surveyForm.parse(form);
      offers.set(form.id, { source: whole, origin, versionId, modelTitle: title, checksum: checksumOf(whole) });
    }
  }
  return [...offers.values()];
}
