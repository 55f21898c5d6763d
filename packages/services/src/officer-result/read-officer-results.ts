import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { type DissatisfiedShare, dissatisfiedShare } from "@gandan/model/officer-result/assess-officers";
import type { ListOfficerResults, OfficerResultId } from "@gandan/model/officer-result/officer-inputs";
import { shiftDay } from "@gandan/model/oversight/period";
import type { LevelCounts } from "@gandan/model/rules/facts";
import type { AnsweredLine } from "@gandan/model/survey/answered";
import type { TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";

export type ResultState = "few" | "calm" | "told" | "informed" | "replied" | "decided" | "closed";

export interface ListedOfficer {
  id: string;
  officer: string;
  /** Null where there are too few answers to be shown. */
  share: DissatisfiedShare | null;
  /** Answers by level, or by levels that are told only together. */
  lines: AnsweredLine[];
  state: ResultState;
  replyBy: LocalDate | null;
  /** Known to sign-in, so that the officer can be told and can reply here. */
  known: boolean;
}

export interface OfficerRule {
  levels: number[];
  /** Null where no rule of the model says when the chairman is told. */
  above: number | null;
  minN: number;
}

export interface OfficerResultsPage {
  /** First days of the quarters that were counted, the newest first. */
  quarters: LocalDate[];
  quarter: LocalDate | null;
  rule: OfficerRule | null;
  frozenAt: Date | null;
  /** Most dissatisfied first, then those with too few answers by name. */
  officers: ListedOfficer[];
}

interface Row {
  id: string;
  officer: string;
  staffId: string | null;
  levels: number[];
  questions: { question: string; levels: number[] }[];
  state: ResultState;
  replyBy: LocalDate | null;
  quarter: LocalDate;
}

const select = (sql: TransactionSql) => sql`
  select r.id, r.officer, r.staff_id as "staffId", r.levels, r.questions, r.state, r.reply_by as "replyBy", r.quarter
  from officer_result r`;

/** The least number of answers that any form of the unit tells of. */
async function leastCell(sql: TransactionSql, unitId: string): Promise<number> {
  const [row] = await sql<{ cell: number }[]>`
    select coalesce(max(min_cell), 5)::int as cell from survey_form where unit_id = ${unitId}`;
  return row!.cell;
}

const toldOf = (levels: readonly number[], rule: OfficerRule, cell: number) =>
  levels.length === 5 ? dissatisfiedShare(levels as unknown as LevelCounts, rule, cell) : null;

const listed = (row: Row, rule: OfficerRule, cell: number): ListedOfficer => ({
  id: row.id,
  officer: row.officer,
  share: toldOf(row.levels, rule, cell)?.share ?? null,
  lines: toldOf(row.levels, rule, cell)?.lines ?? [],
  state: row.state,
  replyBy: row.replyBy,
  known: row.staffId !== null,
});

/**
 * What citizens said of each officer in a quarter that is over, for chairman and vice-chairman alone; the reading is
 * logged.
 * @throws AppError FORBIDDEN
 */
export async function listOfficerResults(ctx: UnitCtx, input: ListOfficerResults): Promise<OfficerResultsPage> {
  authorize(ctx, "officer-result:read");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const rounds = await sql<{ quarter: LocalDate; frozenAt: Date; rule: OfficerRule }[]>`
      select quarter, frozen_at as "frozenAt", rule from officer_round where unit_id = ${unitId} order by 1 desc limit 40`;
    const round = rounds.find(({ quarter }) => quarter === input.quarter) ?? rounds[0];
    const quarters = rounds.map(({ quarter }) => quarter);
    if (!round) return { quarters, quarter: null, rule: null, frozenAt: null, officers: [] };
    const rows = await sql<Row[]>`
      ${select(sql)} where r.unit_id = ${unitId} and r.quarter = ${round.quarter} order by r.officer`;
    await appendAudit(sql, {
      unitId,
      at: ctx.now,
      actor: ctx.actor.staffId,
      action: "officer-result.list",
      subject: round.quarter,
    });
    const cell = await leastCell(sql, unitId);
    const officers = rows.map((row) => listed(row, round.rule, cell));
    const place = ({ share }: ListedOfficer) =>
      share === null ? -1 : (share.above ? 1 : 0) + (share.told ? share.told.high / share.told.n : 0);
    officers.sort((a, b) => place(b) - place(a));
    return { quarters, quarter: round.quarter, rule: round.rule, frozenAt: round.frozenAt, officers };
  });
}

