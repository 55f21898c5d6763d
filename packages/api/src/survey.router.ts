import {
  addPoint,
  changePoint,
  chooseInvitation,
  formId,
  mailInvitation,
  offeredForm,
  openForm,
  pointId,
  printInvitation,
  printSheets,
} from "@gandan/model/survey/survey-inputs";
import { mailSettings } from "@gandan/services/notice/mail-settings";
import { openMailer } from "@gandan/services/notice/open-mailer";
import { asksByDossier, chooseInvitation as choose } from "@gandan/services/survey/invitation-setting";
import { printInvitation as invite, mailInvitation as mail } from "@gandan/services/survey/invite";
import * as points from "@gandan/services/survey/keep-points";
import * as lists from "@gandan/services/survey/list-forms";
import * as forms from "@gandan/services/survey/open-form";
import { printSheets as print } from "@gandan/services/survey/print-sheets";
import { originOf } from "./origin-of";
import { router, unitProcedure } from "./trpc";

/** What a unit asks citizens: forms, the places where they are asked, and tokens of dossiers. */
export const surveyRouter = router({
  forms: unitProcedure.query(({ ctx }) => lists.listForms(ctx.unit)),
  form: unitProcedure.input(formId).query(({ ctx, input }) => lists.readForm(ctx.unit, input)),
  offer: unitProcedure.input(offeredForm).query(({ ctx, input }) => lists.readOffer(ctx.unit, input)),
  open: unitProcedure.input(openForm).mutation(({ ctx, input }) => forms.openForm(ctx.unit, input)),
  close: unitProcedure.input(formId).mutation(({ ctx, input }) => forms.closeForm(ctx.unit, input)),
  reopen: unitProcedure.input(formId).mutation(({ ctx, input }) => forms.reopenForm(ctx.unit, input)),
  chooseInvitation: unitProcedure.input(chooseInvitation).mutation(({ ctx, input }) => choose(ctx.unit, input)),
  byDossier: unitProcedure.query(async ({ ctx }) => ({
    asks: await asksByDossier(ctx.unit),
    byMail: mailSettings(process.env) !== null,
  })),
  points: unitProcedure.query(({ ctx }) => points.listPoints(ctx.unit)),
  addPoint: unitProcedure.input(addPoint).mutation(({ ctx, input }) => points.addPoint(ctx.unit, input)),
  changePoint: unitProcedure.input(changePoint).mutation(({ ctx, input }) => points.changePoint(ctx.unit, input)),
  retirePoint: unitProcedure.input(pointId).mutation(({ ctx, input }) => points.retirePoint(ctx.unit, input)),
  restorePoint: unitProcedure.input(pointId).mutation(({ ctx, input }) => points.retirePoint(ctx.unit, input, true)),
  printSheets: unitProcedure
    .input(printSheets)
    .mutation(({ ctx, input }) => print(ctx.unit, input, originOf(ctx.host))),
  printInvitation: unitProcedure
    .input(printInvitation)
    .mutation(({ ctx, input }) => invite(ctx.unit, input, { key: ctx.policy.key, origin: originOf(ctx.host) })),
  mailInvitation: unitProcedure.input(mailInvitation).mutation(async ({ ctx, input }) => {
    const settings = mailSettings(process.env);
    const mailer = settings && openMailer(settings);
    try {
      await mail(ctx.unit, input, { key: ctx.policy.key, origin: originOf(ctx.host), mailer });
    } finally {
      mailer?.close();
    }
  }),
});
