import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inScope } from "@gandan/db/in-scope";
import type { UnitsBelowInput } from "@gandan/model/oversight/oversight-inputs";
import { type AdoptionEntry, readAdoptions } from "./read-adoptions";
import { plainText, readPlainUnitsBelow, readTies, type UnitBelow } from "./units-below";

const PAGE_SIZE = 50;

export interface UnitsBelow {
  units: (UnitBelow & { adoption: AdoptionEntry | null })[];
  total: number;
  page: number;
  pageSize: number;
}

/**
 * Communes and offices that were below on some day of a period, 50 a page; `words` are looked for in name, code and the
 * name of the unit above, with or without marks.
 * @throws AppError FORBIDDEN
 */
export async function listUnitsBelow(ctx: UnitCtx, input: UnitsBelowInput): Promise<UnitsBelow> {
  authorize(ctx, "compare:read");
  return inScope(ctx, async (_tx, sql) => {
    const wanted = plainText(input.words);
    const all = (await readPlainUnitsBelow(sql, ctx.unitId, input)).filter(({ name, code, parentName }) =>
      plainText(`${name} ${code} ${parentName ?? ""}`).includes(wanted),
    );
    const page = Math.min(input.page, Math.max(1, Math.ceil(all.length / PAGE_SIZE)));
    const shown = await readTies(sql, all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE));
    const adoptions = await readAdoptions(sql, shown, input.to);
    const units = shown.map((unit) => ({ ...unit, adoption: adoptions.get(unit.id) ?? null }));
    return { units, total: all.length, page, pageSize: PAGE_SIZE };
  });
}
