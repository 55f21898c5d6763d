import { listMyUnits } from "@gandan/services/unit/list-my-units";
import { readToday } from "@gandan/services/unit/read-today";
import { readUnit } from "@gandan/services/unit/read-unit";
import { z } from "zod";
import { personProcedure, router, unitProcedure } from "./trpc";

export const unitRouter = router({
  mine: personProcedure.query(({ ctx }) => listMyUnits(ctx)),
  today: unitProcedure.query(({ ctx }) => readToday(ctx.unit)),
  bySlug: personProcedure
    .input(z.object({ slug: z.string().min(1).max(200) }))
    .query(({ ctx, input }) => readUnit(ctx, input.slug)),
});
