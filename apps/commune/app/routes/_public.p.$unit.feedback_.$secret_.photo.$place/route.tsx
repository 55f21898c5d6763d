import { followPhoto } from "@gandan/model/feedback/feedback-inputs";
import { orResponse, pageCaller } from "@gandan/site/caller.server";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { photoAnswer } from "../../feedback/photo-answer.server";

/** A photo of a feedback, for who holds its secret link. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t } = await pageCaller(args);
  const { unit: slug, secret, place } = args.params;
  const asked = followPhoto.safeParse({ slug, secret, place });
  if (!asked.success) throw new Response(t("error.feedback.notFound"), { status: 404 });
  return photoAnswer(await orResponse(t, caller.feedback.followPhoto(asked.data)));
}
