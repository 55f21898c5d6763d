import type { LocalDate } from "@gandan/calendar/local-time";
import { AppError } from "@gandan/model/error/app-error";
import type { TransactionSql } from "postgres";

export interface OwnApplication {
  id: string;
  modelId: string;
  versionId: string;
  from: LocalDate;
  /** First day on which it no longer holds. */
  to: LocalDate | null;
  endedId: string | null;
  endedValidTo: LocalDate | null;
}

/** A local day as an official writes it. */
export const written = (day: LocalDate): string => day.split("-").reverse().join("/");

/** The unit's own applications, latest first, locked against another change at the same time. */
export async function lockApplications(sql: TransactionSql, unitId: string): Promise<OwnApplication[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`yardstick ${unitId}`}, 0))`;
  return sql<OwnApplication[]>`
    select y.id, v.model_id as "modelId", y.version_id as "versionId", y.valid_from as "from", y.valid_to as "to",
      y.ended_id as "endedId", y.ended_valid_to as "endedValidTo"
    from yardstick_application y
    join model_version v on v.unit_id = y.model_unit_id and v.id = y.version_id
    where y.unit_id = ${unitId} order by y.valid_from desc, y.id desc`;
}

/** One of them by its id. Throws AppError NOT_FOUND `yardstick.notFound`. */
export function findApplication(applications: readonly OwnApplication[], id: string): OwnApplication {
  const found = applications.find((one) => one.id === id);
  if (!found) throw new AppError("NOT_FOUND", "yardstick.notFound");
  return found;
}
