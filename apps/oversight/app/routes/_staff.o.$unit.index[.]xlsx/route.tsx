import { indexRound } from "@gandan/model/index/index-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { indexSheets } from "../../oversight/index-sheets.server";
import { workbookResponse } from "../../oversight/sheets.server";

/** The ranking of the same address, as a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId } = await unitCaller(args);
  const { searchParams } = new URL(args.request.url);
  const input = indexRound.parse({ year: searchParams.get("year") ?? undefined });
  const { round } = await orResponse(t, caller.index.ranking({ unitId, ...input }));
  if (!round) throw new Response(t("error.index.frameNotFound"), { status: 404, statusText: "NOT_FOUND" });
  return workbookResponse(indexSheets(t, unit.name, round), `chi-so-${unit.slug}-${round.year}`);
}
