import { followPetition } from "@gandan/model/petition/petition-inputs";
import { problemOf, STATUS } from "@gandan/site/caller.server";
import { type PublicCall, type PublicPage, publicPage } from "@gandan/site/public/public-page.server";
import { boundedForm } from "@gandan/web/bounded-form";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { FollowedPetition, FollowForm } from "../../petition/petition-follow";

const MOST_BYTES = 2_000;

function formPage({ t }: PublicCall, code = "", problem: string | null = null, status = 200): PublicPage {
  const title = t("petition.public.follow.title");
  return { title, current: "petition", status, body: <FollowForm code={code} problem={problem} /> };
}

export const loader = (args: LoaderFunctionArgs) => publicPage(args, async (call) => formPage(call));

/** Shows where the petition of a code stands, as the answer itself: the code stands in no address. */
export const action = (args: ActionFunctionArgs) =>
  publicPage(args, async (call) => {
    const { caller, unit, t } = call;
    const form = await boundedForm(args.request, MOST_BYTES);
    const typed = form === null || form === "broken" ? "" : String(form.get("code") ?? "").slice(0, 60);
    const asked = followPetition.safeParse({ slug: unit.slug, code: typed });
    if (!asked.success) return formPage(call, typed, t("error.petition.noCode"), 404);
    try {
      const followed = await caller.petition.follow(asked.data);
      const title = t("petition.page.title", { number: followed.number });
      return { title, current: "petition", body: <FollowedPetition followed={followed} /> };
    } catch (error) {
      const { text, code } = problemOf(t, error);
      return formPage(call, typed, text, STATUS[code] ?? 400);
    }
  });
