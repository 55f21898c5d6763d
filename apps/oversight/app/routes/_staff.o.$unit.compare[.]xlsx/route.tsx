import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { readComparisonSearch } from "../../oversight/read-search.server";
import { comparisonSheets, workbookResponse } from "../../oversight/sheets.server";

/** The comparison of the same address, as a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, ctx, t, format, unit, unitId } = await unitCaller(args);
  const invalid = t("error.invalid");
  const input = readComparisonSearch({ request: args.request, now: ctx.now, validTo: unit.validTo, invalid });
  const comparison = await orResponse(t, caller.oversight.compare({ unitId, ...input }));
  const sheets = comparisonSheets({ t, format, unit: unit.name }, comparison, input.measure === "own");
  return workbookResponse(sheets, `so-sanh-${unit.slug}-${input.from}-${input.to}`);
}
