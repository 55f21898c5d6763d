import { printForm } from "@gandan/model/form/form-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { fileResponse } from "../../dossier/file-response.server";

/** Form 01 of a dossier, shown by the browser to be printed; its making is logged. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const asked = printForm.safeParse({ dossierId: args.params.dossier, form: "01" });
  if (!asked.success) throw new Response(t("error.dossier.notFound"), { status: 404, statusText: "NOT_FOUND" });
  return fileResponse(await orResponse(t, caller.form.print({ unitId, ...asked.data })));
}
