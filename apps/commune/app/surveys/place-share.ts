import { type ToldShare, toldYes } from "@gandan/model/survey/answered";
import type { SurveyPage } from "./survey-page";

type Row = NonNullable<SurveyPage["places"]>["rows"][number];

/** The share that a place is compared by: satisfied, or yes; null where it is not told, or the question has none. */
export function placeShare(kind: SurveyPage["questions"][number]["kind"], { answered }: Row): ToldShare | null {
  return kind === "yes-no" ? toldYes(answered) : answered.satisfied;
}
