import { indexRanking } from "@gandan/model/index/index-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { indexSheets } from "../../oversight/index-sheets.server";
import { workbookResponse } from "../../oversight/sheets.server";

/** The ranking of the same address, as a spreadsheet: its filters and order, all pages. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId } = await unitCaller(args);
  const given = [...new URL(args.request.url).searchParams].filter(([, value]) => value !== "");
  const asked = { ...indexRanking.parse(Object.fromEntries(given)), page: null };
  const { round } = await orResponse(t, caller.index.ranking({ unitId, ...asked }));
  if (!round) throw new Response(t("error.index.frameNotFound"), { status: 404, statusText: "NOT_FOUND" });
  return workbookResponse(indexSheets(t, unit.name, round), `chi-so-${unit.slug}-${round.year}`);
}
