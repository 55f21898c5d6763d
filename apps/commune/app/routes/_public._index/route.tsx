import { pageCaller } from "@gandan/site/caller.server";
import { chooseUnitLoader } from "@gandan/site/unit/units.server";
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

export { titleOfPage as meta } from "@gandan/site/shell/page-title";
export { ChooseUnitPage as default } from "@gandan/site/unit/choose-unit-page";

/** Staff go to their unit; who has not signed in may be a citizen, and finds the unit's public pages. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await pageCaller(args);
  if (!ctx.session && !ctx.gate) throw redirect("/p");
  return chooseUnitLoader(args);
}
