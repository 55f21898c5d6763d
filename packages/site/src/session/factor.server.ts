import { codeForm, removeFactorForm } from "@gandan/model/session/session-inputs";
import { plainAddress } from "@gandan/web/safe-next";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { knownCaller, problemOf } from "../caller.server";

/** How the person's second factor stands, and where to go on to. */
export async function factorLoader(args: LoaderFunctionArgs) {
  const { caller, ctx, t } = await knownCaller(args, ["open", "enrol"]);
  const { searchParams } = new URL(args.request.url);
  return {
    title: t("shell.title", { page: t("session.factor.title") }),
    factor: await caller.session.factor(),
    /** Nothing else opens before it is set up. */
    must: ctx.gate?.kind === "enrol",
    next: searchParams.has("next") ? plainAddress(searchParams.get("next")) : "/account",
    removed: searchParams.get("done") === "removed",
  };
}

interface Answer {
  problem?: string;
  /** Recovery codes, told this once. */
  codes?: string[];
  renewed?: boolean;
}

/** One step (`intent`): begin, confirm, renew the recovery codes, or turn it off. */
export async function factorAction(args: ActionFunctionArgs) {
  const { caller, t } = await knownCaller(args, ["open", "enrol"]);
  const form = Object.fromEntries(await args.request.formData());
  const { search } = new URL(args.request.url);
  try {
    switch (form.intent) {
      case "begin":
        await caller.session.beginFactor();
        return redirect(`/account/second-factor${search}`);
      case "confirm":
        return data<Answer>(await caller.session.confirmFactor(codeForm.parse(form)));
      case "renew":
        return data<Answer>({ ...(await caller.session.renewCodes(codeForm.parse(form))), renewed: true });
      case "remove":
        await caller.session.removeFactor(removeFactorForm.parse(form));
        return redirect("/account/second-factor?done=removed");
      default:
        return data<Answer>({ problem: t("error.session.wrongCode") }, 400);
    }
  } catch (error) {
    if (error instanceof Error && error.name === "ZodError") {
      return data<Answer>({ problem: t("error.session.wrongCode") }, 400);
    }
    const { text, code } = problemOf(t, error);
    return data<Answer>({ problem: text }, code === "TOO_MANY" ? 429 : 400);
  }
}
