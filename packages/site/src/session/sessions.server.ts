import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { personCaller, problemOf } from "../caller.server";

/** The devices on which a person is signed in. */
export async function sessionsLoader(args: LoaderFunctionArgs) {
  const { caller, session, t } = await personCaller(args);
  const sessions = await caller.session.list();
  return { title: t("shell.title", { page: t("session.list.title") }), sessions, name: session.actor.name };
}

/** Ends one session (`handle`), or all others. */
export async function sessionsAction(args: ActionFunctionArgs) {
  const { caller, t } = await personCaller(args);
  const handle = (await args.request.formData()).get("handle");
  try {
    if (typeof handle === "string") await caller.session.end({ handle });
    else await caller.session.endOthers();
    return redirect("/account");
  } catch (error) {
    return data({ problem: problemOf(t, error).text }, 400);
  }
}
