import { dossierId, listDossiers } from "@gandan/model/dossier/list-dossiers";
import { countQueues, exportDossiers, listDossiers as list } from "@gandan/services/dossier/list-dossiers";
import { readDossier, revealPhone } from "@gandan/services/dossier/read-dossier";
import { router, unitProcedure } from "./trpc";

export const dossierRouter = router({
  list: unitProcedure.input(listDossiers).query(({ ctx, input }) => list(ctx.unit, input)),
  queues: unitProcedure.query(({ ctx }) => countQueues(ctx.unit)),
  export: unitProcedure.input(listDossiers).mutation(({ ctx, input }) => exportDossiers(ctx.unit, input)),
  read: unitProcedure.input(dossierId).mutation(({ ctx, input }) => readDossier(ctx.unit, input)),
  revealPhone: unitProcedure.input(dossierId).mutation(({ ctx, input }) => revealPhone(ctx.unit, input)),
});
