import { listMyUnits } from "@gandan/services/unit/list-my-units";
import { readUnit } from "@gandan/services/unit/read-unit";
import { z } from "zod";
import { personProcedure, router } from "./trpc";

export const unitRouter = router({
  mine: personProcedure.query(({ ctx }) => listMyUnits(ctx)),
  bySlug: personProcedure
    .input(z.object({ slug: z.string().min(1).max(200) }))
    .query(({ ctx, input }) => readUnit(ctx, input.slug)),
});
