import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { shiftDay } from "@gandan/model/oversight/period";
import type { EndYardstick, OneApplication } from "@gandan/model/yardstick/yardstick-inputs";
import { refuseEnded } from "../adoption/refuse-ended";
import { findVersion } from "../model/visible-models";
import { localToday } from "../unit/local-today";
import { findApplication, lockApplications, written } from "./own-applications";

/**
 * Gives a running application its last day, today at the earliest: what was received up to then stays judged. Until that
 * day is over it can be moved, not into another application of the same yardstick.
 * @throws AppError FORBIDDEN; NOT_FOUND `yardstick.notFound`; INVALID `unit.ended`, `yardstick.endPast`,
 * `yardstick.endLater`, `yardstick.outdated`; CONFLICT `yardstick.notBegun`, `yardstick.over`
 */
export async function endYardstick(ctx: UnitCtx, input: EndYardstick): Promise<{ lastDay: LocalDate }> {
  authorize(ctx, "yardstick:apply");
  const { unitId } = ctx;
  const { applicationId, lastDay } = input;
  return inUnit(ctx, async (_tx, sql) => {
    const today = localToday(ctx.now);
    await refuseEnded(sql, unitId, today);
    const own = await lockApplications(sql, unitId);
    const one = findApplication(own, applicationId);
    if (one.from > today) throw new AppError("CONFLICT", "yardstick.notBegun", { from: written(one.from) });
    if (one.to !== null && one.to <= today) {
      throw new AppError("CONFLICT", "yardstick.over", { date: written(shiftDay(one.to, -1)) });
    }
    if (lastDay < today) throw new AppError("INVALID", "yardstick.endPast", { date: written(today) });
    const next = own.findLast(({ modelId, from }) => modelId === one.modelId && from > one.from && from <= lastDay);
    if (next) throw new AppError("INVALID", "yardstick.endLater", { from: written(next.from) });
    const { effectiveTo } = await findVersion(sql, one.versionId);
    if (effectiveTo !== null && lastDay > effectiveTo) {
      throw new AppError("INVALID", "yardstick.outdated", { to: written(effectiveTo) });
    }
    const to = shiftDay(lastDay, 1);
    await sql`update yardstick_application set valid_to = ${to} where unit_id = ${unitId} and id = ${applicationId}`;
    await appendAudit(sql, {
      unitId,
      at: ctx.now,
      actor: ctx.actor.staffId,
      action: "yardstick.end",
      subject: applicationId,
      details: { lastDay, before: one.to },
    });
    return { lastDay };
  });
}

/**
 * Takes back an application that has not begun; what it would have ended goes on as before.
 * @throws AppError FORBIDDEN; NOT_FOUND `yardstick.notFound`; INVALID `unit.ended`; CONFLICT `yardstick.begun`
 */
export async function withdrawYardstick(ctx: UnitCtx, input: OneApplication): Promise<{ resumed: string | null }> {
  authorize(ctx, "yardstick:apply");
  const { unitId } = ctx;
  const { applicationId } = input;
  return inUnit(ctx, async (_tx, sql) => {
    const today = localToday(ctx.now);
    await refuseEnded(sql, unitId, today);
    const own = await lockApplications(sql, unitId);
    const one = findApplication(own, applicationId);
    if (one.from <= today) throw new AppError("CONFLICT", "yardstick.begun", { from: written(one.from) });
    // Ended otherwise since then: it stays ended.
    const former = own.find(({ id, to }) => id === one.endedId && to === one.from);
    await sql`delete from yardstick_application where unit_id = ${unitId} and id = ${applicationId}`;
    if (former) {
      await sql`
        update yardstick_application set valid_to = ${one.endedValidTo} where unit_id = ${unitId} and id = ${former.id}`;
    }
    const resumed = former?.id ?? null;
    await appendAudit(sql, {
      unitId,
      at: ctx.now,
      actor: ctx.actor.staffId,
      action: "yardstick.withdraw",
      subject: applicationId,
      details: { versionId: one.versionId, from: one.from, resumed },
    });
    return { resumed };
  });
}
