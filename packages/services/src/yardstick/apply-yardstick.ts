import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { shiftDay } from "@gandan/model/oversight/period";
import type { ApplyYardstick } from "@gandan/model/yardstick/yardstick-inputs";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { findModel, findVersion, type VersionRow } from "../model/visible-models";
import { localToday } from "../unit/local-today";
import { lockApplications, type OwnApplication, written } from "./own-applications";

export interface AppliedVersion {
  applicationId: string;
  from: LocalDate;
  /** The application of another version that ends the day before. */
  ended: string | null;
}

async function findApplicable(sql: TransactionSql, versionId: string, from: LocalDate): Promise<VersionRow> {
  const version = await findVersion(sql, versionId);
  const { type } = await findModel(sql, version.modelId);
  if (type !== "yardstick" || version.state !== "published") throw new AppError("INVALID", "yardstick.notApplicable");
  const { effectiveFrom, effectiveTo } = version;
  if (effectiveFrom !== null && from < effectiveFrom) {
    throw new AppError("INVALID", "yardstick.notInForce", { from: written(effectiveFrom) });
  }
  if (effectiveTo !== null && from > effectiveTo) {
    throw new AppError("INVALID", "yardstick.outdated", { to: written(effectiveTo) });
  }
  return version;
}

function formerOf(own: readonly OwnApplication[], version: VersionRow, from: LocalDate): OwnApplication | undefined {
  const ofModel = own.filter(({ modelId }) => modelId === version.modelId);
  const later = ofModel.findLast((one) => one.from >= from);
  if (later) throw new AppError("CONFLICT", "yardstick.overlap", { from: written(later.from) });
  const former = ofModel.find(({ to }) => to === null || to > from);
  if (former?.versionId === version.id) {
    throw new AppError("CONFLICT", "yardstick.already", { from: written(former.from) });
  }
  return former;
}

/**
 * Judges what all units below receive from a day on by a version of a yardstick: the unit's own, one of a unit above or
 * of the library. Another version of the same yardstick ends the day before. What was received up to today is judged
 * already and stays as it is, so the first day is tomorrow or later. One transaction with its audit.
 * @throws AppError FORBIDDEN; NOT_FOUND `model.versionNotFound`; INVALID `unit.ended`, `yardstick.past`,
 * `yardstick.notApplicable`, `yardstick.notInForce`, `yardstick.outdated`; CONFLICT `yardstick.overlap`, `yardstick.already`
 */
export async function applyYardstick(ctx: UnitCtx, input: ApplyYardstick): Promise<AppliedVersion> {
  authorize(ctx, "yardstick:apply");
  const { unitId } = ctx;
  const { versionId, from, basis } = input;
  return inUnit(ctx, async (_tx, sql) => {
    const today = localToday(ctx.now);
    await refuseEnded(sql, unitId, today);
    if (from <= today) throw new AppError("INVALID", "yardstick.past", { next: written(shiftDay(today, 1)) });
    const own = await lockApplications(sql, unitId);
    const version = await findApplicable(sql, versionId, from);
    const former = formerOf(own, version, from);
    if (former) {
      await sql`update yardstick_application set valid_to = ${from} where unit_id = ${unitId} and id = ${former.id}`;
    }
    const to = version.effectiveTo === null ? null : shiftDay(version.effectiveTo, 1);
    const [row] = await sql<{ id: string }[]>`
      insert into yardstick_application (unit_id, model_unit_id, version_id, valid_from, valid_to, basis, ended_id,
        ended_valid_to, recorded_at, recorded_by)
      values (${unitId}, ${version.unitId}, ${version.id}, ${from}, ${to}, ${basis}, ${former?.id ?? null},
        ${former?.to ?? null}, ${ctx.now}, ${ctx.actor.staffId})
      returning id`;
    const applicationId = row!.id;
    const ended = former?.id ?? null;
    await appendAudit(sql, {
      unitId,
      at: ctx.now,
      actor: ctx.actor.staffId,
      action: "yardstick.apply",
      subject: applicationId,
      details: { yardstick: version.slug, version: version.version, versionId, from, basis, ended },
    });
    return { applicationId, from, ended };
  });
}
