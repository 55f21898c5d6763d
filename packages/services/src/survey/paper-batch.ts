import { mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { AppError } from "@gandan/model/error/app-error";
import type { Answers } from "@gandan/model/survey/asked-questions";
import type { TransactionSql } from "postgres";

export type PaperSource = "paper-staff" | "paper-mttq";

/** A batch as it stands, locked for what is to be done. */
export interface BatchState {
  id: string;
  number: number;
  formId: string;
  source: PaperSource;
  day: LocalDate;
  state: "typing" | "checking" | "handed-in" | "dropped";
  /** What its sheets are about, and where they were gathered; null where that is not known. */
  procedureCode: string | null;
  pointId: string | null;
}

export interface SheetState {
  number: number;
  answers: Answers;
  texts: Record<string, string>;
  /** Null as its batch, "" where it does not say. */
  procedureCode: string | null;
  typedBy: string;
  sampled: boolean;
  secondAnswers: Answers | null;
  secondBy: string | null;
  /** Null before the second typing, or while its differences wait to be settled. */
  differing: number | null;
}

/** Whose sheets a person types: those of MTTQ are gathered and typed apart from those of the office. */
export function paperSourceOf(ctx: UnitCtx): PaperSource {
  const isMttq = ctx.actor.roles.some(({ unitId, role }) => unitId === ctx.unitId && role === "mttq");
  return isMttq ? "paper-mttq" : "paper-staff";
}

/** Whether the person may type, correct, settle and hand in this batch; typing it a second time is open to all who type. */
export const isOwnBatch = (ctx: UnitCtx, source: PaperSource): boolean =>
  mayDo(ctx, "survey:enter") && paperSourceOf(ctx) === source;

/**
 * The batch, locked, in the state that the work needs.
 * @throws AppError NOT_FOUND paper.notFound; CONFLICT paper.notTyping, paper.notChecking; FORBIDDEN paper.otherSide
 */
export async function lockBatch(
  sql: TransactionSql,
  ctx: UnitCtx,
  batchId: string,
  { state, own }: { state: "typing" | "checking"; own: boolean },
): Promise<BatchState> {
  const [batch] = await sql<BatchState[]>`
    select id, number, form_id as "formId", source, day, state, procedure_code as "procedureCode", point_id as "pointId"
    from survey_paper_batch
    where unit_id = ${ctx.unitId} and id = ${batchId} for update`;
  if (!batch) throw new AppError("NOT_FOUND", "paper.notFound");
  if (own && !isOwnBatch(ctx, batch.source)) throw new AppError("FORBIDDEN", "paper.otherSide");
  if (batch.state !== state)
    throw new AppError("CONFLICT", state === "typing" ? "paper.notTyping" : "paper.notChecking");
  return batch;
}

/** One sheet of a batch, or all in the order of their numbers. */
export async function sheetsOfBatch(
  sql: TransactionSql,
  unitId: string,
  batchId: string,
  number?: number,
): Promise<SheetState[]> {
  return sql<SheetState[]>`
    select number, answers, texts, procedure_code as "procedureCode", typed_by as "typedBy", sampled, second_answers as "secondAnswers",
      second_by as "secondBy", differing
    from survey_paper_sheet
    where unit_id = ${unitId} and batch_id = ${batchId} ${number === undefined ? sql`` : sql`and number = ${number}`}
    order by number`;
}

/** @throws AppError NOT_FOUND paper.sheetNotFound */
export async function sheetOfBatch(
  sql: TransactionSql,
  unitId: string,
  batchId: string,
  number: number,
): Promise<SheetState> {
  const [sheet] = await sheetsOfBatch(sql, unitId, batchId, number);
  if (!sheet) throw new AppError("NOT_FOUND", "paper.sheetNotFound");
  return sheet;
}

/** Writes down who did what to which sheet; never what stands on it. */
export function auditPaper(
  sql: TransactionSql,
  { unitId, now, actor }: UnitCtx,
  verb:
    | "open"
    | "about"
    | "type"
    | "change"
    | "remove"
    | "finish"
    | "resume"
    | "type-again"
    | "settle"
    | "hand-in"
    | "drop",
  batchId: string,
  details: Record<string, string | number> = {},
) {
  const action = `survey-paper.${verb}`;
  return appendAudit(sql, { unitId, at: now, actor: actor.staffId, action, subject: batchId, details });
}
