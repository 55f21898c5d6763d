import { letterBatch } from "@gandan/model/letter/signing-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";

/** How far the files of what was signed have come, for a page that looks on. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const input = letterBatch.safeParse({ batchId: args.params.batch });
  if (!input.success) throw new Response(t("error.letter.noBatch"), { status: 404, statusText: "NOT_FOUND" });
  const progress = await orResponse(t, caller.letter.batchProgress({ unitId, ...input.data }));
  return Response.json(progress, { headers: { "Cache-Control": "no-store" } });
}