export interface OfficerStep {
  at: Date;
  /** Who took it; null for one who is no more. */
  actor: string | null;
  step: "inform" | "reply" | "decide" | "close" | "reopen";
  text: string;
  measure: string | null;
  onPaper: boolean;
}

export interface OfficerResult extends ListedOfficer {
  quarter: LocalDate;
  rule: OfficerRule;
  /** Each with its answers as far as they are told. */
  questions: { question: string; n: number; lines: AnsweredLine[] }[];
  steps: OfficerStep[];
  /** The person who reads it is the officer. */
  own: boolean;
  may: { inform: boolean; reply: boolean; replyOnPaper: boolean; decide: boolean; close: boolean; reopen: boolean };
  /** The day for the reply that is usual: ten days on. */
  usualReplyBy: LocalDate;
}

/** Days an officer has for a reply, unless the chairman says otherwise. */
const REPLY_DAYS = 10;

/**
 * One officer's result with what was done about it: for chairman and vice-chairman, whose reading is logged, and for the
 * officer; to anyone else it is not there.
 * @throws AppError FORBIDDEN; NOT_FOUND officerResult.notFound
 */
export async function readOfficerResult(ctx: UnitCtx, { resultId }: OfficerResultId): Promise<OfficerResult> {
  authorize(ctx, "officer-result:own");
  const { unitId } = ctx;
  const staffId = ctx.actor.staffId;
  const leads = mayDo(ctx, "officer-result:read");
  return inUnit(ctx, async (_tx, sql) => {
    const [row] = await sql<(Row & { rule: OfficerRule })[]>`
      select x.*, o.rule from (${select(sql)} where r.unit_id = ${unitId} and r.id = ${resultId}
        and (${leads} or r.staff_id = ${staffId})) x
      join officer_round o on o.unit_id = ${unitId} and o.quarter = x.quarter`;
    if (!row || row.state === "few") throw new AppError("NOT_FOUND", "officerResult.notFound");
    const steps = await sql<OfficerStep[]>`
      select p.at, s.name as actor, p.step, p.text, p.measure, p.on_paper as "onPaper"
      from officer_step p left join staff s on s.id::text = p.actor
      where p.unit_id = ${unitId} and p.result_id = ${resultId} order by p.seq`;
    const own = row.staffId === staffId;
    if (!own) {
      await appendAudit(sql, {
        unitId,
        at: ctx.now,
        actor: staffId,
        action: "officer-result.read",
        subject: resultId,
      });
    }
    const decides = mayDo(ctx, "officer-result:decide");
    const overdue = row.replyBy !== null && row.replyBy < localToday(ctx.now);
    const { state } = row;
    const cell = await leastCell(sql, unitId);
    return {
      ...listed(row, row.rule, cell),
      quarter: row.quarter,
      rule: row.rule,
      questions: row.questions.flatMap(({ question, levels }) => {
        const told = toldOf(levels, { ...row.rule, above: null }, cell);
        return told ? [{ question, n: told.share.n, lines: told.lines }] : [];
      }),
      steps: [...steps],
      own,
      may: {
        inform: decides && state === "told",
        reply: own && ["told", "informed", "replied"].includes(state),
        replyOnPaper: decides && ["informed", "replied"].includes(state),
        decide: decides && (["replied", "decided"].includes(state) || (state === "informed" && overdue)),
        close: decides && state === "decided",
        reopen: decides && state === "closed",
      },
      usualReplyBy: shiftDay(localToday(ctx.now), REPLY_DAYS),
    };
  });
}

/**
 * The person's own results, the newest first: what officers see of themselves.
 * @throws AppError FORBIDDEN
 */
export async function listOwnResults(ctx: UnitCtx): Promise<(ListedOfficer & { quarter: LocalDate })[]> {
  authorize(ctx, "officer-result:own");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const rows = await sql<(Row & { rule: OfficerRule })[]>`
      select x.*, o.rule from (${select(sql)} where r.unit_id = ${unitId} and r.staff_id = ${ctx.actor.staffId}) x
      join officer_round o on o.unit_id = ${unitId} and o.quarter = x.quarter
      order by x.quarter desc limit 40`;
    const cell = await leastCell(sql, unitId);
    return rows.map((row) => ({ ...listed(row, row.rule, cell), quarter: row.quarter }));
  });
}
