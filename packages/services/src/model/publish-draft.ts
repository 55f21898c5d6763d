import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { notePublicChange } from "@gandan/db/public-change";
import { AppError } from "@gandan/model/error/app-error";
import { openModelText, setOrDrop } from "@gandan/model/model-editing/edit-document";
import type { PublishDraft } from "@gandan/model/model-editing/model-inputs";
import { writeDocument } from "@gandan/model/model-editing/write-document";
import type { TransactionSql } from "postgres";
import { adoptionOn, changeAdoption, lockAdoptions, refuseJudged } from "../adoption/change-adoption";
import { refuseEnded } from "../adoption/refuse-ended";
import { checksumOf, checkText, dayOf } from "./check-text";
import { dossierRuleIdsOf } from "./dossier-rule-ids";
import { lockDraft } from "./visible-models";

export interface PublishedVersion {
  modelId: string;
  versionId: string;
  version: number;
  effectiveFrom: string;
}

/** The text as published says itself from when it holds; an end that lies before is no end. */
function withFirstDay(yaml: string, from: string): string {
  const document = openModelText(yaml);
  const to = document.getIn(["effective", "to"]);
  setOrDrop(document, ["effective"], { from, ...(typeof to === "string" && to >= from ? { to } : {}) });
  return writeDocument(document, yaml);
}

async function refuseOverlap(sql: TransactionSql, unitId: string, modelId: string, from: string): Promise<void> {
  const [later] = await sql<{ from: string }[]>`
    select effective_from as "from" from model_version
    where unit_id = ${unitId} and model_id = ${modelId} and state = 'published' and effective_from > ${from}::date
    order by effective_from limit 1`;
  if (later) {
    throw new AppError("CONFLICT", "model.effectiveOverlap", { date: later.from.split("-").reverse().join("/") });
  }
}

/**
 * Puts a draft in force from a day on and adopts the model from then, when the unit runs none or another one. Dossiers
 * already judged keep their version: the day is today or later, or a past one since which none was judged.
 * @throws AppError FORBIDDEN, NOT_FOUND, CONFLICT `model.alreadyPublished`, `model.changed`, `model.effectiveOverlap`,
 * `adoption.overlap`, INVALID `model.invalid`, `adoption.judged`, `procedure.notFound`
 */
export async function publishDraft(ctx: UnitCtx, input: PublishDraft): Promise<PublishedVersion> {
  authorize(ctx, "model:publish");
  const { unitId } = ctx;
  const from = input.effectiveFrom;
  return inUnit(ctx, async (_tx, sql) => {
    const today = dayOf(ctx.now);
    await refuseEnded(sql, unitId, today);
    const draft = await lockDraft(sql, unitId, input.versionId, input.checksum);
    const first = await checkText(sql, unitId, draft.yaml, today);
    if ("problems" in first.loaded)
      throw new AppError("INVALID", "model.invalid", { count: first.loaded.problems.length });
    if (from < today) await refuseJudged(sql, unitId, from);
    await refuseOverlap(sql, unitId, draft.modelId, from);

    const yaml = withFirstDay(draft.yaml, from);
    const { loaded } = await checkText(sql, unitId, yaml, today);
    if ("problems" in loaded) throw new AppError("INVALID", "model.invalid", { count: loaded.problems.length });
    const { model } = loaded;
    const checksum = checksumOf(yaml);
    await sql`
      update model set title = ${model.title}, summary = ${model.summary ?? null}, type = ${model.type}
      where unit_id = ${unitId} and id = ${draft.modelId}`;
    await sql`
      update model_version set state = 'published', source = ${JSON.stringify(model)}::text::jsonb, yaml = ${yaml},
        checksum = ${checksum}, dossier_rule_ids = ${dossierRuleIdsOf(model)}::text[], effective_from = ${from},
        effective_to = ${model.effective?.to ?? null}, published_at = ${ctx.now}, published_by = ${ctx.actor.staffId},
        updated_at = ${ctx.now}, undo_yaml = null
      where unit_id = ${unitId} and id = ${draft.id}`;

    let adoptionId: string | null = null;
    if (model.type === "model") {
      const current = adoptionOn(await lockAdoptions(sql, unitId), from);
      if (current?.modelId !== draft.modelId || input.registrations) {
        adoptionId = await changeAdoption(sql, ctx, {
          from,
          model: { unitId, id: draft.modelId },
          basis: input.basis,
          registrations: input.registrations,
        });
      }
    }
    // Units below may run it too.
    await notePublicChange(sql, null);
    await appendAudit(sql, {
      unitId,
      at: ctx.now,
      actor: ctx.actor.staffId,
      action: "model.publish",
      subject: draft.id,
      details: { model: draft.modelId, version: draft.version, effectiveFrom: from, checksum, adoption: adoptionId },
    });
    return { modelId: draft.modelId, versionId: draft.id, version: draft.version, effectiveFrom: from };
  });
}
