import type { AppLoadContext } from "@remix-run/node";
import { publicUnits } from "./kept-pages";
import type { PublicUnit } from "./public-places";

/** What stands around the pages of a unit, kept until something of it changes. Throws the API's error for no unit. */
export async function publicUnitOf(context: AppLoadContext, slug: string): Promise<PublicUnit> {
  const known = publicUnits.get(slug);
  if (known) return known;
  const { caller } = await context.site();
  return publicUnits.getOrMake(
    slug,
    ({ id }) => id,
    () => caller.public.unit({ slug }),
  );
}
