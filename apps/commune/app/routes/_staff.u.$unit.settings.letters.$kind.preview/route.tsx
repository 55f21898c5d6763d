import { previewText } from "@gandan/model/letter/kind-inputs";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";

/** The text that was typed, with the data of a real dossier, as the file it would be. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const form = Object.fromEntries(await args.request.formData());
  const asked = previewText.safeParse({ ...form, kind: args.params.kind });
  if (!asked.success) throw new Response(t("error.letter.kindUnknown"), { status: 404, statusText: "NOT_FOUND" });
  const { fileName, bytes } = await orResponse(t, caller.letter.printPreview({ unitId, ...asked.data }));
  return new Response(bytes as BodyInit, {
    headers: { "Content-Type": "application/pdf", "Content-Disposition": `inline; filename="${fileName}"` },
  });
}

/** Opened by its address there is nothing to show: back to the text. */
export async function loader(args: LoaderFunctionArgs) {
  const { path } = await unitCaller(args);
  throw redirect(`${path}/settings/letters/${args.params.kind}`);
}
