import { makeDirectory, type UnitDirectory } from "@gandan/model/public/unit-directory";
import type { AppLoadContext } from "@remix-run/node";
import { keptDirectory } from "./kept-pages";

/** All units there are and were, ready to be searched; read once in a while. */
export function directoryOf(context: AppLoadContext): Promise<UnitDirectory> {
  return keptDirectory.getOrMake("", "", async () => {
    const { caller } = await context.site();
    return makeDirectory(await caller.public.directory());
  });
}
