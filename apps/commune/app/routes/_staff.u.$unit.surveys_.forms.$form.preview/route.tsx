import { formId } from "@gandan/model/survey/survey-inputs";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { showPreview, tryPreview } from "../../surveys/preview-form.server";

const reading = (args: LoaderFunctionArgs) => async () => {
  const { caller, t, unitId } = await unitCaller(args);
  const wanted = formId.safeParse({ formId: args.params.form });
  if (!wanted.success) throw new Response(t("error.survey.formNotFound"), { status: 404, statusText: "NOT_FOUND" });
  return orResponse(t, caller.survey.form({ unitId, ...wanted.data }));
};

/** A form that was opened, as citizens see it. */
export const loader = (args: LoaderFunctionArgs) => showPreview(args, reading(args));
export const action = (args: ActionFunctionArgs) => tryPreview(args, reading(args));
