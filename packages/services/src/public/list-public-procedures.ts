import { AppError } from "@gandan/model/error/app-error";
import { findProcedures } from "@gandan/model/procedure/find-procedures";
import type { PublicProcedure, PublicProcedures } from "@gandan/model/public/public-inputs";
import type { TransactionSql } from "postgres";
import type { RequestCtx } from "../session/request-ctx";
import { localToday } from "../unit/local-today";
import { inPublicUnit } from "./public-unit";

export interface ShownProcedure {
  code: string;
  name: string;
  /** "Hộ tịch"; null when the catalogue does not say. */
  field: string | null;
  /** "3 working-days" …; null: as the appointment slip says. */
  term: string | null;
  /** The fee as the unit or the catalogue words it; null when unknown. */
  fee: string | null;
  /** The unit has registered to give its result on the day it is received. */
  sameDay: boolean;
}

export interface ShownGuide extends ShownProcedure {
  /** What to bring; empty when the unit has not said. */
  papers: string[];
  note: string;
  /** Where term and fee come from. */
  source: string | null;
}

/** The catalogue in force on a day, with what the unit says of it. */
function shown(sql: TransactionSql, unitId: string, day: string, code?: string) {
  return sql<(ShownGuide & { papersText: string | null })[]>`
    select p.code, p.name, p.field, p.term, p.source, g.papers as "papersText", coalesce(g.note, '') as note,
      coalesce(nullif(g.fee, ''), p.fee_text, case when p.fee = 0 then 'Miễn phí' end) as fee,
      exists (select 1 from registration r join adoption a on a.unit_id = r.unit_id and a.id = r.adoption_id
        where r.unit_id = ${unitId} and r.procedure_code = p.code and r.mode = 'same-day'
          and a.valid_from <= ${day}::date and (a.valid_to is null or a.valid_to > ${day}::date)) as "sameDay"
    from (
      select distinct on (code) * from procedure
      where effective_from <= ${day}::date ${code === undefined ? sql`` : sql`and code = ${code}`}
      order by code, effective_from desc
    ) p
    left join procedure_guide g on g.unit_id = ${unitId} and g.procedure_code = p.code
    order by p.field nulls last, p.name, p.code`;
}

/**
 * Procedures that citizens can ask a unit for, by field and name; with words typed those that are meant, the likeliest
 * first. @throws AppError NOT_FOUND unit.notFound
 */
export function listPublicProcedures(ctx: RequestCtx, { slug, q }: PublicProcedures): Promise<ShownProcedure[]> {
  return inPublicUnit(ctx, slug, async (sql, { id }) => {
    const rows = await shown(sql, id, localToday(ctx.now));
    const procedures = rows.map(({ code, name, field, term, fee, sameDay }) => ({
      code,
      name,
      field,
      term,
      fee,
      sameDay,
    }));
    return q ? findProcedures(procedures, q) : procedures;
  });
}

/**
 * One procedure with what to bring.
 * @throws AppError NOT_FOUND unit.notFound, public.noProcedure
 */
export function readPublicProcedure(ctx: RequestCtx, { slug, code }: PublicProcedure): Promise<ShownGuide> {
  return inPublicUnit(ctx, slug, async (sql, { id }) => {
    const [row] = await shown(sql, id, localToday(ctx.now), code);
    if (!row) throw new AppError("NOT_FOUND", "public.noProcedure");
    const { papersText, ...procedure } = row;
    return { ...procedure, papers: linesOf(papersText ?? "") };
  });
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
