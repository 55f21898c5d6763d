import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inScope } from "@gandan/db/in-scope";
import type { RegisterInput, RegisterState } from "@gandan/model/oversight/oversight-inputs";
import { type AdoptionEntry, readAdoptions, SILENT } from "./read-adoptions";
import { plainText, readPlainUnitsBelow, type UnitBelow } from "./units-below";

export interface RegisterRow extends AdoptionEntry {
  unit: Pick<UnitBelow, "id" | "slug" | "name" | "code" | "parentName" | "level">;
}

export interface Register {
  on: string;
  /** Filtered and sorted. */
  rows: RegisterRow[];
  /** Of all units, whatever the filter. */
  counts: Record<RegisterState, number>;
}

const order = new Intl.Collator("vi", { numeric: true });

/** Sorts by a text or a number; units without one stand last in both directions. */
function sortRows(rows: RegisterRow[], { sort, direction }: Pick<RegisterInput, "sort" | "direction">): RegisterRow[] {
  const keyOf = (row: RegisterRow): string | number | null => {
    if (sort === "model") return row.title;
    if (sort === "from") return row.from;
    if (sort === "procedures") return row.state === "adopted" ? row.procedures : null;
    return row.unit.name;
  };
  const sign = direction === "down" ? -1 : 1;
  return rows.sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    if (x === null || y === null)
      return Number(x === null) - Number(y === null) || order.compare(a.unit.name, b.unit.name);
    const by = typeof x === "number" && typeof y === "number" ? x - y : order.compare(String(x), String(y));
    return sign * by || order.compare(a.unit.name, b.unit.name);
  });
}

/**
 * The register of models on a day: every unit below, with the model it runs and on what basis, its refusal, or nothing.
 * @throws AppError FORBIDDEN
 */
export async function readRegister(ctx: UnitCtx, input: RegisterInput): Promise<Register> {
  authorize(ctx, "register:read");
  return inScope(ctx, async (_tx, sql) => {
    const units = await readPlainUnitsBelow(sql, ctx.unitId, { from: input.on, to: input.on });
    const adoptions = await readAdoptions(sql, units, input.on);
    const all = units.map(
      ({ id, slug, name, code, parentName, level }): RegisterRow => ({
        unit: { id, slug, name, code, parentName, level },
        ...(adoptions.get(id) ?? SILENT),
      }),
    );
    const counts = { adopted: 0, declined: 0, silent: 0 };
    for (const { state } of all) counts[state]++;
    const wanted = plainText(input.words);
    const found = all.filter(
      ({ unit, title, modelTitle, basis, reference, state }) =>
        (input.state === undefined || state === input.state) &&
        plainText([unit.name, unit.code, title, modelTitle, basis, reference].join(" ")).includes(wanted),
    );
    return { on: input.on, rows: sortRows(found, input), counts };
  });
}
