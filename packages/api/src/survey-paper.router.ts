import {
  batchId,
  changeAbout,
  changeSheet,
  openBatch,
  paperSheet,
  settleSheet,
  typeAgain,
  typeSheet,
} from "@gandan/model/survey/paper-inputs";
import * as check from "@gandan/services/survey/check-paper";
import { changeAbout as saveAbout } from "@gandan/services/survey/paper-about";
import * as read from "@gandan/services/survey/read-paper";
import * as type from "@gandan/services/survey/type-paper";
import { z } from "zod";
import { router, unitProcedure } from "./trpc";

const page = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** Sheets on paper, typed in and handed in. */
export const surveyPaperRouter = router({
  list: unitProcedure.input(page).query(({ ctx, input }) => read.listBatches(ctx.unit, input)),
  batch: unitProcedure.input(batchId).query(({ ctx, input }) => read.readBatch(ctx.unit, input)),
  sheet: unitProcedure.input(paperSheet).query(({ ctx, input }) => read.readSheet(ctx.unit, input)),
  open: unitProcedure.input(openBatch).mutation(({ ctx, input }) => type.openBatch(ctx.unit, input)),
  about: unitProcedure.input(changeAbout).mutation(({ ctx, input }) => saveAbout(ctx.unit, input)),
  type: unitProcedure.input(typeSheet).mutation(({ ctx, input }) => type.typeSheet(ctx.unit, input)),
  change: unitProcedure.input(changeSheet).mutation(({ ctx, input }) => type.changeSheet(ctx.unit, input)),
  remove: unitProcedure.input(paperSheet).mutation(({ ctx, input }) => type.removeSheet(ctx.unit, input)),
  drop: unitProcedure.input(batchId).mutation(({ ctx, input }) => type.dropBatch(ctx.unit, input)),
  finish: unitProcedure.input(batchId).mutation(({ ctx, input }) => check.finishTyping(ctx.unit, input)),
  resume: unitProcedure.input(batchId).mutation(({ ctx, input }) => check.resumeTyping(ctx.unit, input)),
  typeAgain: unitProcedure.input(typeAgain).mutation(({ ctx, input }) => check.typeAgain(ctx.unit, input)),
  settle: unitProcedure.input(settleSheet).mutation(({ ctx, input }) => check.settleSheet(ctx.unit, input)),
  handIn: unitProcedure.input(batchId).mutation(({ ctx, input }) => check.handIn(ctx.unit, input)),
});
