import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { FormId, OpenForm } from "@gandan/model/survey/survey-inputs";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";
import { readInvitationSetting, writeInvitationSetting } from "./invitation-setting";
import { readOffers } from "./offered-forms";

interface FormState {
  id: string;
  slug: string;
  version: number;
  title: string;
  checksum: string;
  closedOn: LocalDate | null;
}

/** One change of a unit's forms at a time, so that two versions of a form are never open side by side. */
const lockForms = (sql: TransactionSql, unitId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`survey form ${unitId}`}, 0))`;

const selectState = (sql: TransactionSql) =>
  sql`select id, slug, version, title, checksum, closed_on as "closedOn" from survey_form`;

async function closeAt(sql: TransactionSql, ctx: UnitCtx, formId: string, today: LocalDate): Promise<void> {
  await sql`
    update survey_form set closed_on = ${today}::date, closed_by = ${ctx.actor.staffId}
    where unit_id = ${ctx.unitId} and id = ${formId}`;
}

/**
 * Opens a form of the model in force as it was seen: its questions are frozen, and a version of it that was open is
 * closed. The first form that a unit opens is the one that tokens of dossiers ask.
 * @throws AppError FORBIDDEN; NOT_FOUND survey.noOffer; CONFLICT survey.offerChanged, survey.alreadyOpen; INVALID unit.ended
 */
export async function openForm(ctx: UnitCtx, input: OpenForm): Promise<{ formId: string; version: number }> {
  authorize(ctx, "survey:edit");
  const { unitId, now } = ctx;
  const { slug, checksum, minCell } = input;
  const actor = ctx.actor.staffId;
  const today = localToday(now);
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, today);
    await lockForms(sql, unitId);
    const offer = (await readOffers(sql, unitId, now)).find(({ source }) => source.id === slug);
    if (!offer) throw new AppError("NOT_FOUND", "survey.noOffer");
    if (offer.checksum !== checksum) throw new AppError("CONFLICT", "survey.offerChanged");
    const [last] = await sql<FormState[]>`
      ${selectState(sql)} where unit_id = ${unitId} and slug = ${slug} order by version desc limit 1`;
    const open = last && last.closedOn === null ? last : null;
    if (open?.checksum === checksum) throw new AppError("CONFLICT", "survey.alreadyOpen");
    if (open) await closeAt(sql, ctx, open.id, today);
    const version = (last?.version ?? 0) + 1;
    const { source, origin, versionId } = offer;
    const [row] = await sql<{ id: string }[]>`
      insert into survey_form
        (unit_id, slug, version, title, source, origin, version_id, checksum, min_cell, opened_on, opened_by, opened_at)
      values (${unitId}, ${slug}, ${version}, ${source.title}, ${JSON.stringify(source)}::text::jsonb, ${origin},
        ${versionId}, ${checksum}, ${minCell}, ${today}, ${actor}, ${now})
      returning id`;
    const formId = row!.id;
    const details = { slug, version, title: source.title, minCell, ...(open ? { instead: open.id } : {}) };
    await appendAudit(sql, { unitId, at: now, actor, action: "survey.open-form", subject: formId, details });
    const invitation = await readInvitationSetting(sql, unitId);
    if (invitation.revision === 0) await writeInvitationSetting(sql, ctx, invitation, { formSlug: slug });
    return { formId, version };
  });
}

async function formForUpdate(sql: TransactionSql, ctx: UnitCtx, formId: string): Promise<FormState> {
  await refuseEnded(sql, ctx.unitId, localToday(ctx.now));
  await lockForms(sql, ctx.unitId);
  const [form] = await sql<FormState[]>`${selectState(sql)} where unit_id = ${ctx.unitId} and id = ${formId}`;
  if (!form) throw new AppError("NOT_FOUND", "survey.formNotFound");
  return form;
}

/**
 * Closes a form: from now on it takes no answer, by whatever way. What was answered stays.
 * @throws AppError FORBIDDEN; NOT_FOUND survey.formNotFound; CONFLICT survey.alreadyClosed; INVALID unit.ended
 */
export async function closeForm(ctx: UnitCtx, { formId }: FormId): Promise<void> {
  authorize(ctx, "survey:edit");
  const { unitId, now } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    const { slug, version, closedOn } = await formForUpdate(sql, ctx, formId);
    if (closedOn !== null) throw new AppError("CONFLICT", "survey.alreadyClosed");
    await closeAt(sql, ctx, formId, localToday(now));
    const details = { slug, version };
    const actor = ctx.actor.staffId;
    await appendAudit(sql, { unitId, at: now, actor, action: "survey.close-form", subject: formId, details });
  });
}

/**
 * Takes a closing back: the same version, with the same questions, takes answers again. Not once a later version was
 * opened.
 * @throws AppError FORBIDDEN; NOT_FOUND survey.formNotFound; CONFLICT survey.alreadyOpen, survey.superseded; INVALID unit.ended
 */
export async function reopenForm(ctx: UnitCtx, { formId }: FormId): Promise<void> {
  authorize(ctx, "survey:edit");
  const { unitId, now } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    const { slug, version, closedOn } = await formForUpdate(sql, ctx, formId);
    if (closedOn === null) throw new AppError("CONFLICT", "survey.alreadyOpen");
    const later = await sql`
      select 1 from survey_form where unit_id = ${unitId} and slug = ${slug} and version > ${version} limit 1`;
    if (later.length > 0) throw new AppError("CONFLICT", "survey.superseded");
    await sql`
      update survey_form set closed_on = null, closed_by = null where unit_id = ${unitId} and id = ${formId}`;
    const details = { slug, version };
    const actor = ctx.actor.staffId;
    await appendAudit(sql, { unitId, at: now, actor, action: "survey.reopen-form", subject: formId, details });
  });
}
