import { delegationId, giveDelegation } from "@gandan/model/delegation/delegation-inputs";
import { endDelegation, giveDelegation as give } from "@gandan/services/delegation/give-delegation";
import { listDelegations } from "@gandan/services/delegation/list-delegations";
import { router, unitProcedure } from "./trpc";

export const delegationRouter = router({
  list: unitProcedure.query(({ ctx }) => listDelegations(ctx.unit)),
  give: unitProcedure.input(giveDelegation).mutation(({ ctx, input }) => give(ctx.unit, input)),
  end: unitProcedure.input(delegationId).mutation(({ ctx, input }) => endDelegation(ctx.unit, input)),
});
