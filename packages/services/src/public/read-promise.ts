import { type LocalDate, toLocalMinute } from "@gandan/calendar/local-time";
import type { PublicUnitInput } from "@gandan/model/public/public-inputs";
import { loadJudge } from "../outcome/load-judge";
import { readUnitFacts } from "../score/read-unit-facts";
import type { RequestCtx } from "../session/request-ctx";
import { localToday } from "../unit/local-today";
import { type KeptShare, keptShare, leastOf, ownTallies } from "./own-tallies";
import { inPublicUnit } from "./public-unit";

export interface PromisedCommitment {
  id: string;
  text: string;
  detail: readonly string[];
  /** How it was kept this month; null for what no figure measures. */
  kept: KeptShare | null;
}

export interface PublicPromise {
  /** Name of the model as the unit registered it; null when none is in force. */
  title: string | null;
  /** First day of the running month. */
  month: LocalDate;
  /** When the figures were counted; null when nothing was received this month. */
  asOf: Date | null;
  slogans: { id: string; title: string; commitments: PromisedCommitment[] }[];
}

/**
 * What a unit has promised, by the model in force today, and how each promise was kept this month, by the rules that
 * measure it. @throws AppError NOT_FOUND unit.notFound
 */
export function readPromise(ctx: RequestCtx, { slug }: PublicUnitInput): Promise<PublicPromise> {
  return inPublicUnit(ctx, slug, async (sql, unit) => {
    const judge = await loadJudge(sql, unit.id, ctx.now);
    const today = localToday(ctx.now);
    const month = `${today.slice(0, 7)}-01`;
    const own = judge.ownVersionOn(today);
    if (!own) return { title: null, month, asOf: null, slogans: [] };
    const counted = await ownTallies(sql, unit.id, judge, { from: month, to: today });
    const tallies = new Map(counted.versions.find(({ source }) => source === own.source)?.tallies);
    const facts = await readUnitFacts(sql, unit.id, { from: month, to: today }, ctx.now);
    // Answers of citizens are told by whole quarters alone, and petitions to nobody.
    const { feedback, publication } = facts;
    const told = { ...(feedback ? { feedback } : {}), ...(publication ? { publication } : {}) };
    for (const [id, { tally }] of judge.compiled(own, own.from).judgeUnit(told, toLocalMinute(ctx.now)))
      tallies.set(id, tally);
    const kept = (ruleIds: readonly string[]) => {
      const found = ruleIds.flatMap((id) => tallies.get(id) ?? []);
      return found.length > 0 ? keptShare(found, leastOf(own.source)) : null;
    };
    const slogans = own.source.slogans.map(({ id, title, commitments }) => ({
      id,
      title,
      commitments: commitments.map(({ id, text, detail, measured_by }) => ({
        id,
        text,
        detail,
        kept: kept(measured_by),
      })),
    }));
    return { title: own.title, month, asOf: counted.asOf, slogans };
  });
}
