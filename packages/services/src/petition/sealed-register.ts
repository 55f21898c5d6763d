import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { PetitionKind } from "@gandan/model/petition/petition-terms";
import type { Fragment, TransactionSql } from "postgres";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Says to the database who reads: what is sealed is shown to named readers alone. */
async function readAs(sql: TransactionSql, staffId: string): Promise<void> {
  if (!UUID.test(staffId)) throw new Error("app.reader_id must be a UUID");
  await sql.unsafe(`SET LOCAL app.reader_id = '${staffId}'`);
}

/** The kinds of petitions for which the person of the context is named; none for all others, whatever their role. */
export async function kindsNamedFor(sql: TransactionSql, ctx: UnitCtx): Promise<PetitionKind[]> {
  const [row] = await sql<{ kinds: PetitionKind[] }[]>`
    select kinds from petition_reader
    where unit_id = ${ctx.unitId} and staff_id = ${ctx.actor.staffId} and ended_at is null`;
  return row?.kinds ?? [];
}

/** The condition on `petition p` that it is open to the person of the context, who is named for these kinds. */
export function isOpenTo(sql: TransactionSql, ctx: UnitCtx, kinds: readonly PetitionKind[]): Fragment {
  return sql`p.unit_id = ${ctx.unitId} and p.kind = any(${[...kinds]}::text[])
    and not exists (select from petition_bar b where b.unit_id = p.unit_id and b.petition_id = p.id
      and b.staff_id = ${ctx.actor.staffId})`;
}

/** A line of the register that the person may work with. */
export interface OpenPetition {
  id: string;
  kind: PetitionKind;
  year: number;
  number: number;
  instance: number;
  lastSeq: number;
}

/**
 * Works in the sealed register for a person who is named in it; with one petition of it when an id is given, which is
 * locked. To who is not named for its kind, or is barred from it, it does not exist; that it was tried is written down.
 * @throws AppError FORBIDDEN session.forbidden, petition.notNamed; NOT_FOUND petition.notFound
 */
export async function inRegister<T>(
  ctx: UnitCtx,
  petitionId: string,
  fn: (sql: TransactionSql, petition: OpenPetition, kinds: readonly PetitionKind[]) => Promise<T>,
): Promise<T> {
  authorize(ctx, "petition:open");
  let refused: AppError | undefined;
  const answer = await inUnit(ctx, async (_tx, sql) => {
    const kinds = await kindsNamedFor(sql, ctx);
    const [petition] =
      kinds.length === 0
        ? []
        : await sql<OpenPetition[]>`
            select p.id, p.kind, p.year, p.number, p.instance, p.last_seq as "lastSeq" from petition p
            where ${isOpenTo(sql, ctx, kinds)} and p.id = ${petitionId} for update`;
    if (petition) {
      await readAs(sql, ctx.actor.staffId);
      return { done: await fn(sql, petition, kinds) };
    }
    refused =
      kinds.length === 0
        ? new AppError("FORBIDDEN", "petition.notNamed")
        : new AppError("NOT_FOUND", "petition.notFound");
    const { unitId, now } = ctx;
    const actor = ctx.actor.staffId;
    const [line] = await sql<{ year: number; number: number }[]>`
      select year, number from petition where unit_id = ${unitId} and id = ${petitionId}`;
    const details = line ? { number: numberOf(line) } : {};
    await appendAudit(sql, { unitId, at: now, actor, action: "petition.refused", subject: petitionId, details });
    return null;
  });
  if (answer) return answer.done;
  throw refused ?? new AppError("NOT_FOUND", "petition.notFound");
}

/** "12/2026": how people call a petition. */
export const numberOf = ({ number, year }: { number: number; year: number }): string => `${number}/${year}`;
