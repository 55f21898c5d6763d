import { adoptionEn } from "./adoption/en";
import { answeringEn } from "./answering/en";
import { auditEn } from "./audit/en";
import { boardEn } from "./board/en";
import { calendarEn } from "./calendar/en";
import { delegationEn } from "./delegation/en";
import { dossierEn } from "./dossier/en";
import { errorEn } from "./error/en";
import { feedbackEn } from "./feedback/en";
import { findUnitEn } from "./find-unit/en";
import { formEn } from "./form/en";
import { guideEn } from "./guide/en";
import { importEn } from "./import/en";
import { indexEn } from "./index/en";
import { indexFrameEn } from "./index-frame/en";
import { keptEn } from "./kept/en";
import { letterEn } from "./letter/en";
import { letterSettingsEn } from "./letter-settings/en";
import { lookUpEn } from "./look-up/en";
import { modelEn } from "./model/en";
import { noticeEn } from "./notice/en";
import { officerResultEn } from "./officer-result/en";
import { oversightEn } from "./oversight/en";
import { paperEn } from "./paper/en";
import { petitionEn } from "./petition/en";
import { procedureEn } from "./procedure/en";
import { publicEn } from "./public/en";
import { publicationEn } from "./publication/en";
import { quotaEn } from "./quota/en";
import { readingLogEn } from "./reading-log/en";
import { reasonEn } from "./reason/en";
import { ruleEn } from "./rule/en";
import { scoreEn } from "./score/en";
import { sessionEn } from "./session/en";
import { settingsEn } from "./settings/en";
import { shellEn } from "./shell/en";
import { signingEn } from "./signing/en";
import { staffEn } from "./staff/en";
import { surveyEn } from "./survey/en";
import { surveyResultEn } from "./survey-result/en";
import { unitEn } from "./unit/en";
import { webhookEn } from "./webhook/en";
import { yardstickEn } from "./yardstick/en";

/** All texts in English; one area a folder. */
export const en = {
  adoption: adoptionEn,
  audit: auditEn,
  answering: answeringEn,
  board: boardEn,
  calendar: calendarEn,
  delegation: delegationEn,
  dossier: dossierEn,
  error: errorEn,
  feedback: feedbackEn,
  findUnit: findUnitEn,
  form: formEn,
  guide: guideEn,
  import: importEn,
  index: indexEn,
  indexFrame: indexFrameEn,
  kept: keptEn,
  letter: letterEn,
  letterSettings: letterSettingsEn,
  lookUp: lookUpEn,
  model: modelEn,
  notice: noticeEn,
  officerResult: officerResultEn,
  oversight: oversightEn,
  paper: paperEn,
  petition: petitionEn,
  procedure: procedureEn,
  public: publicEn,
  publication: publicationEn,
  quota: quotaEn,
  readingLog: readingLogEn,
  reason: reasonEn,
  rule: ruleEn,
  score: scoreEn,
  session: sessionEn,
  settings: settingsEn,
  shell: shellEn,
  signing: signingEn,
  staff: staffEn,
  survey: surveyEn,
  surveyResult: surveyResultEn,
  unit: unitEn,
  webhook: webhookEn,
  yardstick: yardstickEn,
};
