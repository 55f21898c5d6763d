import { type PrintPlan, printPlan } from "@gandan/model/model-editing/model-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../caller.server";

/** The plan of the model in the address as a file: of the version `?version=`, else of the one in force. */
export async function planFile(args: LoaderFunctionArgs, format: PrintPlan["format"]): Promise<Response> {
  const { caller, t, unitId } = await unitCaller(args);
  const versionId = new URL(args.request.url).searchParams.get("version") ?? undefined;
  const input = printPlan.safeParse({ modelId: args.params.model, versionId, format });
  if (!input.success) throw new Response(t("error.model.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const { fileName, contentType, bytes } = await orResponse(t, caller.model.plan({ unitId, ...input.data }));
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
