import { changeOffice, settingHistory } from "@gandan/model/settings/office-inputs";
import { changeOffice as change, readOffice } from "@gandan/services/settings/change-office";
import { readSettingHistory } from "@gandan/services/settings/read-history";
import { router, unitProcedure } from "./trpc";

export const settingsRouter = router({
  office: unitProcedure.query(({ ctx }) => readOffice(ctx.unit)),
  history: unitProcedure.input(settingHistory).query(({ ctx, input }) => readSettingHistory(ctx.unit, input)),
  changeOffice: unitProcedure.input(changeOffice).mutation(({ ctx, input }) => change(ctx.unit, input)),
});
