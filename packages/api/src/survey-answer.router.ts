import {
  answerAtPoint,
  answerByToken,
  answerOnTablet,
  askAtPoint,
  askByToken,
} from "@gandan/model/survey/answering-inputs";
import { answerOnTablet as takeFromTablet } from "@gandan/services/survey/answer-on-tablet";
import * as answer from "@gandan/services/survey/answer-survey";
import * as asking from "@gandan/services/survey/find-asking";
import { openProcedure, router } from "./trpc";

/** What citizens are asked and what they answer. */
export const surveyAnswerRouter = router({
  atPoint: openProcedure.input(askAtPoint).query(({ ctx, input }) => asking.askAtPoint(ctx, input)),
  byToken: openProcedure.input(askByToken).query(({ ctx, input }) => asking.askByToken(ctx, input)),
  answerAtPoint: openProcedure.input(answerAtPoint).mutation(({ ctx, input }) => answer.answerAtPoint(ctx, input)),
  answerByToken: openProcedure.input(answerByToken).mutation(({ ctx, input }) => answer.answerByToken(ctx, input)),
  answerOnTablet: openProcedure.input(answerOnTablet).mutation(({ ctx, input }) => takeFromTablet(ctx, input)),
});
