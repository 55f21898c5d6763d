import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import type { RegisteredProcedure } from "@gandan/documents/plan/plan-annexes";
import { planDocument } from "@gandan/documents/plan/plan-document";
import { AppError } from "@gandan/model/error/app-error";
import type { ModelSource } from "@gandan/model/model/model-schema";
import type { PrintPlan } from "@gandan/model/model-editing/model-inputs";
import type { TransactionSql } from "postgres";
import { type DocumentFile, writeDocument } from "../platform/write-document";
import { checkText, dayOf } from "./check-text";
import { unitNameOf } from "./read-model";
import { findModel, findVersions, inForce, type ModelHead, type VersionRow } from "./visible-models";

/** Procedures that the unit registered under a model it runs on `day`, by name; none when it runs another. */
function registeredUnder(sql: TransactionSql, unitId: string, modelId: string, day: string) {
  return sql<RegisteredProcedure[]>`
    select r.procedure_code as code, coalesce(p.name, r.procedure_code) as name, array_agg(r.mode order by r.mode desc) as modes
    from adoption a
    join registration r on r.unit_id = a.unit_id and r.adoption_id = a.id
    left join lateral (
      select name from procedure where code = r.procedure_code
      order by effective_from <= ${day}::date desc, effective_from desc limit 1
    ) p on true
    where a.unit_id = ${unitId} and a.model_id = ${modelId}
      and a.valid_from <= ${day}::date and (a.valid_to is null or a.valid_to > ${day}::date)
    group by 1, 2 order by 2`;
}

interface PlanParts {
  unitId: string;
  model: Pick<ModelHead, "id" | "unitId">;
  row: Pick<VersionRow, "slug" | "version" | "effectiveFrom">;
  source: ModelSource;
  day: string;
  draft: boolean;
}

/** The plan of a version with the procedures that a unit registered under it, and the name of its file. */
export async function composePlan(sql: TransactionSql, { unitId, model, row, source, day, draft }: PlanParts) {
  const [owner, unit, procedures] = await Promise.all([
    unitNameOf(sql, model.unitId),
    unitNameOf(sql, unitId),
    registeredUnder(sql, unitId, model.id, day),
  ]);
  const registered = { unit, procedures: [...procedures] };
  const date = row.effectiveFrom ?? day;
  return {
    name: `ke-hoach-${row.slug}-v${row.version}`,
    document: planDocument({ source, owner, date, draft, registered }),
  };
}

/**
 * The plan of a model that the unit may see, as a file: of the version asked for, else of the one in force, else of the
 * draft; a draft is marked as one. With the procedures that the unit has registered under it.
 * @throws AppError FORBIDDEN; NOT_FOUND model.notFound, model.versionNotFound; INVALID model.planProblems
 */
export async function printPlan(ctx: UnitCtx, { modelId, versionId, format }: PrintPlan): Promise<DocumentFile> {
  authorize(ctx, "model:read");
  const { unitId, now } = ctx;
  const day = dayOf(now);
  const { document, name } = await inUnit(ctx, async (_tx, sql) => {
    const model = await findModel(sql, modelId);
    const versions = await findVersions(sql, modelId);
    const row = versionId ? versions.find(({ id }) => id === versionId) : (inForce(versions, day) ?? versions[0]);
    if (!row) throw new AppError("NOT_FOUND", "model.versionNotFound");
    const draft = row.state === "draft";
    const { loaded } = draft ? await checkText(sql, unitId, row.yaml, day) : { loaded: null };
    if (loaded && "problems" in loaded) {
      throw new AppError("INVALID", "model.planProblems", { count: loaded.problems.length });
    }
    const plan = await composePlan(sql, { unitId, model, row, source: loaded?.model ?? row.source, day, draft });
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: ctx.actor.staffId,
      action: "model.print",
      subject: row.id,
      details: { format },
    });
    return plan;
  });
  return writeDocument(document, { name, format });
}
