import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { ModelProblem } from "@gandan/model/model/model-problem";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { applyChange } from "@gandan/model/model-editing/apply-change";
import type { EditDraft, OneVersion, ReplaceYaml, UndoDraft } from "@gandan/model/model-editing/model-inputs";
import type { TransactionSql } from "postgres";
import { checksumOf, checkText, dayOf } from "./check-text";
import { lockDraft, type VersionRow } from "./visible-models";

export interface EditedDraft {
  /** False when the edit would have brought problems in: the draft stays as it was. */
  saved: boolean;
  /** Of the draft's text as it stands now. */
  checksum: string;
  /** Of the text that was sent; empty when it holds none. */
  problems: ModelProblem[];
  /** Id of what the change added; of a slogan, its first commitment. */
  added?: string;
}

async function saveText(
  sql: TransactionSql,
  ctx: UnitCtx,
  draft: VersionRow,
  yaml: string,
  source: ModelSource | undefined,
  details: Record<string, unknown>,
): Promise<string> {
  const checksum = checksumOf(yaml);
  await sql`
    update model_version set yaml = ${yaml}, checksum = ${checksum}, undo_yaml = ${draft.yaml}, updated_at = ${ctx.now},
      source = ${JSON.stringify(source ?? draft.source)}::text::jsonb
    where unit_id = ${ctx.unitId} and id = ${draft.id}`;
  if (source) {
    await sql`
      update model set title = ${source.title}, summary = ${source.summary ?? null}
      where unit_id = ${ctx.unitId} and id = ${draft.modelId}
        and not exists (select 1 from model_version where unit_id = ${ctx.unitId} and model_id = ${draft.modelId}
          and state = 'published')`;
  }
  await appendAudit(sql, {
    unitId: ctx.unitId,
    at: ctx.now,
    actor: ctx.actor.staffId,
    action: "model.edit",
    subject: draft.id,
    details: { ...details, checksum },
  });
  return checksum;
}

/**
 * One change to a draft by its form. A change that brings a problem in – a floor lowered, points that do not add up – is
 * not saved and comes back with its problems, each at its place.
 * @throws AppError FORBIDDEN, NOT_FOUND, CONFLICT `model.changed`, `model.alreadyPublished`, INVALID `model.badYaml`
 */
export async function editDraft(ctx: UnitCtx, input: EditDraft): Promise<EditedDraft> {
  authorize(ctx, "model:edit");
  return inUnit(ctx, async (_tx, sql) => {
    const today = dayOf(ctx.now);
    const draft = await lockDraft(sql, ctx.unitId, input.versionId, input.checksum);
    const before = await checkText(sql, ctx.unitId, draft.yaml, today);
    const { text: yaml, added } = applyChange(draft.yaml, before.above?.source, input.edit);
    if (yaml === draft.yaml) return { saved: true, checksum: draft.checksum, problems: [] };
    const { loaded } = await checkText(sql, ctx.unitId, yaml, today);
    const problems = "problems" in loaded ? loaded.problems : [];
    const already = "problems" in before.loaded ? before.loaded.problems.length : 0;
    if (problems.length > already || (problems.length > 0 && already === 0)) {
      return { saved: false, checksum: draft.checksum, problems };
    }
    const source = "model" in loaded ? loaded.model : undefined;
    const checksum = await saveText(sql, ctx, draft, yaml, source, { change: input.edit });
    return { saved: true, checksum, problems, ...(added === undefined ? {} : { added }) };
  });
}

/**
 * Puts the draft's text back as it was before the last change. What is undone can be had back the same way.
 * @throws AppError FORBIDDEN, NOT_FOUND, CONFLICT `model.changed`, `model.alreadyPublished`, `model.nothingToUndo`
 */
export async function undoDraft(ctx: UnitCtx, input: UndoDraft): Promise<EditedDraft> {
  authorize(ctx, "model:edit");
  return inUnit(ctx, async (_tx, sql) => {
    const draft = await lockDraft(sql, ctx.unitId, input.versionId, input.checksum);
    const [row] = await sql<{ yaml: string | null }[]>`
      select undo_yaml as yaml from model_version where unit_id = ${ctx.unitId} and id = ${draft.id}`;
    if (!row?.yaml) throw new AppError("CONFLICT", "model.nothingToUndo");
    const { loaded } = await checkText(sql, ctx.unitId, row.yaml, dayOf(ctx.now));
    const problems = "problems" in loaded ? loaded.problems : [];
    const source = "model" in loaded ? loaded.model : undefined;
    const checksum = await saveText(sql, ctx, draft, row.yaml, source, { change: "undo" });
    return { saved: true, checksum, problems };
  });
}

/**
 * The whole text of a draft. It is kept with its problems, so that nothing typed is lost; with problems it cannot be
 * published. The id stays: another id would be another model.
 * @throws AppError FORBIDDEN, NOT_FOUND, CONFLICT `model.changed`, INVALID `model.idChanged`
 */
export async function replaceYaml(ctx: UnitCtx, input: ReplaceYaml): Promise<EditedDraft> {
  authorize(ctx, "model:edit");
  return inUnit(ctx, async (_tx, sql) => {
    const draft = await lockDraft(sql, ctx.unitId, input.versionId, input.checksum);
    const { loaded } = await checkText(sql, ctx.unitId, input.yaml, dayOf(ctx.now));
    const source = "model" in loaded ? loaded.model : undefined;
    if (source && source.id !== draft.slug) throw new AppError("INVALID", "model.idChanged", { id: draft.slug });
    const problems = "problems" in loaded ? loaded.problems : [];
    const checksum = await saveText(sql, ctx, draft, input.yaml, source, { change: "yaml", problems: problems.length });
    return { saved: true, checksum, problems };
  });
}

/** Gives a draft up. The model goes on as published. @throws AppError FORBIDDEN, NOT_FOUND, CONFLICT */
export async function discardDraft(ctx: UnitCtx, input: OneVersion): Promise<{ modelId: string }> {
  authorize(ctx, "model:edit");
  return inUnit(ctx, async (_tx, sql) => {
    const draft = await lockDraft(sql, ctx.unitId, input.versionId);
    await sql`delete from model_version where unit_id = ${ctx.unitId} and id = ${draft.id}`;
    await appendAudit(sql, {
      unitId: ctx.unitId,
      at: ctx.now,
      actor: ctx.actor.staffId,
      action: "model.discard",
      subject: draft.id,
      details: { model: draft.modelId, version: draft.version, checksum: draft.checksum },
    });
    return { modelId: draft.modelId };
  });
}
