import { formatter } from "@gandan/i18n/format";
import { translator } from "@gandan/i18n/translator";
import { problemOf, STATUS } from "@gandan/site/caller.server";
import { finishPage, PageCache } from "@gandan/site/public/page-cache";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { boardOf } from "../../board/board-state.server";

/** However many boards and others ask, a unit is counted once in so long a time. */
const states = new PageCache({ pages: 1000, maxAgeMs: 10_000 });

/** The state of a unit's board as JSON, for the board's own script. */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const { language } = context;
  const [t, format] = [translator(language), formatter(language)];
  try {
    const slug = params.unit ?? "";
    const { plain } = await states.getOrMake(`${language} ${slug}`, slug, async () => {
      const { caller } = await context.site();
      const unit = await caller.public.unit({ slug });
      const { state } = await boardOf({ caller, unit, t, format });
      return finishPage(JSON.stringify(state));
    });
    return new Response(plain, { headers: { "Content-Type": "application/json" } });
  } catch (error) {
    const { code, text } = problemOf(t, error);
    return Response.json({ error: text }, { status: STATUS[code] ?? 400 });
  }
}
