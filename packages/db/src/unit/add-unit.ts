import type { Sql } from "postgres";
import type { UnitLevel } from "../schema/unit";
import { rebuildAncestors } from "./rebuild-ancestors";
import { unitIdOf } from "./unit-id";
import { unitSlug } from "./unit-slug";

export interface NewUnit {
  level: UnitLevel;
  /** As on the official list: "xã", "phường", "phòng" … */
  type: string;
  code: string;
  name: string;
  parentId?: string;
  /** First day. */
  validFrom: string;
  /** First day on which it is no more. */
  validTo?: string;
}

/** Adds one unit under its parent, or changes name, parent and end of the one already there; returns its id. Owner's connection. */
export async function addUnit(sql: Sql, unit: NewUnit): Promise<string> {
  const id = unitIdOf(unit.level, unit.code, unit.validFrom);
  const end = unit.validTo ?? null;
  await sql.begin(async (tx) => {
    await tx`
      insert into unit (id, level, slug, valid_from, valid_to)
      values (${id}, ${unit.level}, ${unitSlug(unit.name, unit.code)}, ${unit.validFrom}, ${end})
      on conflict (id) do update set valid_to = excluded.valid_to`;
    await tx`
      insert into unit_name (unit_id, valid_from, valid_to, code, name, type)
      values (${id}, ${unit.validFrom}, ${end}, ${unit.code}, ${unit.name}, ${unit.type})
      on conflict (unit_id, valid_from) do update
        set valid_to = excluded.valid_to, name = excluded.name, type = excluded.type`;
    if (unit.parentId) {
      await tx`
        insert into unit_parent (unit_id, valid_from, valid_to, parent_id)
        values (${id}, ${unit.validFrom}, ${end}, ${unit.parentId})
        on conflict (unit_id, valid_from) do update set valid_to = excluded.valid_to, parent_id = excluded.parent_id`;
    }
    await rebuildAncestors(tx);
  });
  return id;
}
