import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import type { TransactionSql } from "postgres";
import { dayOf } from "../model/check-text";
import { adoptionOn, type Registration } from "./change-adoption";

export interface AdoptionSpan {
  id: string;
  modelId: string | null;
  title: string | null;
  ownName: string | null;
  from: LocalDate;
  /** First day on which it no longer holds. */
  to: LocalDate | null;
  basis: string | null;
  reference: string | null;
  declinedReason: string | null;
  registrations: Registration[];
}

export interface ListedProcedure {
  code: string;
  name: string;
  group: string;
  term: string | null;
}

export interface ReadAdoption {
  today: LocalDate;
  current: AdoptionSpan | null;
  /** Chosen, not yet begun. */
  next: AdoptionSpan | null;
  /** Latest first; without choices that another replaced on their first day. */
  history: AdoptionSpan[];
  procedures: ListedProcedure[];
  /** The first day from which a change of model or list can hold. */
  firstFreeDay: LocalDate;
  mayEdit: boolean;
}

function dayAfter(day: LocalDate): LocalDate {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** Procedures of the catalogue as they are on a day. */
export function listProcedures(sql: TransactionSql, day: LocalDate): Promise<ListedProcedure[]> {
  return sql<ListedProcedure[]>`
    select * from (
      select distinct on (code) code, name, procedure_group as "group", term from procedure
      order by code, effective_from <= ${day}::date desc, effective_from desc
    ) p order by "group", name, code`;
}

/** Which model the unit runs, since when and on what basis, with the procedures registered. @throws AppError FORBIDDEN */
export async function readAdoption(ctx: UnitCtx): Promise<ReadAdoption> {
  authorize(ctx, "model:read");
  const today = dayOf(ctx.now);
  return inUnit(ctx, async (_tx, sql) => {
    const [rows, procedures, judged] = await Promise.all([
      sql<AdoptionSpan[]>`
        select a.id, a.model_id as "modelId", m.title, a.own_name as "ownName", a.valid_from as "from",
          a.valid_to as "to", a.basis, a.reference, a.declined_reason as "declinedReason",
          coalesce((select jsonb_agg(jsonb_build_object('code', r.procedure_code, 'mode', r.mode) order by 1)
            from registration r where r.unit_id = a.unit_id and r.adoption_id = a.id), '[]') as registrations
        from adoption a left join model m on m.unit_id = a.model_unit_id and m.id = a.model_id
        where a.unit_id = ${ctx.unitId} order by a.valid_from desc, a.recorded_at desc`,
      listProcedures(sql, today),
      sql<{ last: LocalDate | null }[]>`
        select max(received_on) as last from dossier where unit_id = ${ctx.unitId} and own_version_id is not null`,
    ]);
    const history = rows.filter(({ from, to }) => to === null || to > from);
    const last = judged[0]?.last ?? null;
    return {
      today,
      current: history.find((one) => one === adoptionOn(history, today)) ?? null,
      next: history.find(({ from }) => from > today) ?? null,
      history,
      procedures,
      firstFreeDay: last !== null && last >= today ? dayAfter(last) : today,
      mayEdit: mayDo(ctx, "adoption:edit"),
    };
  });
}
