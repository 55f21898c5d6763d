import { publicationId } from "@gandan/model/publication/publication-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { fileResponse } from "../../dossier/file-response.server";

/** The paper as it was signed; of a draft as it would look. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const id = publicationId.safeParse({ publicationId: args.params.publication });
  if (!id.success) throw new Response(t("error.publication.notFound"), { status: 404, statusText: "NOT_FOUND" });
  return fileResponse(await orResponse(t, caller.publication.print({ unitId, ...id.data })));
}
