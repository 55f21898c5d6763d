import { publicUnit } from "@gandan/model/public/public-inputs";
import { readPublicUnit } from "@gandan/services/public/public-unit";
import { readPromise } from "@gandan/services/public/read-promise";
import { openProcedure, router } from "./trpc";

/** What a unit shows to anybody. */
export const publicRouter = router({
  unit: openProcedure.input(publicUnit).query(({ ctx, input }) => readPublicUnit(ctx, input)),
  promise: openProcedure.input(publicUnit).query(({ ctx, input }) => readPromise(ctx, input)),
});
