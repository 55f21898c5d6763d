import { plainAddress } from "@gandan/web/safe-next";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { personCaller } from "../caller.server";

/** What was sent while the session was locked. */
export async function heldLoader(args: LoaderFunctionArgs) {
  const { caller, t } = await personCaller(args);
  return { title: t("shell.title", { page: t("session.held.title") }), held: await caller.session.heldForm() };
}

/**
 * Gives up what was kept and goes to the page it was meant for; with `again`, the address it was meant for, the browser
 * sends there what it has sent here, and nothing is kept that could be sent twice.
 */
export async function heldAction(args: ActionFunctionArgs) {
  const { caller } = await personCaller(args);
  const again = new URL(args.request.url).searchParams.get("again");
  if (again !== null) {
    await caller.session.dropHeldForm();
    return redirect(plainAddress(again), 307);
  }
  const held = await caller.session.heldForm();
  await caller.session.dropHeldForm();
  return redirect(held?.address ?? "/");
}
