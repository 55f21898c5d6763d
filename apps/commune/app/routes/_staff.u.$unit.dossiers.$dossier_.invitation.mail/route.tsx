import { mailInvitation } from "@gandan/model/survey/survey-inputs";
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";

/** Sends the dossier's token to the address that the citizen gave; back to the dossier, or a page that says what to do. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const address = (await args.request.formData()).get("address");
  const asked = mailInvitation.safeParse({ dossierId: args.params.dossier, address });
  if (!asked.success) throw new Response(t("survey.onDossier.addressError"), { status: 422, statusText: "INVALID" });
  await orResponse(t, caller.survey.mailInvitation({ unitId, ...asked.data }));
  throw redirect(`${path}/dossiers/${asked.data.dossierId}?invited=1#invitation`, 303);
}

/** Opened by hand it shows the dossier. */
export async function loader(args: ActionFunctionArgs) {
  const { path } = await unitCaller(args);
  throw redirect(`${path}/dossiers/${args.params.dossier}`);
}
