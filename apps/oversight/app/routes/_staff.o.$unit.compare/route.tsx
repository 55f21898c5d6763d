import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { unitCaller } from "../../caller.server";

/** The comparison is the first page of a unit; its other name leads there. */
export async function loader(args: LoaderFunctionArgs) {
  const { path } = await unitCaller(args);
  return redirect(path + new URL(args.request.url).search);
}
