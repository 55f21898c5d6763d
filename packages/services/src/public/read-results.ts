import type { LocalDate } from "@gandan/calendar/local-time";
import type { PublicResults } from "@gandan/model/public/public-inputs";
import type { TransactionSql } from "postgres";
import { type FeedbackFigures, readFeedbackFigures } from "../feedback/read-feedback-figures";
import { loadKinds } from "../letter/unit-kinds";
import { loadJudge } from "../outcome/load-judge";
import type { RequestCtx } from "../session/request-ctx";
import { localToday } from "../unit/local-today";
import { type KeptShare, ownTallies, shareOfKind } from "./own-tallies";
import { inPublicUnit } from "./public-unit";

export interface MonthResults {
  /** Its first day. */
  month: LocalDate;
  /** Last day that is counted: today in the running month. */
  to: LocalDate;
  dossiers: number;
  onTime: KeptShare;
}

export interface PublicResultsPage extends MonthResults {
  asOf: Date | null;
  /** Dossiers that were late, and for how many of them an apology was sent in time. */
  apologies: KeptShare;
  /** Letters signed in the month, by kind. */
  letters: { kind: string; title: string; n: number }[];
  /** Feedback received in the month. */
  feedback: FeedbackFigures;
  /** This month and those before it, the latest first. */
  months: MonthResults[];
  /** Months that can be asked for, around this one. */
  earlier: LocalDate | null;
  later: LocalDate | null;
}

const MONTHS_SHOWN = 6;

/**
 * How a unit kept its word in a month: on time, apologies, letters, feedback, and the months before. Figures of whole months
 * alone, with out of how many. @throws AppError NOT_FOUND unit.notFound
 */
export function readResults(ctx: RequestCtx, { slug, month }: PublicResults): Promise<PublicResultsPage> {
  return inPublicUnit(ctx, slug, async (sql, unit) => {
    const today = localToday(ctx.now);
    const running = `${today.slice(0, 7)}-01`;
    const first = month && `${month}-01` <= running ? `${month}-01` : running;
    const judge = await loadJudge(sql, unit.id, ctx.now);
    const before = Array.from({ length: MONTHS_SHOWN }, (_, i) => shiftMonth(first, -i));
    const to = first === running ? today : lastDay(first);
    const [counts, letters, feedback] = await Promise.all([
      Promise.all(
        before.map(async (from) => {
          const to = from === running ? today : lastDay(from);
          const counted = await ownTallies(sql, unit.id, judge, { from, to });
          const { dossiers, asOf } = counted;
          const onTime = shareOfKind(counted, "dossier.on-time");
          return { month: from, to, dossiers, asOf, onTime, apologies: shareOfKind(counted, "dossier.apology") };
        }),
      ),
      lettersOf(sql, unit.id, first),
      readFeedbackFigures(sql, unit.id, { from: first, to }),
    ]);
    const [shown] = counts;
    return {
      ...shown!,
      letters,
      feedback,
      months: counts.filter(({ dossiers }) => dossiers > 0),
      earlier: counts.slice(1).some(({ dossiers }) => dossiers > 0) ? shiftMonth(first, -1) : null,
      later: first < running ? shiftMonth(first, 1) : null,
    };
  });
}

/** Letters signed in a month by kind; condolences are told to nobody but the family. */
async function lettersOf(sql: TransactionSql, unitId: string, month: LocalDate): Promise<PublicResultsPage["letters"]> {
  const [rows, kinds] = await Promise.all([
    sql<{ kind: string; n: number }[]>`
      select kind, count(*)::int as n from letter
      where unit_id = ${unitId} and state in ('signed', 'delivered')
        and signed_at >= (${month}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and signed_at < (${shiftMonth(month, 1)}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      group by kind order by n desc, kind`,
    loadKinds(sql, unitId),
  ]);
  return rows.flatMap(({ kind, n }) => {
    const known = kinds.find((each) => each.kind === kind);
    return known && known.tone !== "condolence" ? [{ kind, title: known.title, n }] : [];
  });
}

function shiftMonth(month: LocalDate, by: number): LocalDate {
  const date = new Date(`${month}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 10);
}

function lastDay(month: LocalDate): LocalDate {
  const date = new Date(`${shiftMonth(month, 1)}T00:00:00Z`);
  date.setUTCDate(0);
  return date.toISOString().slice(0, 10);
}
