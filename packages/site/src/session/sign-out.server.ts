import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { pageCaller } from "../caller.server";

/** Nothing to read here: back to the start. */
export const signOutLoader = () => redirect("/");

/** Ends the session of this device and goes to the page for signing in. */
export async function signOutAction(args: ActionFunctionArgs) {
  const { caller } = await pageCaller(args);
  const { setCookie } = await caller.session.signOut();
  // What forms have kept in this browser goes too.
  const headers = { "Set-Cookie": setCookie, "Clear-Site-Data": '"storage"' };
  return redirect("/sign-in?out=1", { headers });
}
