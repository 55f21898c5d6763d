import { unlockForm } from "@gandan/model/session/session-inputs";
import { plainAddress } from "@gandan/web/safe-next";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { knownCaller, problemOf } from "../caller.server";

const nextOf = (request: Request) => plainAddress(new URL(request.url).searchParams.get("next"));

/** Whose session is locked, and whether something they sent is kept. */
export async function unlockLoader(args: LoaderFunctionArgs) {
  const { who, ctx, t } = await knownCaller(args, ["idle"]);
  return {
    title: t("shell.title", { page: t("session.unlock.title") }),
    name: who.actor.name,
    minutes: ctx.policy.idleMinutes,
    held: nextOf(args.request) === "/held",
  };
}

/** Opens the session by the password and goes back to `next`; 401 when it is wrong, 429 when locked out. */
export async function unlockAction(args: ActionFunctionArgs) {
  const { caller, t } = await knownCaller(args, ["idle"]);
  const parsed = unlockForm.safeParse({ password: (await args.request.formData()).get("password") });
  if (!parsed.success) return data({ problem: t("error.session.wrong") }, 400);
  try {
    await caller.session.unlock(parsed.data);
    return redirect(nextOf(args.request));
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ problem: text }, code === "TOO_MANY" ? 429 : 401);
  }
}
