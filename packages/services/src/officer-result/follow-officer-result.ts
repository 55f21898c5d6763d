import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { minuteOfDate, toInstant } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type {
  CloseOfficerResult,
  DecideOnOfficer,
  InformOfficer,
  ReplyToResult,
} from "@gandan/model/officer-result/officer-inputs";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";
import { quarterCode, tellOfficer, tellReply, withdrawNotices } from "./officer-notices";

type State = "few" | "calm" | "told" | "informed" | "replied" | "decided" | "closed";
type Step = "inform" | "reply" | "decide" | "close" | "reopen";

interface Row {
  state: State;
  quarter: string;
  staffId: string | null;
  replyBy: string | null;
}

interface StepInput {
  step: Step;
  /** States from which the step may be taken. */
  from: readonly State[];
  to: State;
  text: string;
  measure?: string;
  onPaper?: boolean;
  replyBy?: string;
}

/** Locks the result, refuses what does not fit its state, takes the step, and counts the round anew. */
async function takeStep(
  ctx: UnitCtx,
  resultId: string,
  input: StepInput,
  guard: (row: Row, sql: TransactionSql) => Promise<void> | void = () => {},
): Promise<void> {
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  const { step, to, text } = input;
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    const [row] = await sql<Row[]>`
      select state, quarter, staff_id as "staffId", reply_by as "replyBy" from officer_result
      where unit_id = ${unitId} and id = ${resultId} for update`;
    if (!row || row.state === "few") throw new AppError("NOT_FOUND", "officerResult.notFound");
    await guard(row, sql);
    if (!input.from.includes(row.state)) throw new AppError("CONFLICT", "officerResult.state", { state: row.state });
    await sql`
      insert into officer_step (unit_id, result_id, seq, at, actor, step, text, measure, on_paper)
      select ${unitId}, ${resultId}, coalesce(max(seq), 0) + 1, ${now}, ${actor}, ${step}, ${text},
        ${input.measure ?? null}, ${input.onPaper ?? false}
      from officer_step where unit_id = ${unitId} and result_id = ${resultId}`;
    await sql`
      update officer_result set state = ${to}, reply_by = ${input.replyBy ?? row.replyBy}
      where unit_id = ${unitId} and id = ${resultId}`;
    await recountRound(sql, unitId, row.quarter);
    await withdrawNotices(sql, unitId, resultId, now);
    const told = { resultIds: [resultId], code: quarterCode(row.quarter), now };
    if (step === "inform" && row.staffId) {
      const dueAt = toInstant(minuteOfDate(input.replyBy!, "24:00") - 1);
      await tellOfficer(sql, unitId, { ...told, staffId: row.staffId, dueAt });
    }
    if (step === "reply") await tellReply(sql, unitId, told);
    await appendAudit(sql, {
      unitId,
      at: now,
      actor,
      action: `officer-result.${step}`,
      subject: resultId,
      // What was said stands in the step; who may read the log need not read that.
      details: { ...(input.measure ? { measure: input.measure } : {}), ...(input.onPaper ? { onPaper: true } : {}) },
    });
  });
}

/** How far those above have come, for offices that see no names. */
async function recountRound(sql: TransactionSql, unitId: string, quarter: string): Promise<void> {
  await sql`
    update officer_round o
    set told = c.told, informed = c.informed, replied = c.replied, decided = c.decided, closed = c.closed
    from (
      select count(*) filter (where state = 'told')::int as told, count(*) filter (where state = 'informed')::int as informed,
        count(*) filter (where state = 'replied')::int as replied, count(*) filter (where state = 'decided')::int as decided,
        count(*) filter (where state = 'closed')::int as closed
      from officer_result where unit_id = ${unitId} and quarter = ${quarter}
    ) c where o.unit_id = ${unitId} and o.quarter = ${quarter}`;
}

/**
 * The chairman lets the officer know of the result (plan 004, III.6.b) and sets a day for the reply.
 * @throws AppError FORBIDDEN; NOT_FOUND officerResult.notFound; CONFLICT officerResult.state; INVALID
 * officerResult.replyPast, unit.ended
 */
export async function informOfficer(ctx: UnitCtx, { resultId, replyBy, text }: InformOfficer): Promise<void> {
  authorize(ctx, "officer-result:decide");
  if (replyBy < localToday(ctx.now)) throw new AppError("INVALID", "officerResult.replyPast");
  await takeStep(ctx, resultId, { step: "inform", from: ["told"], to: "informed", text, replyBy });
}

/**
 * The officer's word on the own result, as long as nothing was decided; or the chairman's note of what the officer handed
 * over on paper.
 * @throws AppError FORBIDDEN; NOT_FOUND officerResult.notFound; CONFLICT officerResult.state; INVALID unit.ended
 */
export async function replyToResult(ctx: UnitCtx, { resultId, text, onPaper }: ReplyToResult): Promise<void> {
  authorize(ctx, onPaper ? "officer-result:decide" : "officer-result:own");
  await takeStep(
    ctx,
    resultId,
    {
      step: "reply",
      from: onPaper ? ["informed", "replied"] : ["told", "informed", "replied"],
      to: "replied",
      text,
      onPaper,
    },
    ({ staffId }) => {
      // Whose result it is not, learns not even that it is there.
      if (!onPaper && staffId !== ctx.actor.staffId) throw new AppError("NOT_FOUND", "officerResult.notFound");
    },
  );
}

/**
 * The chairman decides what follows: after the officer's reply, or when the day for it has passed without one.
 * @throws AppError FORBIDDEN; NOT_FOUND officerResult.notFound; CONFLICT officerResult.state, officerResult.replyAwaited;
 * INVALID unit.ended
 */
export async function decideOnOfficer(ctx: UnitCtx, { resultId, measure, text }: DecideOnOfficer): Promise<void> {
  authorize(ctx, "officer-result:decide");
  const today = localToday(ctx.now);
  await takeStep(
    ctx,
    resultId,
    { step: "decide", from: ["informed", "replied", "decided"], to: "decided", text, measure },
    ({ state, replyBy }) => {
      if (state === "informed" && replyBy !== null && replyBy >= today) {
        throw new AppError("CONFLICT", "officerResult.replyAwaited", { date: replyBy.split("-").reverse().join("/") });
      }
    },
  );
}

/**
 * Closes a result with what came of the measure.
 * @throws AppError FORBIDDEN; NOT_FOUND officerResult.notFound; CONFLICT officerResult.state; INVALID unit.ended
 */
export async function closeOfficerResult(ctx: UnitCtx, { resultId, text }: CloseOfficerResult): Promise<void> {
  authorize(ctx, "officer-result:decide");
  await takeStep(ctx, resultId, { step: "close", from: ["decided"], to: "closed", text });
}

/**
 * Takes up a closed result again; what was written stays.
 * @throws AppError FORBIDDEN; NOT_FOUND officerResult.notFound; CONFLICT officerResult.state; INVALID unit.ended
 */
export async function reopenOfficerResult(ctx: UnitCtx, { resultId, text }: CloseOfficerResult): Promise<void> {
  authorize(ctx, "officer-result:decide");
  await takeStep(ctx, resultId, { step: "reopen", from: ["closed"], to: "decided", text });
}
