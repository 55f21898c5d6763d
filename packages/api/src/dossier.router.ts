import { actOnDossier, receiveDossier } from "@gandan/model/dossier/desk-inputs";
import { dossierId, listDossiers, readQueues } from "@gandan/model/dossier/list-dossiers";
import { actOnDossier as act } from "@gandan/services/dossier/act-on-dossier";
import { exportDossiers, listDossiers as list } from "@gandan/services/dossier/list-dossiers";
import { readDossier, revealPhone } from "@gandan/services/dossier/read-dossier";
import { readQueues as queues } from "@gandan/services/dossier/read-queues";
import { readReceiving } from "@gandan/services/dossier/read-receiving";
import { receiveDossier as receive } from "@gandan/services/dossier/receive-dossier";
import { router, unitProcedure } from "./trpc";

export const dossierRouter = router({
  list: unitProcedure.input(listDossiers).query(({ ctx, input }) => list(ctx.unit, input)),
  queues: unitProcedure.input(readQueues).query(({ ctx, input }) => queues(ctx.unit, input)),
  export: unitProcedure.input(listDossiers).mutation(({ ctx, input }) => exportDossiers(ctx.unit, input)),
  read: unitProcedure.input(dossierId).mutation(({ ctx, input }) => readDossier(ctx.unit, input)),
  receiving: unitProcedure.query(({ ctx }) => readReceiving(ctx.unit)),
  receive: unitProcedure.input(receiveDossier).mutation(({ ctx, input }) => receive(ctx.unit, input)),
  act: unitProcedure.input(actOnDossier).mutation(({ ctx, input }) => act(ctx.unit, input)),
  revealPhone: unitProcedure.input(dossierId).mutation(({ ctx, input }) => revealPhone(ctx.unit, input)),
});
