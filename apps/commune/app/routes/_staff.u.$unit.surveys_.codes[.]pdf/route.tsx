import { printSheets } from "@gandan/model/survey/survey-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";

/** Sheets with the codes of the points in the address, else of all; that they were printed stands in the log. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { caller, t, unitId } = await unitCaller(args);
  const query = new URL(args.request.url).searchParams;
  const input = printSheets.safeParse({ pointIds: query.getAll("point"), size: query.get("size") ?? "a4" });
  if (!input.success) throw new Response(t("error.survey.pointNotFound"), { status: 404, statusText: "NOT_FOUND" });
  const { fileName, contentType, bytes } = await orResponse(t, caller.survey.printSheets({ unitId, ...input.data }));
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": `inline; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
