import { THREE_TIERS_FROM, TWO_TIERS_FROM } from "./list-dates";
import type { PlannedSuccession, PlannedUnit } from "./planned-unit";
import { type FileRow, readRows } from "./read-rows";
import type { UnitFileError } from "./unit-file-error";
import { unitIdOf } from "./unit-id";
import { unitSlug } from "./unit-slug";

export const SUCCESSION_COLUMNS = [
  "old_code",
  "old_type",
  "old_name",
  "old_district_code",
  "old_district",
  "old_province_code",
  "old_province",
  "new_code",
  "new_name",
  "new_province_code",
  "partial",
] as const;
type SuccessionRow = FileRow<(typeof SUCCESSION_COLUMNS)[number]>;

const COMMUNE_TYPES = ["xã", "phường", "thị trấn"];
const DISTRICT_TYPES = ["quận", "huyện", "thị xã", "thành phố"];
const PROVINCE_TYPES = ["tỉnh", "thành phố"];

/** A commune in force from 1 July 2025, as the database knows it. */
export interface KnownSuccessor {
  id: string;
  code: string;
  name: string;
  provinceCode: string;
  provinceName: string;
}

export interface SuccessionPlan {
  /** Units that ended, and provinces that went on as they were, now known from {@link THREE_TIERS_FROM}. */
  units: PlannedUnit[];
  successions: PlannedSuccession[];
  errors: UnitFileError[];
  /** Rows taken although their code of the successor is not on the list. */
  notes: UnitFileError[];
}

/**
 * The units that ended on 1 July 2025, with their districts and provinces, and what each went over into. Pure.
 * Districts and provinces get their successors from their communes; a province that all and only the communes of one
 * province of the same code and name went over into did not end but goes on. A successor whose code is not on the list
 * is taken by its name when exactly one commune of its province has that name, and noted.
 */
export function planSuccessions(content: string, successors: readonly KnownSuccessor[]): SuccessionPlan {
  const errors: UnitFileError[] = [];
  const notes: UnitFileError[] = [];
  const rows = readRows(content, SUCCESSION_COLUMNS, [], errors);
  if (successors.length === 0) {
    return {
      units: [],
      successions: [],
      notes,
      errors: [{ line: 1, column: null, key: "unitFile.listFirst", details: {} }],
    };
  }
  const find = successorFinder(successors, notes);
  const units = new Map<string, { unit: PlannedUnit; line: number }>();
  const links = new Map<string, Map<string, { line: number; partial: boolean }>>();
  for (const row of rows) {
    const found = formErrors(row);
    const successor = find(row);
    if (!successor) found.push(errorAt(row, "new_code", "unitFile.successor"));
    if (found.length > 0 || !successor) {
      errors.push(...found);
      continue;
    }
    const line = row.line;
    const [province, district, commune] = unitsOf(row);
    for (const [unit, column] of [
      [province, "old_province"],
      [district, "old_district"],
      [commune, "old_name"],
    ] as const) {
      const known = units.get(unit.id);
      if (!known) units.set(unit.id, { unit, line });
      else if (
        known.unit.name !== unit.name ||
        known.unit.type !== unit.type ||
        known.unit.parentId !== unit.parentId
      ) {
        errors.push({ line, column, key: "unitFile.contradiction", details: { first: known.line } });
      }
    }
    const targets = links.get(commune.id) ?? new Map<string, { line: number; partial: boolean }>();
    const twice = targets.get(successor.id);
    if (twice) errors.push({ line, column: "new_code", key: "unitFile.duplicate", details: { first: twice.line } });
    else targets.set(successor.id, { line, partial: row.values.partial === "yes" });
    links.set(commune.id, targets);
  }
  errors.push(...divisionErrors(links));
  const ended = [...units.values()].map(({ unit }) => unit);
  const planned = successionsOf(ended, links, successors);
  const goingOn = provincesGoingOn(ended, planned, successors);
  return {
    units: ended.map(
      (unit) => goingOn.get(unit.id) ?? { ...unit, parentId: goingOn.get(unit.parentId)?.id ?? unit.parentId },
    ),
    successions: planned.filter(({ predecessorId }) => !goingOn.has(predecessorId)),
    errors: errors.sort((a, b) => a.line - b.line),
    notes,
  };
}

function errorAt(row: SuccessionRow, column: keyof SuccessionRow["values"], key: UnitFileError["key"]): UnitFileError {
  return { line: row.line, column, key, details: { value: row.values[column] } };
}

function formErrors(row: SuccessionRow): UnitFileError[] {
  const { values } = row;
  const checks: [boolean, keyof SuccessionRow["values"], UnitFileError["key"]][] = [
    [/^\d{5}$/.test(values.old_code), "old_code", "unitFile.code"],
    [COMMUNE_TYPES.includes(values.old_type.toLowerCase()), "old_type", "unitFile.type"],
    [/^\d{1,3}$/.test(values.old_district_code), "old_district_code", "unitFile.code"],
    [typeOf(values.old_district, DISTRICT_TYPES) !== null, "old_district", "unitFile.type"],
    [/^\d{2}$/.test(values.old_province_code), "old_province_code", "unitFile.code"],
    [typeOf(values.old_province, PROVINCE_TYPES) !== null, "old_province", "unitFile.type"],
    [/^(yes|no)$/.test(values.partial), "partial", "unitFile.partial"],
  ];
  return checks.flatMap(([right, column, key]) => (right ? [] : [errorAt(row, column, key)]));
}

