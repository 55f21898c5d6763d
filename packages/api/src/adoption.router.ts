import {
  adoptModel as adoptInput,
  declineModel as declineInput,
  registerProcedures as registerInput,
} from "@gandan/model/adoption/adoption-inputs";
import { adoptModel, declineModel, registerProcedures } from "@gandan/services/adoption/adopt-model";
import { readAdoption } from "@gandan/services/adoption/read-adoption";
import { router, unitProcedure } from "./trpc";

export const adoptionRouter = router({
  read: unitProcedure.query(({ ctx }) => readAdoption(ctx.unit)),
  adopt: unitProcedure.input(adoptInput).mutation(({ ctx, input }) => adoptModel(ctx.unit, input)),
  decline: unitProcedure.input(declineInput).mutation(({ ctx, input }) => declineModel(ctx.unit, input)),
  register: unitProcedure.input(registerInput).mutation(({ ctx, input }) => registerProcedures(ctx.unit, input)),
});
