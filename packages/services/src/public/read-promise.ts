import type { PublicUnitInput } from "@gandan/model/public/public-inputs";
import { loadJudge } from "../outcome/load-judge";
import type { RequestCtx } from "../session/request-ctx";
import { localToday } from "../unit/local-today";
import { inPublicUnit } from "./public-unit";

export interface PublicPromise {
  /** Name of the model as the unit registered it; null when none is in force. */
  title: string | null;
  slogans: { id: string; title: string; commitments: { id: string; text: string }[] }[];
}

/** What a unit has promised, by the model in force today. @throws AppError NOT_FOUND unit.notFound */
export function readPromise(ctx: RequestCtx, { slug }: PublicUnitInput): Promise<PublicPromise> {
  return inPublicUnit(ctx, slug, async (sql, unit) => {
    const judge = await loadJudge(sql, unit.id, ctx.now);
    const today = localToday(ctx.now);
    const own = judge.versionsBetween(today, today).find(({ yardstick }) => !yardstick);
    if (!own) return { title: null, slogans: [] };
    const slogans = own.source.slogans.map(({ id, title, commitments }) => ({
      id,
      title,
      commitments: commitments.map(({ id, text }) => ({ id, text })),
    }));
    return { title: own.title, slogans };
  });
}
