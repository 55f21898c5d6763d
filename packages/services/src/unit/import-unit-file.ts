import { appendAudit } from "@gandan/db/audit/append-audit";
import { connect } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { importUnits, type UnitImport } from "@gandan/db/unit/import-units";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { SUCCESSION_COLUMNS } from "@gandan/db/unit/plan-successions";
import { headerOf } from "@gandan/db/unit/read-rows";

/**
 * Imports an official file of units as it is: the list in force or the successions of 2025; see `importUnits`. Noted
 * in the operator's log when it changed anything. For the operator's command line: whoever has the owner's login.
 * @param content the file's text in UTF-8
 */
export async function importUnitFile(ownerUrl: string, content: string, now: Date): Promise<UnitImport> {
  const owner = connect({ url: ownerUrl, max: 1, name: "gandan-units" });
  const app = connect({ url: ownerUrl, role: "app", max: 1, name: "gandan-units" });
  try {
    const result = await importUnits(owner.sql, content);
    const { shape, added, changed } = result;
    if (added + changed > 0) {
      await inUnit({ db: { app }, unitId: OPERATOR_UNIT_ID }, (_tx, sql) =>
        appendAudit(sql, {
          unitId: OPERATOR_UNIT_ID,
          at: now,
          actor: "command-line",
          action: "unit.import",
          details: { shape, added, changed },
        }),
      );
    }
    return result;
  } finally {
    await Promise.all([owner.end(), app.end()]);
  }
}

/** As {@link importUnitFile}, but takes the successions only: any other file is an error of its header. */
export async function mergeUnitFile(ownerUrl: string, content: string, now: Date): Promise<UnitImport> {
  const header = headerOf(content);
  const wanted: readonly string[] = SUCCESSION_COLUMNS;
  if (header.length === wanted.length && wanted.every((column) => header.includes(column))) {
    return importUnitFile(ownerUrl, content, now);
  }
  const details = { found: header.join(","), wanted: wanted.join(",") };
  const errors = [{ line: 1, column: null, key: "unitFile.header" as const, details }];
  return { shape: null, units: 0, successions: 0, added: 0, changed: 0, errors, notes: [] };
}
