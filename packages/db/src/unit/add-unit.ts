import type { Sql } from "postgres";
import type { UnitLevel } from "../schema/unit";
import { unitIdOf } from "./unit-id";
import { writeUnits } from "./write-units";

export interface NewUnit {
  level: UnitLevel;
  /** As on the official list: "xã", "phường", "phòng" … */
  type: string;
  /** Official code; three digits with leading zeros for a district of before July 2025. */
  code: string;
  name: string;
  parentId?: string;
  /** First day. */
  validFrom: string;
  /** First day on which it is no more. */
  validTo?: string;
}

/**
 * Adds units under their parents, or brings name, parent and end of those already there up to date; returns their ids
 * in order (`unitIdOf`, so that a parent may stand in the same call). Owner's connection.
 */
export async function addUnits(sql: Sql, units: readonly NewUnit[]): Promise<string[]> {
  const planned = units.map((unit) => ({
    ...unit,
    id: unitIdOf(unit.level, unit.code, unit.validFrom),
    parentId: unit.parentId ?? null,
    validTo: unit.validTo ?? null,
  }));
  await sql.begin((tx) => writeUnits(tx, planned));
  return planned.map(({ id }) => id);
}
