import { TWO_TIERS_FROM } from "./list-dates";
import type { PlannedUnit } from "./planned-unit";
import { type FileRow, readRows } from "./read-rows";
import type { UnitFileError } from "./unit-file-error";
import { unitIdOf } from "./unit-id";

export const LIST_COLUMNS = ["code", "type", "name", "parent_code"] as const;
type ListRow = FileRow<(typeof LIST_COLUMNS)[number]>;

const PROVINCE_TYPES = ["tỉnh", "thành phố"];
const COMMUNE_TYPES = ["xã", "phường", "đặc khu"];

/**
 * The official list of units in force since 1 July 2025: provinces (two digits, no parent) and communes (five digits).
 * Pure. Finds all errors, not only the first.
 */
export function planUnitList(content: string): { units: PlannedUnit[]; errors: UnitFileError[] } {
  const errors: UnitFileError[] = [];
  const rows = readRows(content, LIST_COLUMNS, ["parent_code"], errors);
  const firstLine = new Map<string, number>();
  const provinces = new Set(rows.filter(isProvince).map(({ values }) => values.code));
  const units = rows.flatMap((row) => {
    const found = findErrors(row, provinces);
    const known = firstLine.get(row.values.code);
    if (known !== undefined) {
      found.push({ line: row.line, column: "code", key: "unitFile.duplicate", details: { first: known } });
    } else firstLine.set(row.values.code, row.line);
    errors.push(...found);
    return found.length === 0 ? [unitOf(row)] : [];
  });
  return { units, errors: errors.sort((a, b) => a.line - b.line) };
}

function isProvince({ values }: ListRow): boolean {
  return values.parent_code === "";
}

function findErrors(row: ListRow, provinces: ReadonlySet<string>): UnitFileError[] {
  const { code, type, parent_code: parent } = row.values;
  const province = isProvince(row);
  const at = (column: string, key: UnitFileError["key"], value: string): UnitFileError => ({
    line: row.line,
    column,
    key,
    details: { value },
  });
  return [
    ...((province ? /^\d{2}$/ : /^\d{5}$/).test(code) ? [] : [at("code", "unitFile.code", code)]),
    ...((province ? PROVINCE_TYPES : COMMUNE_TYPES).includes(type.toLowerCase())
      ? []
      : [at("type", "unitFile.type", type)]),
    ...(province || provinces.has(parent) ? [] : [at("parent_code", "unitFile.parent", parent)]),
  ];
}

function unitOf(row: ListRow): PlannedUnit {
  const { code, type, name, parent_code: parent } = row.values;
  const level = isProvince(row) ? "province" : "commune";
  return {
    id: unitIdOf(level, code, TWO_TIERS_FROM),
    level,
    code,
    name,
    type: type.toLowerCase(),
    parentId: parent ? unitIdOf("province", parent, TWO_TIERS_FROM) : null,
    validFrom: TWO_TIERS_FROM,
    validTo: null,
  };
}