/** The type with which a full name begins: "Thị xã Phước Long" → "thị xã". */
function typeOf(name: string, types: readonly string[]): string | null {
  return types.find((type) => name.toLowerCase().startsWith(`${type} `)) ?? null;
}

function unitsOf({ values }: SuccessionRow): [PlannedUnit, PlannedUnit, PlannedUnit] {
  const span = { validFrom: THREE_TIERS_FROM, validTo: TWO_TIERS_FROM };
  const province: PlannedUnit = {
    ...span,
    id: unitIdOf("province", values.old_province_code, THREE_TIERS_FROM),
    level: "province",
    code: values.old_province_code,
    name: values.old_province,
    type: typeOf(values.old_province, PROVINCE_TYPES) ?? "",
    parentId: null,
  };
  const districtCode = values.old_district_code.padStart(3, "0");
  const district: PlannedUnit = {
    ...span,
    id: unitIdOf("district", districtCode, THREE_TIERS_FROM),
    level: "district",
    code: districtCode,
    name: values.old_district,
    type: typeOf(values.old_district, DISTRICT_TYPES) ?? "",
    parentId: province.id,
  };
  const commune: PlannedUnit = {
    ...span,
    id: unitIdOf("commune", values.old_code, THREE_TIERS_FROM),
    level: "commune",
    code: values.old_code,
    name: values.old_name,
    type: values.old_type.toLowerCase(),
    parentId: district.id,
  };
  return [province, district, commune];
}

/** Names are compared without marks: the lists spell "Hòa" and "Hoà". */
function successorFinder(successors: readonly KnownSuccessor[], notes: UnitFileError[]) {
  const byCode = new Map(successors.map((unit) => [unit.code, unit]));
  const byName = new Map<string, KnownSuccessor[]>();
  for (const unit of successors) {
    const key = unitSlug(unit.name, unit.provinceCode);
    byName.set(key, [...(byName.get(key) ?? []), unit]);
  }
  return (row: SuccessionRow): KnownSuccessor | undefined => {
    const { new_code: code, new_name: name, new_province_code: province } = row.values;
    const listed = byCode.get(code);
    if (listed) return listed.provinceCode === province ? listed : undefined;
    const named = byName.get(unitSlug(name, province)) ?? [];
    if (named.length !== 1 || !named[0]) return undefined;
    const details = { value: code, code: named[0].code };
    notes.push({ line: row.line, column: "new_code", key: "unitFile.matchedByName", details });
    return named[0];
  };
}

/** A unit goes over whole into one, or in part into each of several. */
function divisionErrors(links: ReadonlyMap<string, ReadonlyMap<string, { line: number; partial: boolean }>>) {
  return [...links.values()].flatMap((targets) =>
    targets.size < 2
      ? []
      : [...targets.values()]
          .filter(({ partial }) => !partial)
          .map(
            ({ line }): UnitFileError => ({
              line,
              column: "partial",
              key: "unitFile.division",
              details: { parts: targets.size },
            }),
          ),
  );
}

function successionsOf(
  ended: readonly PlannedUnit[],
  links: ReadonlyMap<string, ReadonlyMap<string, { partial: boolean }>>,
  successors: readonly KnownSuccessor[],
): PlannedSuccession[] {
  const provinceOf = new Map(
    successors.map(({ id, provinceCode }) => [id, unitIdOf("province", provinceCode, TWO_TIERS_FROM)]),
  );
  const parentOf = new Map(ended.map(({ id, parentId }) => [id, parentId]));
  const above = new Map<string, Set<string>>();
  const add = (id: string | null | undefined, successor: string | undefined) => {
    if (id && successor) above.set(id, (above.get(id) ?? new Set()).add(successor));
  };
  const communes = [...links].flatMap(([predecessorId, targets]) =>
    [...targets].map(([successorId, { partial }]) => {
      const district = parentOf.get(predecessorId);
      add(district, successorId);
      add(district && parentOf.get(district), provinceOf.get(successorId));
      return { predecessorId, successorId, partial };
    }),
  );
  const derived = [...above].flatMap(([predecessorId, targets]) =>
    [...targets].map((successorId) => ({ predecessorId, successorId, partial: targets.size > 1 })),
  );
  return [...communes, ...derived];
}

/** By the id that it would have as an ended one: each province that 1 July 2025 left as it was. */
function provincesGoingOn(
  ended: readonly PlannedUnit[],
  successions: readonly PlannedSuccession[],
  successors: readonly KnownSuccessor[],
): ReadonlyMap<string | null, PlannedUnit> {
  const current = new Map(
    successors.map(({ provinceCode, provinceName }) => [
      unitIdOf("province", provinceCode, TWO_TIERS_FROM),
      { code: provinceCode, name: provinceName },
    ]),
  );
  const into = (id: string) => successions.filter(({ predecessorId }) => predecessorId === id);
  const outOf = (id: string) => successions.filter(({ successorId }) => successorId === id);
  return new Map(
    ended.flatMap((unit): [string, PlannedUnit][] => {
      if (unit.level !== "province") return [];
      const [link, ...others] = into(unit.id);
      const id = link?.successorId ?? "";
      const now = current.get(id);
      if (!now || others.length > 0 || outOf(id).length > 1) return [];
      if (unitSlug(now.name, now.code) !== unitSlug(unit.name, unit.code)) return [];
      return [[unit.id, { ...unit, id, name: now.name, validTo: null }]];
    }),
  );
}
