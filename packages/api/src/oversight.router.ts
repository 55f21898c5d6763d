import {
  comparison,
  comparisonOnPage,
  printRegister as printInput,
  registerOn,
  unitBelow,
  unitsBelow,
} from "@gandan/model/oversight/oversight-inputs";
import { codesBelow, printSheetsBelow } from "@gandan/model/survey/survey-inputs";
import { compareUnits, compareUnitsOnPage } from "@gandan/services/oversight/compare-units";
import { listUnitsBelow } from "@gandan/services/oversight/list-units-below";
import { printRegister } from "@gandan/services/oversight/print-register";
import { readRegister } from "@gandan/services/oversight/read-register";
import { readUnitBelow } from "@gandan/services/oversight/read-unit-below";
import { listCodesBelow, printCodesBelow } from "@gandan/services/survey/codes-below";
import { publicSite } from "./public-site";
import { router, unitProcedure } from "./trpc";

export const oversightRouter = router({
  compare: unitProcedure.input(comparison).query(({ ctx, input }) => compareUnits(ctx.unit, input)),
  comparePage: unitProcedure.input(comparisonOnPage).query(({ ctx, input }) => compareUnitsOnPage(ctx.unit, input)),
  register: unitProcedure.input(registerOn).query(({ ctx, input }) => readRegister(ctx.unit, input)),
  registerFile: unitProcedure.input(printInput).query(({ ctx, input }) => printRegister(ctx.unit, input)),
  units: unitProcedure.input(unitsBelow).query(({ ctx, input }) => listUnitsBelow(ctx.unit, input)),
  unit: unitProcedure.input(unitBelow).query(({ ctx, input }) => readUnitBelow(ctx.unit, input)),
  surveyCodes: unitProcedure.input(codesBelow).query(({ ctx, input }) => listCodesBelow(ctx.unit, input)),
  surveyCodesFile: unitProcedure
    .input(printSheetsBelow)
    .mutation(({ ctx, input }) => printCodesBelow(ctx.unit, input, publicSite(process.env, ctx.host))),
});
