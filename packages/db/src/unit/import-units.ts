import type { Sql, TransactionSql } from "postgres";
import { TWO_TIERS_FROM } from "./list-dates";
import { type KnownSuccessor, planSuccessions, SUCCESSION_COLUMNS } from "./plan-successions";
import { LIST_COLUMNS, planUnitList } from "./plan-unit-list";
import { headerOf } from "./read-rows";
import type { UnitFileError } from "./unit-file-error";
import { writeSuccessions, writeUnits } from "./write-units";

export interface UnitImport {
  /** `list`: units in force since 1 July 2025; `successions`: units that ended that day. Null for any other header. */
  shape: "list" | "successions" | null;
  /** Units in the file, each once. */
  units: number;
  successions: number;
  added: number;
  changed: number;
  /** All rows that cannot be taken, by line; when there is one, nothing was written. */
  errors: UnitFileError[];
  /** Rows taken with a correction. */
  notes: UnitFileError[];
}

/**
 * Imports an official file of units as it is: the list in force, or the successions of 2025 (after the list).
 * Checks the whole file first; then writes in one transaction, or nothing. A second run adds and changes nothing.
 * Owner's connection. `content` is the file's text in UTF-8.
 */
export async function importUnits(sql: Sql, content: string): Promise<UnitImport> {
  const header = headerOf(content);
  if (sameNames(header, LIST_COLUMNS)) return importList(sql, content);
  if (sameNames(header, SUCCESSION_COLUMNS)) return importSuccessions(sql, content);
  const details = { found: header.join(","), wanted: `${LIST_COLUMNS.join(",")} | ${SUCCESSION_COLUMNS.join(",")}` };
  return { ...nothing(null), errors: [{ line: 1, column: null, key: "unitFile.header", details }] };
}

function sameNames(header: readonly string[], columns: readonly string[]): boolean {
  return header.length === columns.length && columns.every((column) => header.includes(column));
}

function nothing(shape: UnitImport["shape"]): UnitImport {
  return { shape, units: 0, successions: 0, added: 0, changed: 0, errors: [], notes: [] };
}

async function importList(sql: Sql, content: string): Promise<UnitImport> {
  const { units, errors } = planUnitList(content);
  if (errors.length > 0) return { ...nothing("list"), errors };
  const counts = await sql.begin(async (tx) => {
    await lock(tx);
    return writeUnits(tx, units);
  });
  return { ...nothing("list"), ...counts, units: units.length };
}

async function importSuccessions(sql: Sql, content: string): Promise<UnitImport> {
  return sql.begin(async (tx) => {
    await lock(tx);
    const known = await tx<KnownSuccessor[]>`
      select unit.id, name.code, name.name, province.code as "provinceCode", province.name as "provinceName"
      from unit
      join unit_name name on name.unit_id = unit.id and name.valid_from = unit.valid_from
      join unit_parent parent on parent.unit_id = unit.id and parent.valid_from = unit.valid_from
      join unit_name province on province.unit_id = parent.parent_id and province.valid_from <= unit.valid_from
        and (province.valid_to is null or province.valid_to > unit.valid_from)
      where unit.level = 'commune' and unit.valid_from = ${TWO_TIERS_FROM}`;
    const { units, successions, errors, notes } = planSuccessions(content, known);
    if (errors.length > 0) return { ...nothing("successions"), errors, notes };
    const ofUnits = await writeUnits(tx, units);
    const ofLinks = await writeSuccessions(tx, successions);
    return {
      ...nothing("successions"),
      units: units.length,
      successions: successions.length,
      added: ofUnits.added + ofLinks.added,
      changed: ofUnits.changed + ofLinks.changed,
      notes,
    };
  });
}

/** Two imports at once wait for each other. */
async function lock(tx: TransactionSql) {
  await tx`select pg_advisory_xact_lock(4155002)`;
}
