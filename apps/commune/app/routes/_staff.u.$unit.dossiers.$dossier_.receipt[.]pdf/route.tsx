import { dossierId } from "@gandan/model/dossier/list-dossiers";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";

/** Form 01 of a dossier, shown by the browser to be printed; its making is logged. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const id = dossierId.safeParse({ dossierId: args.params.dossier });
  if (!id.success) throw new Response(t("error.dossier.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const { fileName, bytes } = await orResponse(t, caller.dossier.printReceipt({ unitId, ...id.data }));
  return new Response(bytes as BodyInit, {
    headers: { "Content-Type": "application/pdf", "Content-Disposition": `inline; filename="${fileName}"` },
  });
}
