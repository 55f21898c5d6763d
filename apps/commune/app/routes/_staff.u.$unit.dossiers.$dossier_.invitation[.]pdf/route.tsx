import { printInvitation } from "@gandan/model/survey/survey-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { fileResponse } from "../../dossier/file-response.server";

/** A slip with the dossier's token to hand over with the result; its printing is logged. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const asked = printInvitation.safeParse({ dossierId: args.params.dossier });
  if (!asked.success) throw new Response(t("error.dossier.notFound"), { status: 404, statusText: "NOT_FOUND" });
  return fileResponse(await orResponse(t, caller.survey.printInvitation({ unitId, ...asked.data })));
}
