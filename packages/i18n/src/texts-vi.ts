import { adoptionVi } from "./adoption/vi";
import { answeringVi } from "./answering/vi";
import { auditVi } from "./audit/vi";
import { boardVi } from "./board/vi";
import { calendarVi } from "./calendar/vi";
import { delegationVi } from "./delegation/vi";
import { dossierVi } from "./dossier/vi";
import { errorVi } from "./error/vi";
import { feedbackVi } from "./feedback/vi";
import { findUnitVi } from "./find-unit/vi";
import { formVi } from "./form/vi";
import { guideVi } from "./guide/vi";
import { importVi } from "./import/vi";
import { indexVi } from "./index/vi";
import { indexFrameVi } from "./index-frame/vi";
import { keptVi } from "./kept/vi";
import { letterVi } from "./letter/vi";
import { letterSettingsVi } from "./letter-settings/vi";
import { lookUpVi } from "./look-up/vi";
import { modelVi } from "./model/vi";
import { noticeVi } from "./notice/vi";
import { officerResultVi } from "./officer-result/vi";
import { oversightVi } from "./oversight/vi";
import { paperVi } from "./paper/vi";
import { petitionVi } from "./petition/vi";
import { procedureVi } from "./procedure/vi";
import { publicVi } from "./public/vi";
import { publicationVi } from "./publication/vi";
import { quotaVi } from "./quota/vi";
import { readingLogVi } from "./reading-log/vi";
import { reasonVi } from "./reason/vi";
import { ruleVi } from "./rule/vi";
import { scoreVi } from "./score/vi";
import { sessionVi } from "./session/vi";
import { settingsVi } from "./settings/vi";
import { shellVi } from "./shell/vi";
import { signingVi } from "./signing/vi";
import { staffVi } from "./staff/vi";
import { surveyVi } from "./survey/vi";
import { surveyResultVi } from "./survey-result/vi";
import { unitVi } from "./unit/vi";
import { webhookVi } from "./webhook/vi";
import { yardstickVi } from "./yardstick/vi";

/** All texts in Vietnamese, the source of every translation; one area a folder. */
export const vi = {
  adoption: adoptionVi,
  audit: auditVi,
  answering: answeringVi,
  board: boardVi,
  calendar: calendarVi,
  delegation: delegationVi,
  dossier: dossierVi,
  error: errorVi,
  feedback: feedbackVi,
  findUnit: findUnitVi,
  form: formVi,
  guide: guideVi,
  import: importVi,
  index: indexVi,
  indexFrame: indexFrameVi,
  kept: keptVi,
  letter: letterVi,
  letterSettings: letterSettingsVi,
  lookUp: lookUpVi,
  model: modelVi,
  notice: noticeVi,
  officerResult: officerResultVi,
  oversight: oversightVi,
  paper: paperVi,
  petition: petitionVi,
  procedure: procedureVi,
  public: publicVi,
  publication: publicationVi,
  quota: quotaVi,
  readingLog: readingLogVi,
  reason: reasonVi,
  rule: ruleVi,
  score: scoreVi,
  session: sessionVi,
  settings: settingsVi,
  shell: shellVi,
  signing: signingVi,
  staff: staffVi,
  survey: surveyVi,
  surveyResult: surveyResultVi,
  unit: unitVi,
  webhook: webhookVi,
  yardstick: yardstickVi,
};
