import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { shiftDay } from "@gandan/model/oversight/period";
import type { ChangeAbout } from "@gandan/model/survey/paper-inputs";
import type { TransactionSql } from "postgres";
import { auditPaper, lockBatch } from "./paper-batch";

/** Procedures whose dossiers came within so many days stand before the others. */
const USUAL_DAYS = 180;

/** What sheets on paper can be about, and where they can have been gathered. */
export interface AboutChoices {
  procedures: { code: string; name: string; usual: boolean }[];
  points: { id: string; label: string }[];
}

/** What a batch may be said to be about on a day: the catalogue's procedures, the unit's own first, and its points. */
export async function readAboutChoices(sql: TransactionSql, unitId: string, day: LocalDate): Promise<AboutChoices> {
  const [procedures, points] = await Promise.all([
    sql<AboutChoices["procedures"]>`
      with own as (
        select procedure_code as code from dossier
        where unit_id = ${unitId} and received_on between ${shiftDay(day, -USUAL_DAYS)} and ${day} group by 1
      ), known as (
        select distinct on (code) code, name from procedure where effective_from <= ${day}
        order by code, effective_from desc
      )
      select coalesce(k.code, o.code) as code, coalesce(k.name, o.code) as name, o.code is not null as usual
      from known k full join own o on o.code = k.code order by usual desc, name, code`,
    sql<AboutChoices["points"]>`
      select id, label from survey_point where unit_id = ${unitId} and retired_at is null order by label, id`,
  ]);
  return { procedures: [...procedures], points: [...points] };
}

/** @throws AppError INVALID paper.noSuchProcedure */
export async function checkProcedure(sql: TransactionSql, unitId: string, code: string | null): Promise<void> {
  if (!code) return;
  const [known] = await sql`
    select 1 from procedure where code = ${code}
    union all select 1 from dossier where unit_id = ${unitId} and procedure_code = ${code} limit 1`;
  if (!known) throw new AppError("INVALID", "paper.noSuchProcedure");
}

/** @throws AppError INVALID paper.noSuchPoint */
export async function checkPoint(sql: TransactionSql, unitId: string, pointId: string | null): Promise<void> {
  if (!pointId) return;
  const [known] = await sql`
    select 1 from survey_point where unit_id = ${unitId} and id = ${pointId} and retired_at is null`;
  if (!known) throw new AppError("INVALID", "paper.noSuchPoint");
}

/**
 * Says anew what a batch is about and where it was gathered, while it is being typed: for all its sheets that do not say
 * otherwise themselves.
 * @throws AppError FORBIDDEN, FORBIDDEN paper.otherSide; NOT_FOUND paper.notFound; CONFLICT paper.notTyping; INVALID
 * paper.noSuchProcedure, paper.noSuchPoint
 */
export async function changeAbout(ctx: UnitCtx, { batchId, procedure, pointId }: ChangeAbout): Promise<void> {
  authorize(ctx, "survey:enter");
  const { unitId } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    await lockBatch(sql, ctx, batchId, { state: "typing", own: true });
    await checkProcedure(sql, unitId, procedure);
    await checkPoint(sql, unitId, pointId);
    await sql`
      update survey_paper_batch set procedure_code = ${procedure}, point_id = ${pointId}
      where unit_id = ${unitId} and id = ${batchId}`;
    await auditPaper(sql, ctx, "about", batchId, { procedure: procedure ?? "", pointId: pointId ?? "" });
  });
}
