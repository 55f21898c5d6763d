import {
  comparison,
  printRegister as printInput,
  registerOn,
  unitBelow,
  unitsBelow,
} from "@gandan/model/oversight/oversight-inputs";
import { compareUnits } from "@gandan/services/oversight/compare-units";
import { listUnitsBelow } from "@gandan/services/oversight/list-units-below";
import { printRegister } from "@gandan/services/oversight/print-register";
import { readRegister } from "@gandan/services/oversight/read-register";
import { readUnitBelow } from "@gandan/services/oversight/read-unit-below";
import { router, unitProcedure } from "./trpc";

export const oversightRouter = router({
  compare: unitProcedure.input(comparison).query(({ ctx, input }) => compareUnits(ctx.unit, input)),
  register: unitProcedure.input(registerOn).query(({ ctx, input }) => readRegister(ctx.unit, input)),
  registerFile: unitProcedure.input(printInput).query(({ ctx, input }) => printRegister(ctx.unit, input)),
  units: unitProcedure.input(unitsBelow).query(({ ctx, input }) => listUnitsBelow(ctx.unit, input)),
  unit: unitProcedure.input(unitBelow).query(({ ctx, input }) => readUnitBelow(ctx.unit, input)),
});
