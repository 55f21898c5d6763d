import { followFeedback, reopenFeedback } from "@gandan/model/feedback/feedback-inputs";
import { problemOf } from "@gandan/site/caller.server";
import { type PublicCall, type PublicPage, publicPage } from "@gandan/site/public/public-page.server";
import { publicHref } from "@gandan/site/public/public-places";
import { boundedForm } from "@gandan/web/bounded-form";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { FollowPage } from "../../feedback/follow-page";

interface Said {
  done?: string | null;
  problem?: string;
  typed?: string;
  status?: number;
}

const MOST_BYTES = 64 * 1024;

function secretOf({ params, unit, t }: Pick<PublicCall, "unit" | "t"> & Pick<LoaderFunctionArgs, "params">) {
  const asked = followFeedback.safeParse({ slug: unit.slug, secret: params.secret });
  if (!asked.success) throw new Response(t("error.feedback.notFound"), { status: 404 });
  return asked.data;
}

async function page(args: LoaderFunctionArgs, call: PublicCall, said: Said): Promise<PublicPage> {
  const { caller, unit, t, format } = call;
  const asked = secretOf({ ...call, params: args.params });
  const followed = await caller.feedback.follow(asked);
  const { number, dueAt, state, hasContact } = followed;
  // Said only while it is still so: the address stays in the browser.
  const done: Record<string, string | false> = {
    solved: state === "solved" && t("feedback.follow.solvedSaid"),
    reopened: state === "open" && t("feedback.follow.reopened", { due: format.dateTime(dueAt) }),
    "contact-removed": !hasContact && t("feedback.follow.contactRemoved"),
  };
  const { ctx } = await args.context.site();
  return {
    title: t("feedback.follow.title", { number }),
    current: "feedback",
    ...(said.status ? { status: said.status } : {}),
    body: (
      <FollowPage
        followed={followed}
        here={`${publicHref(unit.slug, "feedback")}/${asked.secret}`}
        petitionHref={publicHref(unit.slug, "petition")}
        now={ctx.now}
        said={done[said.done ?? ""] || null}
        problem={said.problem ?? null}
        typed={said.typed ?? ""}
      />
    ),
  };
}

/** A feedback for who holds its secret link. */
export const loader = (args: LoaderFunctionArgs) =>
  publicPage(args, (call) => page(args, call, { done: new URL(args.request.url).searchParams.get("done") }));

/** The citizen confirms, sends it back, or takes the contact away. */
export const action = (args: ActionFunctionArgs) =>
  publicPage(args, async (call) => {
    const { caller, unit, t } = call;
    const asked = secretOf({ ...call, params: args.params });
    const form = await boundedForm(args.request, MOST_BYTES);
    if (!(form instanceof FormData))
      return page(args, call, { status: 400, problem: t("feedback.follow.reopenError") });
    const here = `${publicHref(unit.slug, "feedback")}/${asked.secret}`;
    const typed = String(form.get("text") ?? "").replace(/\r\n/g, "\n");
    const act = form.get("act");
    try {
      if (act === "solve") await caller.feedback.solve(asked);
      if (act === "remove-contact") await caller.feedback.removeContact(asked);
      if (act === "reopen") {
        const again = reopenFeedback.safeParse({ ...asked, text: typed });
        if (!again.success) return page(args, call, { status: 400, problem: t("feedback.follow.reopenError"), typed });
        await caller.feedback.reopen(again.data);
      }
    } catch (error) {
      return page(args, call, { status: 409, problem: problemOf(t, error).text, typed });
    }
    const done = { solve: "solved", reopen: "reopened", "remove-contact": "contact-removed" }[String(act)];
    throw redirect(done ? `${here}?done=${done}` : here, 303);
  });
