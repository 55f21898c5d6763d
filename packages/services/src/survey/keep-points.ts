import { randomInt } from "node:crypto";
import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { AddPoint, ChangePoint, PointId, PointKind } from "@gandan/model/survey/survey-inputs";
import type { TransactionSql } from "postgres";
import { isEnded, refuseEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";

/** Without letters and digits that are taken for one another when they are typed. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const CODE_LENGTH = 8;
const newCode = () => Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/** A place where citizens are asked. */
export interface SurveyPoint {
  pointId: string;
  code: string;
  label: string;
  kind: PointKind;
  formSlug: string;
  /** Title of its form as it is open; null while none is. */
  formTitle: string | null;
  createdAt: Date;
  retiredAt: Date | null;
}

export interface PointList {
  /** In use first, by label. */
  points: SurveyPoint[];
  mayEdit: boolean;
}

/** The unit's points, with the form that each asks. @throws AppError FORBIDDEN */
export async function listPoints(ctx: UnitCtx): Promise<PointList> {
  authorize(ctx, "survey:read");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const points = await readPoints(sql, unitId);
    const ended = await isEnded(sql, unitId, localToday(now));
    return { points, mayEdit: mayDo(ctx, "survey:edit") && !ended };
  });
}

/** For use cases that have authorised. */
export function readPoints(sql: TransactionSql, unitId: string): Promise<SurveyPoint[]> {
  return sql<SurveyPoint[]>`
    select p.id as "pointId", p.code, p.label, p.kind, p.form_slug as "formSlug", f.title as "formTitle",
      p.created_at as "createdAt", p.retired_at as "retiredAt"
    from survey_point p
    left join survey_form f on f.unit_id = p.unit_id and f.slug = p.form_slug and f.closed_on is null
    where p.unit_id = ${unitId}
    order by p.retired_at is not null, p.label collate "vi-x-icu", p.id`;
}

async function refuseUnasked(sql: TransactionSql, unitId: string, formSlug: string): Promise<void> {
  const [form] = await sql`
    select 1 from survey_form where unit_id = ${unitId} and slug = ${formSlug} and closed_on is null`;
  if (!form) throw new AppError("NOT_FOUND", "survey.formNotOpen");
}

/**
 * Adds a place where citizens are asked, with a code of its own for its sheet.
 * @throws AppError FORBIDDEN; NOT_FOUND survey.formNotOpen; INVALID unit.ended
 */
export async function addPoint(ctx: UnitCtx, input: AddPoint): Promise<{ pointId: string; code: string }> {
  authorize(ctx, "survey:edit");
  const { unitId, now } = ctx;
  const { formSlug, label, kind } = input;
  const actor = ctx.actor.staffId;
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    await refuseUnasked(sql, unitId, formSlug);
    const code = newCode();
    const [row] = await sql<{ id: string }[]>`
      insert into survey_point (unit_id, code, form_slug, label, kind, created_by, created_at)
      values (${unitId}, ${code}, ${formSlug}, ${label}, ${kind}, ${actor}, ${now})
      returning id`;
    const pointId = row!.id;
    const details = { label, kind, formSlug };
    await appendAudit(sql, { unitId, at: now, actor, action: "survey.add-point", subject: pointId, details });
    return { pointId, code };
  });
}

async function pointForUpdate(sql: TransactionSql, ctx: UnitCtx, pointId: string) {
  await refuseEnded(sql, ctx.unitId, localToday(ctx.now));
  const [point] = await sql<{ label: string; formSlug: string; retiredAt: Date | null }[]>`
    select label, form_slug as "formSlug", retired_at as "retiredAt" from survey_point
    where unit_id = ${ctx.unitId} and id = ${pointId} for update`;
  if (!point) throw new AppError("NOT_FOUND", "survey.pointNotFound");
  return point;
}

/**
 * Names a point anew or lets it ask another form; the sheet that hangs there stays right.
 * @throws AppError FORBIDDEN; NOT_FOUND survey.pointNotFound, survey.formNotOpen; INVALID unit.ended
 */
export async function changePoint(ctx: UnitCtx, { pointId, formSlug, label }: ChangePoint): Promise<void> {
  authorize(ctx, "survey:edit");
  const { unitId, now } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    const point = await pointForUpdate(sql, ctx, pointId);
    if (formSlug !== point.formSlug) await refuseUnasked(sql, unitId, formSlug);
    if (formSlug === point.formSlug && label === point.label) return;
    await sql`
      update survey_point set form_slug = ${formSlug}, label = ${label} where unit_id = ${unitId} and id = ${pointId}`;
    const details = { from: { label: point.label, formSlug: point.formSlug }, to: { label, formSlug } };
    const actor = ctx.actor.staffId;
    await appendAudit(sql, { unitId, at: now, actor, action: "survey.change-point", subject: pointId, details });
  });
}

/**
 * Takes a point out of use, or, with `back`, into use again: its code stays the same, so that a sheet left hanging works
 * again.
 * @throws AppError FORBIDDEN; NOT_FOUND survey.pointNotFound; INVALID unit.ended
 */
export async function retirePoint(ctx: UnitCtx, { pointId }: PointId, back = false): Promise<void> {
  authorize(ctx, "survey:edit");
  const { unitId, now } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    const { label, retiredAt } = await pointForUpdate(sql, ctx, pointId);
    if ((retiredAt === null) === back) return;
    await sql`
      update survey_point set retired_at = ${back ? null : now} where unit_id = ${unitId} and id = ${pointId}`;
    const action = back ? "survey.restore-point" : "survey.retire-point";
    const actor = ctx.actor.staffId;
    await appendAudit(sql, { unitId, at: now, actor, action, subject: pointId, details: { label } });
  });
}
