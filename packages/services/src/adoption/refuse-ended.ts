import type { LocalDate } from "@gandan/calendar/local-time";
import { AppError } from "@gandan/model/error/app-error";
import type { TransactionSql } from "postgres";

/** A unit that is no more can be read, not changed. Throws AppError INVALID `unit.ended`. */
export async function refuseEnded(sql: TransactionSql, unitId: string, today: LocalDate): Promise<void> {
  const [row] = await sql<{ to: LocalDate }[]>`
    select valid_to as "to" from unit where id = ${unitId} and valid_to <= ${today}::date`;
  if (row) throw new AppError("INVALID", "unit.ended", { date: row.to.split("-").reverse().join("/") });
}
