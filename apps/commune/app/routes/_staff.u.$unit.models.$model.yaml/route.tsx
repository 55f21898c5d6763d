import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";

/** A version of a model as one YAML file. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const asked = new URL(args.request.url).searchParams.get("version");
  const read = async () => (await caller.model.read({ unitId, modelId: args.params.model ?? "" })).version.id;
  const versionId = asked ?? (await orResponse(t, read()));
  const { fileName, yaml } = await orResponse(t, caller.model.exportYaml({ unitId, versionId }));
  return new Response(yaml, {
    headers: {
      "Content-Type": "application/yaml; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
