import type { RequestCtx } from "../session/request-ctx";
import { localToday } from "../unit/local-today";

/** As many as a map for search engines may hold. */
const MOST = 50_000;

/** Addresses of the communes and offices there are today, whose pages anybody may find. */
export async function listPublicUnits(ctx: Pick<RequestCtx, "db" | "now">): Promise<string[]> {
  const rows = await ctx.db.app.sql<{ slug: string }[]>`
    select slug from unit
    where level in ('commune', 'office') and (valid_to is null or valid_to > ${localToday(ctx.now)}::date)
    order by slug limit ${MOST}`;
  return rows.map(({ slug }) => slug);
}
