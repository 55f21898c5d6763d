import {
  importId,
  listImports as listInput,
  saveMapping as saveInput,
  startImport as startInput,
  uploadImport as uploadInput,
} from "@gandan/model/import/import-inputs";
import {
  chooseSide as chooseInput,
  exportReconciliation as exportInput,
  readReconciliation as reconciliationInput,
} from "@gandan/model/import/reconciliation";
import { chooseSide } from "@gandan/services/import/choose-side";
import { exportErrors, getImport, listImports } from "@gandan/services/import/read-import";
import { exportReconciliation, readReconciliation } from "@gandan/services/import/read-reconciliation";
import { cancelImport, saveMapping, startImport, uploadImport } from "@gandan/services/import/upload-import";
import { router, unitProcedure } from "./trpc";

export const importRouter = router({
  list: unitProcedure.input(listInput).query(({ ctx, input }) => listImports(ctx.unit, input)),
  get: unitProcedure.input(importId).query(({ ctx, input }) => getImport(ctx.unit, input)),
  errors: unitProcedure.input(importId).mutation(({ ctx, input }) => exportErrors(ctx.unit, input)),
  upload: unitProcedure.input(uploadInput).mutation(({ ctx, input }) => uploadImport(ctx.unit, input)),
  saveMapping: unitProcedure.input(saveInput).mutation(({ ctx, input }) => saveMapping(ctx.unit, input)),
  start: unitProcedure.input(startInput).mutation(({ ctx, input }) => startImport(ctx.unit, input)),
  reconciliation: unitProcedure
    .input(reconciliationInput)
    .query(({ ctx, input }) => readReconciliation(ctx.unit, input)),
  exportReconciliation: unitProcedure
    .input(exportInput)
    .mutation(({ ctx, input }) => exportReconciliation(ctx.unit, input)),
  choose: unitProcedure.input(chooseInput).mutation(({ ctx, input }) => chooseSide(ctx.unit, input)),
  cancel: unitProcedure.input(importId).mutation(({ ctx, input }) => cancelImport(ctx.unit, input)),
});
