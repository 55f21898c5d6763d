import { adoptionRouter } from "./adoption.router";
import { boardRouter } from "./board.router";
import { calendarRouter } from "./calendar.router";
import { delegationRouter } from "./delegation.router";
import { dossierRouter } from "./dossier.router";
import { feedbackRouter } from "./feedback.router";
import { formRouter } from "./form.router";
import { importRouter } from "./import.router";
import { frameRouter, indexRouter } from "./index-frame.router";
import { letterRouter } from "./letter.router";
import { lookUpRouter } from "./look-up.router";
import { modelRouter } from "./model.router";
import { noticeRouter } from "./notice.router";
import { officerResultRouter } from "./officer-result.router";
import { oversightRouter } from "./oversight.router";
import { petitionRouter } from "./petition.router";
import { faceRouter, publicRouter } from "./public.router";
import { publicationRouter } from "./publication.router";
import { readingLogRouter } from "./reading-log.router";
import { scoreRouter } from "./score.router";
import { sessionRouter } from "./session.router";
import { settingsRouter } from "./settings.router";
import { staffRouter } from "./staff.router";
import { surveyRouter } from "./survey.router";
import { surveyAnswerRouter } from "./survey-answer.router";
import { surveyPaperRouter } from "./survey-paper.router";
import { surveyResultRouter } from "./survey-result.router";
import { createCallerFactory, router } from "./trpc";
import { unitRouter } from "./unit.router";
import { webhookRouter } from "./webhook.router";
import { yardstickRouter } from "./yardstick.router";

/** All procedures, by area. */
export const rootRouter = router({
  oversight: oversightRouter,
  adoption: adoptionRouter,
  board: boardRouter,
  calendar: calendarRouter,
  delegation: delegationRouter,
  dossier: dossierRouter,
  feedback: feedbackRouter,
  face: faceRouter,
  form: formRouter,
  frame: frameRouter,
  import: importRouter,
  index: indexRouter,
  letter: letterRouter,
  lookUp: lookUpRouter,
  model: modelRouter,
  notice: noticeRouter,
  officerResult: officerResultRouter,
  petition: petitionRouter,
  public: publicRouter,
  publication: publicationRouter,
  readingLog: readingLogRouter,
  score: scoreRouter,
  session: sessionRouter,
  settings: settingsRouter,
  staff: staffRouter,
  survey: surveyRouter,
  surveyAnswer: surveyAnswerRouter,
  surveyPaper: surveyPaperRouter,
  surveyResult: surveyResultRouter,
  unit: unitRouter,
  webhook: webhookRouter,
  yardstick: yardstickRouter,
});

/** Calls procedures in the same process: the only road from a route to the services. */
export const createCaller = createCallerFactory(rootRouter);
export type Caller = ReturnType<typeof createCaller>;
