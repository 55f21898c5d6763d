import * as inputs from "@gandan/model/feedback/feedback-inputs";
import { publicUnit } from "@gandan/model/public/public-inputs";
import * as deeds from "@gandan/services/feedback/answer-feedback";
import { changeFeedbackSettings, readFeedbackSettings } from "@gandan/services/feedback/change-feedback-settings";
import { enterFeedback } from "@gandan/services/feedback/enter-feedback";
import { exportFeedback } from "@gandan/services/feedback/export-feedback";
import * as follow from "@gandan/services/feedback/follow-feedback";
import { listFeedback } from "@gandan/services/feedback/list-feedback";
import { readFeedback, readPhoto, revealContact } from "@gandan/services/feedback/read-feedback";
import { beginFeedback, sendFeedback } from "@gandan/services/feedback/send-feedback";
import { thankFeedback } from "@gandan/services/feedback/thank-feedback";
import { admitForm } from "@gandan/services/public/admit-form";
import { openProcedure, router, unitProcedure } from "./trpc";

export const feedbackRouter = router({
  admit: openProcedure.input(publicUnit).mutation(({ ctx, input }) => admitForm(ctx, input.slug, "feedback")),
  begin: openProcedure.input(publicUnit).query(({ ctx, input }) => beginFeedback(ctx, input)),
  send: openProcedure.input(inputs.sendFeedback).mutation(({ ctx, input }) => sendFeedback(ctx, input)),
  follow: openProcedure.input(inputs.followFeedback).query(({ ctx, input }) => follow.followFeedback(ctx, input)),
  followPhoto: openProcedure.input(inputs.followPhoto).query(({ ctx, input }) => follow.followPhoto(ctx, input)),
  solve: openProcedure.input(inputs.followFeedback).mutation(({ ctx, input }) => follow.solveFeedback(ctx, input)),
  reopen: openProcedure.input(inputs.reopenFeedback).mutation(({ ctx, input }) => follow.reopenFeedback(ctx, input)),
  removeContact: openProcedure
    .input(inputs.followFeedback)
    .mutation(({ ctx, input }) => follow.removeContact(ctx, input)),
  list: unitProcedure.input(inputs.listFeedback).query(({ ctx, input }) => listFeedback(ctx.unit, input)),
  export: unitProcedure.input(inputs.listFeedback).query(({ ctx, input }) => exportFeedback(ctx.unit, input)),
  read: unitProcedure.input(inputs.feedbackId).query(({ ctx, input }) => readFeedback(ctx.unit, input)),
  photo: unitProcedure.input(inputs.feedbackPhoto).query(({ ctx, input }) => readPhoto(ctx.unit, input)),
  contact: unitProcedure.input(inputs.feedbackId).mutation(({ ctx, input }) => revealContact(ctx.unit, input)),
  answer: unitProcedure
    .input(inputs.answerFeedback)
    .mutation(({ ctx, input }) => deeds.answerFeedback(ctx.unit, input)),
  decline: unitProcedure
    .input(inputs.declineFeedback)
    .mutation(({ ctx, input }) => deeds.declineFeedback(ctx.unit, input)),
  restore: unitProcedure
    .input(inputs.restoreFeedback)
    .mutation(({ ctx, input }) => deeds.restoreFeedback(ctx.unit, input)),
  assign: unitProcedure
    .input(inputs.assignFeedback)
    .mutation(({ ctx, input }) => deeds.assignFeedback(ctx.unit, input)),
  sort: unitProcedure.input(inputs.sortFeedback).mutation(({ ctx, input }) => deeds.sortFeedback(ctx.unit, input)),
  thank: unitProcedure.input(inputs.thankFeedback).mutation(({ ctx, input }) => thankFeedback(ctx.unit, input)),
  enter: unitProcedure.input(inputs.enterFeedback).mutation(({ ctx, input }) => enterFeedback(ctx.unit, input)),
  settings: unitProcedure.query(({ ctx }) => readFeedbackSettings(ctx.unit)),
  changeSettings: unitProcedure
    .input(inputs.changeFeedbackSettings)
    .mutation(({ ctx, input }) => changeFeedbackSettings(ctx.unit, input)),
});
