import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { readRegisterSearch } from "../../oversight/read-search.server";
import { registerSheets, workbookResponse } from "../../oversight/sheets.server";

/** The register of the same address, as a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, ctx, t, format, unit, unitId } = await unitCaller(args);
  const invalid = t("error.invalid");
  const input = readRegisterSearch({ request: args.request, now: ctx.now, validTo: unit.validTo, invalid });
  const register = await orResponse(t, caller.oversight.register({ unitId, ...input }));
  const sheets = registerSheets({ t, format, unit: unit.name }, register);
  return workbookResponse(sheets, `so-dang-ky-${unit.slug}-${input.on}`);
}
