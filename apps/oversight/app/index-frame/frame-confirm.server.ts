import { redirect } from "@remix-run/node";
import { orResponse, unitCaller } from "../caller.server";

type Args = Parameters<typeof unitCaller>[0] & { params: { frame?: string | undefined } };

/** The unit's own frame, for a page that asks for confirmation; one in another state leads back to its page. */
export async function frameToConfirm(args: Args, state: "draft" | "published") {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const frame = await orResponse(t, caller.frame.read({ unitId, frameId: args.params.frame ?? "" }));
  if (!frame.mayEdit || unit.ended) throw new Response(t("error.session.forbidden"), { status: 403 });
  if (frame.state !== state) throw redirect(`${path}/frames/${frame.id}`);
  const { id, checksum, units, title: name } = frame;
  const year = String(frame.year);
  const page = t(state === "draft" ? "indexFrame.page.publish" : "indexFrame.page.withdraw", { year });
  return { title: t("shell.titleWithUnit", { page, unit: unit.name }), page, path, id, checksum, units, name, year };
}
