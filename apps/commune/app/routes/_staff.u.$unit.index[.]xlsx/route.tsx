import { indexRound } from "@gandan/model/index/index-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { ownIndexResponse } from "../../index-frame/own-index-sheet.server";

/** The unit's own round as a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId } = await unitCaller(args);
  const { searchParams } = new URL(args.request.url);
  const input = indexRound.parse({ year: searchParams.get("year") ?? undefined });
  const { round } = await orResponse(t, caller.index.own({ unitId, ...input }));
  if (!round) throw new Response(t("error.index.frameNotFound"), { status: 404, statusText: "NOT_FOUND" });
  return ownIndexResponse(t, unit.name, round, `chi-so-${unit.slug}-${round.year}`);
}
