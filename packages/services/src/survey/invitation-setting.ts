import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { type ChooseInvitation, type InvitationSetting, invitationSetting } from "@gandan/model/survey/survey-inputs";
import type { TransactionSql } from "postgres";
import { isEnded, refuseEnded } from "../adoption/refuse-ended";
import { readSetting, type UnitSetting, writeSetting } from "../settings/unit-setting";
import { localToday } from "../unit/local-today";

const AREA = "survey-invitation";

/** Which form a dossier's token opens. */
export function readInvitationSetting(sql: TransactionSql, unitId: string): Promise<UnitSetting<InvitationSetting>> {
  return readSetting(sql, unitId, AREA, invitationSetting);
}

/** Sets it within a use case that has authorised. @throws AppError CONFLICT settings.changed */
export async function writeInvitationSetting(
  sql: TransactionSql,
  ctx: UnitCtx,
  seen: UnitSetting<InvitationSetting>,
  value: InvitationSetting,
): Promise<void> {
  await writeSetting(sql, ctx, AREA, seen, { revision: seen.revision, value });
}

/**
 * Chooses the form that tokens on slips and results open from now on, or none; tokens given out keep the one they were
 * given for.
 * @throws AppError FORBIDDEN; NOT_FOUND survey.formNotOpen; CONFLICT settings.changed; INVALID unit.ended
 */
export async function chooseInvitation(ctx: UnitCtx, { formSlug, revision }: ChooseInvitation): Promise<void> {
  authorize(ctx, "survey:edit");
  const { unitId } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(ctx.now));
    if (formSlug !== null) {
      const [form] = await sql`
        select 1 from survey_form where unit_id = ${unitId} and slug = ${formSlug} and closed_on is null`;
      if (!form) throw new AppError("NOT_FOUND", "survey.formNotOpen");
    }
    const seen = await readInvitationSetting(sql, unitId);
    await writeInvitationSetting(
      sql,
      ctx,
      { ...seen, revision: seen.revision === revision ? revision : -1 },
      { formSlug },
    );
  });
}

/**
 * Whether dossiers of the unit have tokens: a form is chosen for them, and open.
 * @throws AppError FORBIDDEN
 */
export async function asksByDossier(ctx: UnitCtx): Promise<boolean> {
  authorize(ctx, "dossier:read");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const { formSlug } = (await readInvitationSetting(sql, unitId)).value;
    if (formSlug === null || (await isEnded(sql, unitId, localToday(ctx.now)))) return false;
    const [form] = await sql`
      select 1 from survey_form where unit_id = ${unitId} and slug = ${formSlug} and closed_on is null`;
    return form !== undefined;
  });
}
