import { changeOffice } from "@gandan/model/settings/office-inputs";
import { changeOffice as change, readOffice } from "@gandan/services/settings/change-office";
import { router, unitProcedure } from "./trpc";

export const settingsRouter = router({
  office: unitProcedure.query(({ ctx }) => readOffice(ctx.unit)),
  changeOffice: unitProcedure.input(changeOffice).mutation(({ ctx, input }) => change(ctx.unit, input)),
});
