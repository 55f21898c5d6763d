import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { pageCaller } from "../../caller.server";

export function loader() {
  return redirect("/");
}

export async function action(args: ActionFunctionArgs) {
  const { caller } = await pageCaller(args);
  const { setCookie } = await caller.session.signOut();
  return redirect("/sign-in?out=1", { headers: { "Set-Cookie": setCookie } });
}
