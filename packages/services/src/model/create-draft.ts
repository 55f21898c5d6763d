import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { ModelProblem } from "@gandan/model/model/model-problem";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { childText } from "@gandan/model/model-editing/child-text";
import type { CreateDraft, ImportYaml } from "@gandan/model/model-editing/model-inputs";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { type CheckedText, checksumOf, checkText, dayOf } from "./check-text";
import { unitNameOf } from "./read-model";
import { findModel, findVersion, findVersions, inForce } from "./visible-models";

export interface CreatedDraft {
  modelId: string;
  versionId: string;
  version: number;
  /** False when the model already had a draft: it is given back as it stands. */
  created: boolean;
}

async function insertModel(sql: TransactionSql, ctx: UnitCtx, model: ModelSource, above: CheckedText["above"]) {
  const [row] = await sql<{ id: string }[]>`
    insert into model (unit_id, slug, type, title, summary, extends_unit_id, extends_model_id)
    values (${ctx.unitId}, ${model.id}, ${model.type}, ${model.title}, ${model.summary ?? null},
      ${above?.unitId ?? null}, ${above?.modelId ?? null})
    on conflict (unit_id, slug) do nothing returning id`;
  if (!row) throw new AppError("CONFLICT", "model.exists", { id: model.id });
  return row.id;
}

async function insertDraft(sql: TransactionSql, ctx: UnitCtx, modelId: string, yaml: string, source: ModelSource) {
  const [row] = await sql<{ id: string; version: number }[]>`
    insert into model_version (unit_id, model_id, version, state, source, yaml, checksum, updated_at)
    select ${ctx.unitId}, ${modelId}, coalesce(max(version), 0) + 1, 'draft', ${JSON.stringify(source)}::text::jsonb,
      ${yaml}, ${checksumOf(yaml)}, ${ctx.now}
    from model_version where unit_id = ${ctx.unitId} and model_id = ${modelId}
    returning id, version`;
  return row!;
}

/** The draft of an own model; waits for whoever makes one at the same time. */
async function openDraftOf(sql: TransactionSql, ctx: UnitCtx, modelId: string): Promise<CreatedDraft | undefined> {
  await sql`select id from model where unit_id = ${ctx.unitId} and id = ${modelId} for update`;
  const [row] = await sql<{ id: string; version: number }[]>`
    select id, version from model_version
    where unit_id = ${ctx.unitId} and model_id = ${modelId} and state = 'draft' order by version desc limit 1`;
  return row && { modelId, versionId: row.id, version: row.version, created: false };
}

/** A slug that the unit has not used: its name and the year, then with a number. */
async function freeSlug(sql: TransactionSql, ctx: UnitCtx): Promise<string> {
  const [unit] = await sql<{ slug: string }[]>`select slug from unit where id = ${ctx.unitId}`;
  const used = await sql<{ slug: string }[]>`select slug from model`;
  const base = `${(unit?.slug ?? "mo-hinh").replace(/-[a-z]*\d+$/, "")}-${dayOf(ctx.now).slice(0, 4)}`;
  const taken = new Set(used.map(({ slug }) => slug));
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}

/**
 * Opens a draft: of an own model its next version, from a model of the library or of a unit above a new own model that
 * extends it. A model has one draft at a time.
 * @throws AppError FORBIDDEN, NOT_FOUND, CONFLICT `model.exists`, INVALID `model.invalid`
 */
export async function createDraft(ctx: UnitCtx, input: CreateDraft): Promise<CreatedDraft> {
  authorize(ctx, "model:edit");
  return inUnit(ctx, async (_tx, sql) => {
    const today = dayOf(ctx.now);
    await refuseEnded(sql, ctx.unitId, today);
    const model = await findModel(sql, input.modelId);
    const base = input.versionId ? await findVersion(sql, input.versionId) : undefined;
    let draft: CreatedDraft;
    if (model.unitId === ctx.unitId) {
      const open = await openDraftOf(sql, ctx, model.id);
      if (open) return open;
      const from = base ?? inForce(await findVersions(sql, model.id), today);
      if (!from || from.modelId !== model.id) throw new AppError("NOT_FOUND", "model.versionNotFound");
      const row = await insertDraft(sql, ctx, model.id, from.yaml, from.source);
      draft = { modelId: model.id, versionId: row.id, version: row.version, created: true };
    } else {
      const above = base ?? inForce(await findVersions(sql, model.id), today);
      if (!above) throw new AppError("NOT_FOUND", "model.versionNotFound");
      const issuer = await unitNameOf(sql, ctx.unitId);
      const id = input.id ?? (await freeSlug(sql, ctx));
      const title = input.title ?? above.source.title;
      const yaml = childText({ id, title, issuer, extends: model.slug, above: above.source });
      const checked = await checkText(sql, ctx.unitId, yaml, today);
      if ("problems" in checked.loaded) {
        throw new AppError("INVALID", "model.invalid", { count: checked.loaded.problems.length });
      }
      const modelId = await insertModel(sql, ctx, checked.loaded.model, checked.above);
      const row = await insertDraft(sql, ctx, modelId, yaml, checked.loaded.model);
      draft = { modelId, versionId: row.id, version: row.version, created: true };
    }
    await appendAudit(sql, {
      unitId: ctx.unitId,
      at: ctx.now,
      actor: ctx.actor.staffId,
      action: "model.draft",
      subject: draft.versionId,
      details: { model: draft.modelId, version: draft.version, from: input.modelId },
    });
    return draft;
  });
}

export type ImportedDraft = CreatedDraft | { problems: ModelProblem[] };

/**
 * Takes a model's YAML text in: as the draft of the own model of that id, or as a new model. A text with problems is not
 * taken; its problems come back with their places.
 * @throws AppError FORBIDDEN
 */
export async function importYaml(ctx: UnitCtx, { yaml }: ImportYaml): Promise<ImportedDraft> {
  authorize(ctx, "model:edit");
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, ctx.unitId, dayOf(ctx.now));
    const { loaded, above } = await checkText(sql, ctx.unitId, yaml, dayOf(ctx.now));
    if ("problems" in loaded) return { problems: loaded.problems };
    const [known] = await sql<{ id: string }[]>`
      select id from model where unit_id = ${ctx.unitId} and slug = ${loaded.model.id}`;
    const modelId = known?.id ?? (await insertModel(sql, ctx, loaded.model, above));
    const open = await openDraftOf(sql, ctx, modelId);
    if (open) {
      await sql`
        update model_version set source = ${JSON.stringify(loaded.model)}::text::jsonb, undo_yaml = yaml, yaml = ${yaml},
          checksum = ${checksumOf(yaml)}, updated_at = ${ctx.now}
        where unit_id = ${ctx.unitId} and id = ${open.versionId}`;
    }
    const row = open
      ? { id: open.versionId, version: open.version }
      : await insertDraft(sql, ctx, modelId, yaml, loaded.model);
    await appendAudit(sql, {
      unitId: ctx.unitId,
      at: ctx.now,
      actor: ctx.actor.staffId,
      action: "model.import",
      subject: row.id,
      details: { model: modelId, version: row.version, checksum: checksumOf(yaml) },
    });
    return { modelId, versionId: row.id, version: row.version, created: !open };
  });
}
