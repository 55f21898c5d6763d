import type { LocalDate } from "@gandan/calendar/local-time";
import { AppError } from "@gandan/model/error/app-error";
import type { PublicUnitInput } from "@gandan/model/public/public-inputs";
import type { TransactionSql } from "postgres";
import { composePlan } from "../model/print-plan";
import { findModel, findVersions, inForce } from "../model/visible-models";
import { type DocumentFile, writeDocument } from "../platform/write-document";
import type { RequestCtx } from "../session/request-ctx";
import { localToday } from "../unit/local-today";
import { inPublicUnit } from "./public-unit";

export interface PublicDocuments {
  /** The model in force, with the plan behind it; null when the unit has adopted none. */
  plan: {
    title: string;
    from: LocalDate;
    version: number;
    /** The paper by which the unit took it up, and its number. */
    basis: string | null;
    reference: string | null;
    /** The plan of whoever wrote the model. */
    issuer: string | null;
    document: { title: string; number: string | null; date: string | null } | null;
  } | null;
  legalBasis: { title: string; number: string | null; issuer: string | null; date: string | null }[];
}

interface AdoptedModel {
  modelId: string;
  ownName: string | null;
  from: LocalDate;
  basis: string | null;
  reference: string | null;
}

/** The plan that a unit follows and what it rests on. @throws AppError NOT_FOUND unit.notFound */
export function readDocuments(ctx: RequestCtx, { slug }: PublicUnitInput): Promise<PublicDocuments> {
  return inPublicUnit(ctx, slug, async (sql, { id }) => {
    const found = await planInForce(sql, id, localToday(ctx.now));
    if (!found) return { plan: null, legalBasis: [] };
    const { adopted, row } = found;
    const { title, issued_by, legal_basis } = row.source;
    const { unit: issuer = null, document } = issued_by ?? {};
    return {
      plan: {
        title: adopted.ownName ?? title,
        from: adopted.from,
        version: row.version,
        basis: adopted.basis,
        reference: adopted.reference,
        issuer,
        document: document
          ? { title: document.title, number: document.number ?? null, date: document.date ?? null }
          : null,
      },
      legalBasis: legal_basis.map(({ title, number = null, issuer = null, date = null }) => ({
        title,
        number,
        issuer,
        date,
      })),
    };
  });
}

/**
 * The plan that a unit follows today, as PDF.
 * @throws AppError NOT_FOUND unit.notFound, public.noPlan
 */
export async function printPublicPlan(ctx: RequestCtx, { slug }: PublicUnitInput): Promise<DocumentFile> {
  const plan = await inPublicUnit(ctx, slug, async (sql, { id: unitId }) => {
    const day = localToday(ctx.now);
    const found = await planInForce(sql, unitId, day);
    if (!found) throw new AppError("NOT_FOUND", "public.noPlan");
    const { model, row } = found;
    return composePlan(sql, { unitId, model, row, source: row.source, day, draft: false });
  });
  return writeDocument(plan.document, { name: plan.name, format: "pdf" });
}

async function planInForce(sql: TransactionSql, unitId: string, day: LocalDate) {
  const [adopted] = await sql<AdoptedModel[]>`
    select model_id as "modelId", own_name as "ownName", valid_from as "from", basis, reference from adoption
    where unit_id = ${unitId} and model_id is not null
      and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
    order by recorded_at desc limit 1`;
  if (!adopted) return null;
  const [model, versions] = await Promise.all([findModel(sql, adopted.modelId), findVersions(sql, adopted.modelId)]);
  const row = inForce(versions, day);
  return row ? { adopted, model, row } : null;
}
