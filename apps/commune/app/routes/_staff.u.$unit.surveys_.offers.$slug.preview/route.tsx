import { offeredForm } from "@gandan/model/survey/survey-inputs";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { showPreview, tryPreview } from "../../surveys/preview-form.server";

const reading = (args: LoaderFunctionArgs) => async () => {
  const { caller, t, unitId } = await unitCaller(args);
  const wanted = offeredForm.safeParse({ slug: args.params.slug });
  if (!wanted.success) throw new Response(t("error.survey.noOffer"), { status: 404, statusText: "NOT_FOUND" });
  const { source } = await orResponse(t, caller.survey.offer({ unitId, ...wanted.data }));
  return { formId: source.id, source };
};

/** A form of the model before it is opened, as citizens will see it. */
export const loader = (args: LoaderFunctionArgs) => showPreview(args, reading(args));
export const action = (args: ActionFunctionArgs) => tryPreview(args, reading(args));
