import { letterId } from "@gandan/model/letter/letter-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";

/** A letter as PDF: the kept file when signed, else the draft; the reading is logged. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const id = letterId.safeParse({ letterId: args.params.letter });
  if (!id.success) throw new Response(t("error.letter.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const { fileName, bytes } = await orResponse(t, caller.letter.print({ unitId, ...id.data }));
  return new Response(bytes as BodyInit, {
    headers: { "Content-Type": "application/pdf", "Content-Disposition": `inline; filename="${fileName}"` },
  });
}
