import { petitionFile } from "@gandan/model/petition/petition-inputs";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";

/** The address of a file opens nothing by itself: back to the petition. */
export async function loader(args: LoaderFunctionArgs) {
  const { path } = await unitCaller(args);
  return redirect(`${path}/petitions/${args.params.petition}`);
}

const ENDINGS = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "application/pdf": "pdf" } as const;

/** One file of a petition, opened by the press of a button; named by its number, as its own name may tell who sent it. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const asked = petitionFile.safeParse({ petitionId: args.params.petition, place: args.params.place });
  if (!asked.success) throw new Response(t("error.petition.noFile"), { status: 404, statusText: "NOT_FOUND" });
  const { type, bytes, number } = await orResponse(t, caller.petition.openFile({ unitId, ...asked.data }));
  const name = `don-${number.replace("/", "-")}-tep-${asked.data.place}.${ENDINGS[type]}`;
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(bytes.length),
      "Content-Disposition": `inline; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
