import {
  closeOfficerResult,
  decideOnOfficer,
  informOfficer,
  linkOfficerName,
  listOfficerNames,
  listOfficerResults,
  officerResultId,
  officersBelow,
  replyToResult,
  unlinkOfficerName,
} from "@gandan/model/officer-result/officer-inputs";
import * as follow from "@gandan/services/officer-result/follow-officer-result";
import * as link from "@gandan/services/officer-result/link-officer-name";
import { listOfficerNames as listNames } from "@gandan/services/officer-result/list-officer-names";
import {
  listOwnResults,
  listOfficerResults as listResults,
  readOfficerResult,
} from "@gandan/services/officer-result/read-officer-results";
import { readOfficersBelow } from "@gandan/services/officer-result/read-officers-below";
import { router, unitProcedure } from "./trpc";

export const officerResultRouter = router({
  list: unitProcedure.input(listOfficerResults).query(({ ctx, input }) => listResults(ctx.unit, input)),
  below: unitProcedure.input(officersBelow).query(({ ctx, input }) => readOfficersBelow(ctx.unit, input)),
  own: unitProcedure.query(({ ctx }) => listOwnResults(ctx.unit)),
  read: unitProcedure.input(officerResultId).query(({ ctx, input }) => readOfficerResult(ctx.unit, input)),
  names: unitProcedure.input(listOfficerNames).query(({ ctx, input }) => listNames(ctx.unit, input)),
  linkName: unitProcedure.input(linkOfficerName).mutation(({ ctx, input }) => link.linkOfficerName(ctx.unit, input)),
  unlinkName: unitProcedure
    .input(unlinkOfficerName)
    .mutation(({ ctx, input }) => link.unlinkOfficerName(ctx.unit, input)),
  inform: unitProcedure.input(informOfficer).mutation(({ ctx, input }) => follow.informOfficer(ctx.unit, input)),
  reply: unitProcedure.input(replyToResult).mutation(({ ctx, input }) => follow.replyToResult(ctx.unit, input)),
  decide: unitProcedure.input(decideOnOfficer).mutation(({ ctx, input }) => follow.decideOnOfficer(ctx.unit, input)),
  close: unitProcedure
    .input(closeOfficerResult)
    .mutation(({ ctx, input }) => follow.closeOfficerResult(ctx.unit, input)),
  reopen: unitProcedure
    .input(closeOfficerResult)
    .mutation(({ ctx, input }) => follow.reopenOfficerResult(ctx.unit, input)),
});
