import { feedbackPhoto } from "@gandan/model/feedback/feedback-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { photoAnswer } from "../../feedback/photo-answer.server";

/** A photo of a feedback, for staff. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const asked = feedbackPhoto.safeParse({ feedbackId: args.params.feedback, place: args.params.place });
  if (!asked.success) throw new Response(t("error.feedback.notFound"), { status: 404, statusText: "NOT_FOUND" });
  return photoAnswer(await orResponse(t, caller.feedback.photo({ unitId, ...asked.data })));
}
