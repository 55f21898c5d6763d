import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import type { TransactionSql } from "postgres";

type Act = "add" | "change" | "give-role" | "end-role" | "end" | "link" | "import-upload" | "import" | "import-drop";

/** Writes down what was done to the unit's staff. Call it last. */
export function auditStaff(
  sql: TransactionSql,
  { unitId, now, actor }: UnitCtx,
  act: Act,
  subject: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  return appendAudit(sql, { unitId, at: now, actor: actor.staffId, action: `staff.${act}`, subject, details });
}
