import {
  applyYardstick as applyInput,
  endYardstick as endInput,
  oneApplication,
} from "@gandan/model/yardstick/yardstick-inputs";
import { applyYardstick } from "@gandan/services/yardstick/apply-yardstick";
import { endYardstick, withdrawYardstick } from "@gandan/services/yardstick/end-yardstick";
import { listYardsticks } from "@gandan/services/yardstick/list-yardsticks";
import { router, unitProcedure } from "./trpc";

export const yardstickRouter = router({
  list: unitProcedure.query(({ ctx }) => listYardsticks(ctx.unit)),
  applyBelow: unitProcedure.input(applyInput).mutation(({ ctx, input }) => applyYardstick(ctx.unit, input)),
  end: unitProcedure.input(endInput).mutation(({ ctx, input }) => endYardstick(ctx.unit, input)),
  withdraw: unitProcedure.input(oneApplication).mutation(({ ctx, input }) => withdrawYardstick(ctx.unit, input)),
});
