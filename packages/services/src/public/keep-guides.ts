import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { notePublicChange } from "@gandan/db/public-change";
import { AppError } from "@gandan/model/error/app-error";
import { findProcedures } from "@gandan/model/procedure/find-procedures";
import type { ChangeGuide, FindGuides } from "@gandan/model/public/public-face";
import { refuseEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";

export interface GuideRow {
  code: string;
  name: string;
  /** The fee by the catalogue; null when unknown. */
  usualFee: string | null;
  papers: string;
  fee: string;
  note: string;
  /** 0 where the unit has said nothing. */
  revision: number;
  changedAt: Date | null;
  changedBy: string | null;
}

/** The catalogue in force with what the unit tells of each procedure, by name or by the words typed. @throws AppError FORBIDDEN */
export async function listGuides(ctx: UnitCtx, { q }: FindGuides): Promise<{ mayChange: boolean; guides: GuideRow[] }> {
  authorize(ctx, "settings:read");
  const { unitId } = ctx;
  const day = localToday(ctx.now);
  const rows = await inUnit(
    ctx,
    (_tx, sql) => sql<GuideRow[]>`
      select p.code, p.name, coalesce(p.fee_text, case when p.fee = 0 then 'Miễn phí' end) as "usualFee",
        coalesce(g.papers, '') as papers, coalesce(g.fee, '') as fee, coalesce(g.note, '') as note,
        coalesce(g.revision, 0) as revision, g.changed_at as "changedAt",
        (select name from staff where id::text = g.changed_by) as "changedBy"
      from (select distinct on (code) * from procedure where effective_from <= ${day}::date
        order by code, effective_from desc) p
      left join procedure_guide g on g.unit_id = ${unitId} and g.procedure_code = p.code
      order by p.name, p.code`,
  );
  return { mayChange: mayDo(ctx, "settings:edit"), guides: q ? findProcedures(rows, q) : [...rows] };
}

/**
 * Says what to bring for a procedure, what it costs here and what else to know, as it was seen.
 * @throws AppError FORBIDDEN; NOT_FOUND public.noProcedure; CONFLICT settings.changed; INVALID unit.ended
 */
export async function changeGuide(ctx: UnitCtx, input: ChangeGuide): Promise<void> {
  authorize(ctx, "settings:edit");
  const { unitId, now } = ctx;
  const { code, papers, fee, note } = input;
  const actor = ctx.actor.staffId;
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    const [seen] = await sql<{ revision: number; papers: string; fee: string; note: string; known: boolean }[]>`
      select coalesce(g.revision, 0) as revision, coalesce(g.papers, '') as papers, coalesce(g.fee, '') as fee,
        coalesce(g.note, '') as note
      from (select distinct code from procedure where code = ${code}) p
      left join procedure_guide g on g.unit_id = ${unitId} and g.procedure_code = p.code`;
    if (!seen) throw new AppError("NOT_FOUND", "public.noProcedure");
    if (seen.revision !== input.revision) throw new AppError("CONFLICT", "settings.changed");
    if (seen.papers === papers && seen.fee === fee && seen.note === note) return;
    const written = await sql`
      insert into procedure_guide as g (unit_id, procedure_code, papers, fee, note, revision, changed_at, changed_by)
      values (${unitId}, ${code}, ${papers}, ${fee}, ${note}, 1, ${now}, ${actor})
      on conflict (unit_id, procedure_code) do update set papers = excluded.papers, fee = excluded.fee,
        note = excluded.note, revision = g.revision + 1, changed_at = excluded.changed_at,
        changed_by = excluded.changed_by
      where g.revision = ${input.revision}
      returning 1`;
    if (written.length === 0) throw new AppError("CONFLICT", "settings.changed");
    const from = { papers: seen.papers, fee: seen.fee, note: seen.note };
    const details = { from, to: { papers, fee, note } };
    await appendAudit(sql, { unitId, at: now, actor, action: "public.guide", subject: code, details });
    await notePublicChange(sql, unitId);
  });
}
