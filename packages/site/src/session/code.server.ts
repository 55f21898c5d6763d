import { codeForm } from "@gandan/model/session/session-inputs";
import { plainAddress } from "@gandan/web/safe-next";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { knownCaller, problemOf } from "../caller.server";

const nextOf = (request: Request) => plainAddress(new URL(request.url).searchParams.get("next"));

/** For whom the code is asked. */
export async function codeLoader(args: LoaderFunctionArgs) {
  const { who, t } = await knownCaller(args, ["code"]);
  return { title: t("shell.title", { page: t("session.code.title") }), name: who.actor.name };
}

/** Opens the session by a code and goes on to `next`; 401 when it is wrong, 429 when locked out. */
export async function codeAction(args: ActionFunctionArgs) {
  const { caller, t } = await knownCaller(args, ["code"]);
  const parsed = codeForm.safeParse({ code: (await args.request.formData()).get("code") });
  if (!parsed.success) return data({ problem: t("error.session.secondFactor") }, 400);
  try {
    const { setCookie } = await caller.session.answerCode(parsed.data);
    return redirect(nextOf(args.request), { headers: { "Set-Cookie": setCookie } });
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ problem: text }, code === "TOO_MANY" ? 429 : 401);
  }
}
