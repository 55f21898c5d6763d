import type { LocalDate } from "@gandan/calendar/local-time";
import { AppError } from "@gandan/model/error/app-error";
import type { TransactionSql } from "postgres";

async function endOf(sql: TransactionSql, unitId: string, today: LocalDate): Promise<LocalDate | undefined> {
  const [row] = await sql<{ to: LocalDate }[]>`
    select valid_to as "to" from unit where id = ${unitId} and valid_to <= ${today}::date`;
  return row?.to;
}

/** A unit that is no more can be read, not changed. Throws AppError INVALID `unit.ended`. */
export async function refuseEnded(sql: TransactionSql, unitId: string, today: LocalDate): Promise<void> {
  const to = await endOf(sql, unitId, today);
  if (to !== undefined) throw new AppError("INVALID", "unit.ended", { date: to.split("-").reverse().join("/") });
}

/** Whether a unit is no more, for work that nobody waits for. */
export async function isEnded(sql: TransactionSql, unitId: string, today: LocalDate): Promise<boolean> {
  return (await endOf(sql, unitId, today)) !== undefined;
}
