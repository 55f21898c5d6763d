import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { notePublicChange } from "@gandan/db/public-change";
import { AppError } from "@gandan/model/error/app-error";
import type { TransactionSql } from "postgres";
import { dayOf } from "../model/check-text";
import { refuseEnded } from "./refuse-ended";

export interface Registration {
  code: string;
  mode: "same-day" | "no-friday-carry-over";
}

export interface NextAdoption {
  from: LocalDate;
  /** Null when the unit declines. */
  model: { unitId: string; id: string } | null;
  ownName?: string | null | undefined;
  basis?: string | null | undefined;
  reference?: string | null | undefined;
  declinedReason?: string;
  /** Those of the adoption before unless given. */
  registrations?: readonly Registration[] | undefined;
}

interface Span {
  id: string;
  modelId: string | null;
  from: LocalDate;
  to: LocalDate | null;
}

const written = (day: LocalDate) => day.split("-").reverse().join("/");

/** Adoptions of the unit that cover any day, latest first, locked against another change at the same time. */
export async function lockAdoptions(sql: TransactionSql, unitId: string): Promise<Span[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`adoption ${unitId}`}, 0))`;
  const rows = await sql<Span[]>`
    select id, model_id as "modelId", valid_from as "from", valid_to as "to" from adoption
    where unit_id = ${unitId} order by valid_from desc, recorded_at desc`;
  return rows.filter(({ from, to }) => to === null || to > from);
}

/** The adoption of a day. */
export function adoptionOn(spans: readonly Span[], day: LocalDate): Span | undefined {
  return spans.find(({ from, to }) => from <= day && (to === null || to > day));
}

/**
 * What is judged stays judged: refuses a first day on or after which a dossier was received that an own version judges.
 * Throws AppError INVALID `adoption.judged` with the first day that can be chosen instead.
 */
export async function refuseJudged(sql: TransactionSql, unitId: string, from: LocalDate): Promise<void> {
  const [row] = await sql<{ next: string }[]>`
    select (received_on + 1)::text as next from dossier
    where unit_id = ${unitId} and received_on >= ${from}::date and own_version_id is not null
    order by received_on desc limit 1`;
  if (row) throw new AppError("INVALID", "adoption.judged", { from: written(from), next: written(row.next) });
}

async function checkCodes(sql: TransactionSql, registrations: readonly Registration[]): Promise<void> {
  const codes = [...new Set(registrations.map(({ code }) => code))];
  const known = await sql<{ code: string }[]>`
    select distinct code from procedure where code = any(${codes}::text[])`;
  const have = new Set(known.map(({ code }) => code));
  const unknown = codes.find((code) => !have.has(code));
  if (unknown !== undefined) throw new AppError("INVALID", "procedure.notFound", { code: unknown });
}

/** Writes the procedures registered under an adoption, in place of those it had. Throws AppError `procedure.notFound`. */
export async function writeRegistrations(
  sql: TransactionSql,
  unitId: string,
  adoptionId: string,
  registrations: readonly Registration[],
): Promise<void> {
  await checkCodes(sql, registrations);
  await notePublicChange(sql, unitId);
  await sql`delete from registration where unit_id = ${unitId} and adoption_id = ${adoptionId}`;
  await sql`
    insert into registration (unit_id, adoption_id, procedure_code, mode)
    select distinct ${unitId}::uuid, ${adoptionId}::uuid, r.code, r.mode
    from jsonb_to_recordset(${JSON.stringify(registrations)}::text::jsonb) r(code text, mode text)`;
}

/**
 * Ends the adoption in force on `next.from` and begins another on that day; procedures registered before go with it.
 * Throws AppError CONFLICT `adoption.overlap` when another begins later, INVALID `adoption.judged`.
 */
export async function changeAdoption(sql: TransactionSql, ctx: UnitCtx, next: NextAdoption): Promise<string> {
  const { unitId } = ctx;
  await refuseEnded(sql, unitId, dayOf(ctx.now));
  const spans = await lockAdoptions(sql, unitId);
  const later = spans.find(({ from }) => from > next.from);
  if (later) throw new AppError("CONFLICT", "adoption.overlap", { from: written(later.from) });
  await refuseJudged(sql, unitId, next.from);
  const before = spans[0];
  await sql`
    update adoption set valid_to = ${next.from}
    where unit_id = ${unitId} and valid_from <= ${next.from}::date and (valid_to is null or valid_to > ${next.from}::date)`;
  const [row] = await sql<{ id: string }[]>`
    insert into adoption (unit_id, model_unit_id, model_id, own_name, valid_from, basis, reference, declined_reason,
      recorded_at, recorded_by)
    values (${unitId}, ${next.model?.unitId ?? null}, ${next.model?.id ?? null}, ${next.ownName ?? null}, ${next.from},
      ${next.basis ?? null}, ${next.reference ?? null}, ${next.declinedReason ?? null}, ${ctx.now}, ${ctx.actor.staffId})
    returning id`;
  const id = row!.id;
  await notePublicChange(sql, unitId);
  if (next.registrations) await writeRegistrations(sql, unitId, id, next.registrations);
  else if (before && next.model) {
    await sql`
      insert into registration (unit_id, adoption_id, procedure_code, mode)
      select unit_id, ${id}, procedure_code, mode from registration
      where unit_id = ${unitId} and adoption_id = ${before.id}`;
  }
  return id;
}
