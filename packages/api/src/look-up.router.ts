import { lookUpDossier, openLookUp } from "@gandan/model/look-up/look-up-inputs";
import { lookUpDossier as lookUp } from "@gandan/services/look-up/look-up-dossier";
import { readLookUp } from "@gandan/services/look-up/read-look-up";
import { openProcedure, router } from "./trpc";

/** A dossier as its holder may see it, from outside. */
export const lookUpRouter = router({
  find: openProcedure.input(lookUpDossier).mutation(({ ctx, input }) => lookUp(ctx, input)),
  read: openProcedure.input(openLookUp).query(({ ctx, input }) => readLookUp(ctx, input)),
});
