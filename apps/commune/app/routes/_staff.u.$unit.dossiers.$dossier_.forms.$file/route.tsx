import { printForm } from "@gandan/model/form/form-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { fileResponse } from "../../dossier/file-response.server";

/** A form of a dossier as a file: "02-4.pdf" is form 02 about the event 4; its making is logged. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const [, form, seq, as] = /^(0[1-6])(?:-(\d{1,6}))?\.(pdf|docx)$/.exec(args.params.file ?? "") ?? [];
  const asked = printForm.safeParse({ dossierId: args.params.dossier, form, as, seq: seq ? Number(seq) : undefined });
  if (!asked.success) throw new Response(t("error.dossier.notFound"), { status: 404, statusText: "NOT_FOUND" });
  return fileResponse(await orResponse(t, caller.form.print({ unitId, ...asked.data })));
}
