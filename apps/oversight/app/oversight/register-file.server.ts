import type { PrintRegister } from "@gandan/model/oversight/oversight-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../caller.server";
import { readRegisterSearch } from "./read-search.server";

/** The register of models as a document, filtered and sorted as its page. */
export async function registerFile(args: LoaderFunctionArgs, format: PrintRegister["format"]): Promise<Response> {
  const { caller, ctx, t, unit, unitId } = await unitCaller(args);
  const invalid = t("error.invalid");
  const input = readRegisterSearch({ request: args.request, now: ctx.now, validTo: unit.validTo, invalid });
  const file = await orResponse(t, caller.oversight.registerFile({ unitId, ...input, format }));
  return new Response(file.bytes as BodyInit, {
    headers: {
      "Content-Type": file.contentType,
      "Content-Disposition": `attachment; filename="${file.fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
