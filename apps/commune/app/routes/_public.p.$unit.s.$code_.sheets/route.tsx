import { translator } from "@gandan/i18n/translator";
import { answerOnTablet } from "@gandan/model/survey/answering-inputs";
import { problemOf, STATUS } from "@gandan/site/caller.server";
import type { ActionFunctionArgs } from "@remix-run/node";
import type { SheetEnds } from "../../answering/tablet-parts";

/** Fifty of the longest sheets. */
const MOST_BYTES = 3_000_000;

/** Takes the sheets that waited on a tablet, as its script sends them; says of each whether it was taken. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const t = translator(context.language);
  const refuse = (text: string, status: number) => Response.json({ error: text }, { status });
  if (!(Number(request.headers.get("content-length")) <= MOST_BYTES)) {
    return refuse(t("answering.problem.tooLarge"), 413);
  }
  const sent: unknown = await request.json().catch(() => null);
  const input = answerOnTablet.safeParse({ ...(sent as object), slug: params.unit, code: params.code });
  if (!input.success) return refuse(t("answering.problem.unknown"), 400);
  try {
    const { caller } = await context.site();
    const ends: SheetEnds = { ends: await caller.surveyAnswer.answerOnTablet(input.data) };
    return Response.json(ends);
  } catch (error) {
    const { code, text } = problemOf(t, error);
    return refuse(text, STATUS[code] ?? 400);
  }
}
