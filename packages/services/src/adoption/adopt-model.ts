import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import type { AdoptModel, DeclineModel, RegisterProcedures } from "@gandan/model/adoption/adoption-inputs";
import { AppError } from "@gandan/model/error/app-error";
import { dayOf } from "../model/check-text";
import { findModel, findVersions, inForce } from "../model/visible-models";
import { adoptionOn, changeAdoption, lockAdoptions, refuseJudged, writeRegistrations } from "./change-adoption";
import { refuseEnded } from "./refuse-ended";

/**
 * The unit runs a model of the library, of a unit above or its own from a day on, in place of the one before.
 * @throws AppError FORBIDDEN, NOT_FOUND `model.notFound`, INVALID `adoption.notPublished`, `adoption.judged`, CONFLICT `adoption.overlap`
 */
export async function adoptModel(ctx: UnitCtx, input: AdoptModel): Promise<{ adoptionId: string }> {
  authorize(ctx, "adoption:edit");
  return inUnit(ctx, async (_tx, sql) => {
    const model = await findModel(sql, input.modelId);
    if (model.type !== "model" || !inForce(await findVersions(sql, model.id), input.from)) {
      throw new AppError("INVALID", "adoption.notPublished");
    }
    const { from, ownName, basis, reference, registrations } = input;
    const next = { from, model: { unitId: model.unitId, id: model.id }, ownName, basis, reference, registrations };
    const adoptionId = await changeAdoption(sql, ctx, next);
    await appendAudit(sql, {
      unitId: ctx.unitId,
      at: ctx.now,
      actor: ctx.actor.staffId,
      action: "adoption.adopt",
      subject: adoptionId,
      details: { model: model.id, slug: model.slug, from, basis: basis ?? null, reference: reference ?? null },
    });
    return { adoptionId };
  });
}

/** The unit answers that it registers no model from a day on. @throws AppError FORBIDDEN, INVALID `adoption.judged`, CONFLICT `adoption.overlap` */
export async function declineModel(ctx: UnitCtx, input: DeclineModel): Promise<{ adoptionId: string }> {
  authorize(ctx, "adoption:edit");
  return inUnit(ctx, async (_tx, sql) => {
    const { from, reason, reference } = input;
    const adoptionId = await changeAdoption(sql, ctx, { from, model: null, declinedReason: reason, reference });
    await appendAudit(sql, {
      unitId: ctx.unitId,
      at: ctx.now,
      actor: ctx.actor.staffId,
      action: "adoption.decline",
      subject: adoptionId,
      details: { from, reason, reference: reference ?? null },
    });
    return { adoptionId };
  });
}

/**
 * Procedures registered under the model in force, in place of those before. While none of its dossiers is judged the
 * list is written over; afterwards the change begins on `from` and the list before it stays for what was received.
 * @throws AppError FORBIDDEN, NOT_FOUND `adoption.none`, INVALID `procedure.notFound`, `adoption.judged`
 */
export async function registerProcedures(ctx: UnitCtx, input: RegisterProcedures): Promise<{ adoptionId: string }> {
  authorize(ctx, "adoption:edit");
  return inUnit(ctx, async (_tx, sql) => {
    const { unitId } = ctx;
    await refuseEnded(sql, unitId, dayOf(ctx.now));
    const current = adoptionOn(await lockAdoptions(sql, unitId), input.from);
    if (!current?.modelId) throw new AppError("NOT_FOUND", "adoption.none");
    const untouched = await refuseJudged(sql, unitId, current.from).then(
      () => true,
      (error: unknown) => {
        if (error instanceof AppError) return false;
        throw error;
      },
    );
    const adoptionId = untouched ? current.id : await splitAdoption(ctx, sql, current.id, input);
    if (untouched) await writeRegistrations(sql, unitId, current.id, input.registrations);
    await appendAudit(sql, {
      unitId,
      at: ctx.now,
      actor: ctx.actor.staffId,
      action: "adoption.register",
      subject: adoptionId,
      details: { from: input.from, procedures: input.registrations },
    });
    return { adoptionId };
  });
}

type Sql = Parameters<typeof changeAdoption>[0];

async function splitAdoption(ctx: UnitCtx, sql: Sql, id: string, input: RegisterProcedures): Promise<string> {
  const [row] = await sql<
    { modelUnitId: string; modelId: string; ownName: string | null; basis: string | null; reference: string | null }[]
  >`
    select model_unit_id as "modelUnitId", model_id as "modelId", own_name as "ownName", basis, reference
    from adoption where unit_id = ${ctx.unitId} and id = ${id}`;
  const { modelUnitId, modelId, ...rest } = row!;
  const model = { unitId: modelUnitId, id: modelId };
  return changeAdoption(sql, ctx, { from: input.from, model, ...rest, registrations: input.registrations });
}
