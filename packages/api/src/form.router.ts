import { changeFormTitles, printForm, printRegister } from "@gandan/model/form/form-inputs";
import { changeFormTitles as changeTitles, readFormTitles } from "@gandan/services/form/change-form-titles";
import { printForm as print } from "@gandan/services/form/print-form";
import { printRegister as printAll } from "@gandan/services/form/print-register";
import { originOf } from "./origin-of";
import { router, unitProcedure } from "./trpc";

export const formRouter = router({
  print: unitProcedure
    .input(printForm)
    .mutation(({ ctx, input }) => print(ctx.unit, input, { key: ctx.policy.key, origin: originOf(ctx.host) })),
  printRegister: unitProcedure.input(printRegister).mutation(({ ctx, input }) => printAll(ctx.unit, input)),
  titles: unitProcedure.query(({ ctx }) => readFormTitles(ctx.unit)),
  changeTitles: unitProcedure.input(changeFormTitles).mutation(({ ctx, input }) => changeTitles(ctx.unit, input)),
});
