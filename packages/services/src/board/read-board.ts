import type { BoardSlogan } from "@gandan/model/board/board-scenes";
import type { PublicUnitInput } from "@gandan/model/public/public-inputs";
import type { TransactionSql } from "postgres";
import { openCondition, queueDemand } from "../dossier/dossier-filter";
import { type QueueTimes, queueTimes } from "../dossier/queue-times";
import { loadJudge } from "../outcome/load-judge";
import { inPublicUnit } from "../public/public-unit";
import type { RequestCtx } from "../session/request-ctx";
import { localToday } from "../unit/local-today";
import { officeDay } from "../unit/office-day";

/** What the board in the hall counts; numbers alone, nothing of any dossier or officer. */
export interface BoardCounts {
  receivedToday: number;
  handedOverToday: number;
  /** Open, to be handed over before today is over. */
  leftToday: number;
  /** Open and past their first appointment, as the desk's queue says. */
  late: number;
  /** Finished, still open in the system. */
  notClosed: number;
  /** End of today's work; null on a day of rest and when it is over. */
  closesAt: Date | null;
  asOf: Date;
}

export interface Board {
  /** Name of the model as the unit registered it; null when none is in force. */
  title: string | null;
  slogans: BoardSlogan[];
  counts: BoardCounts;
}

async function count(sql: TransactionSql, unitId: string, now: Date, times: QueueTimes) {
  const { today, tomorrow, minute } = times;
  const [row] = await sql<Omit<BoardCounts, "closesAt" | "asOf">[]>`
    select
      (select count(*)::int from dossier d where d.unit_id = ${unitId} and d.received_on = ${localToday(now)}::date)
        as "receivedToday",
      (select count(*)::int from dossier d where d.unit_id = ${unitId} and d.handed_over_at is not null
        and d.handed_over_at >= ${today} and d.handed_over_at < ${tomorrow}) as "handedOverToday",
      (select count(*)::int from dossier d where d.unit_id = ${unitId} and ${openCondition(sql)}
        and d.due_at is not null and d.paused_since is null and d.promised_at >= ${minute} and d.promised_at < ${tomorrow})
        as "leftToday",
      (select count(*)::int from dossier d where d.unit_id = ${unitId} and ${openCondition(sql)}
        and ${queueDemand(sql, "late", times)}) as late,
      (select count(*)::int from dossier d where d.unit_id = ${unitId}
        and d.finished_at is not null and d.closed_at is null) as "notClosed"`;
  return row!;
}

/** What the board of a unit shows at this moment: its promises, by the model in force today, and the counts. @throws AppError NOT_FOUND unit.notFound */
export function readBoard(ctx: RequestCtx, { slug }: PublicUnitInput): Promise<Board> {
  const { now } = ctx;
  return inPublicUnit(ctx, slug, async (sql, unit) => {
    const judge = await loadJudge(sql, unit.id, now);
    const own = judge.ownVersionOn(localToday(now));
    const day = officeDay(judge.calendar, now);
    const counts = await count(sql, unit.id, now, queueTimes(judge.calendar, now, 1));
    return {
      title: own?.title ?? null,
      slogans: (own?.source.slogans ?? []).map(({ title, commitments }) => ({
        title,
        commitments: commitments.map(({ text }) => ({ text })),
      })),
      counts: { ...counts, closesAt: day.open ? day.closesAt : null, asOf: now },
    };
  });
}
