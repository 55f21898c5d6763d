import { activityFrequency } from "./activity-frequency";
import type { RuleKind } from "./define-rule-kind";
import { dossierApology } from "./dossier-apology";
import { dossierClosedAfterFinish } from "./dossier-closed-after-finish";
import { dossierFinishedWithin } from "./dossier-finished-within";
import { dossierLetter } from "./dossier-letter";
import { dossierMaxReappointments } from "./dossier-max-reappointments";
import { dossierMaxSupplements } from "./dossier-max-supplements";
import { dossierOnTime } from "./dossier-on-time";
import { feedbackAnswered } from "./feedback-answered";
import { indexAtLeast } from "./index-at-least";
import { officerDissatisfiedShare } from "./officer-dissatisfied-share";
import { petitionWithinTerm } from "./petition-within-term";
import { pledgeSigned } from "./pledge-signed";
import { publicationByDates } from "./publication-by-dates";
import { reportHandedIn } from "./report-handed-in";
import { surveyQuota } from "./survey-quota";
import { surveySatisfiedShare } from "./survey-satisfied-share";
import { taskDone } from "./task-done";

/** Every rule kind, by the name that a model's YAML gives it. */
export const ruleKinds: ReadonlyMap<string, RuleKind> = new Map(
  [
    dossierOnTime,
    dossierFinishedWithin,
    dossierMaxSupplements,
    dossierMaxReappointments,
    dossierApology,
    dossierClosedAfterFinish,
    dossierLetter,
    surveySatisfiedShare,
    surveyQuota,
    officerDissatisfiedShare,
    activityFrequency,
    petitionWithinTerm,
    feedbackAnswered,
    pledgeSigned,
    taskDone,
    publicationByDates,
    reportHandedIn,
    indexAtLeast,
  ].map((ruleKind) => [ruleKind.kind, ruleKind]),
);
