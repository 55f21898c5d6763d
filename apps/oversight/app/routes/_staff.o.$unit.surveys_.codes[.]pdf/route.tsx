import { printSheetsBelow } from "@gandan/model/survey/survey-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";

/** Sheets with the codes of the units that the address names; that they were printed stands in the log. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { caller, t, unitId } = await unitCaller(args);
  const query = new URL(args.request.url).searchParams;
  const input = printSheetsBelow.safeParse({
    words: query.get("q") ?? "",
    size: query.get("size") ?? "a4",
    unit: query.get("unit") ?? undefined,
  });
  if (!input.success) throw new Response(t("error.invalid"), { status: 400, statusText: "INVALID" });
  const file = await orResponse(t, caller.oversight.surveyCodesFile({ unitId, ...input.data }));
  return new Response(file.bytes as BodyInit, {
    headers: {
      "Content-Type": file.contentType,
      "Content-Disposition": `inline; filename="${file.fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
