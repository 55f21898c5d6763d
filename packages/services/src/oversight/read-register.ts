import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inScope } from "@gandan/db/in-scope";
import type { RegisterInput, RegisterState } from "@gandan/model/oversight/oversight-inputs";
import { type AdoptionEntry, countAnswers, readAdoptions, SILENT } from "./read-adoptions";
import { type PlainUnitBelow, plainText, readPlainUnitsBelow, type UnitBelow } from "./units-below";

export interface RegisterRow extends AdoptionEntry {
  unit: Pick<UnitBelow, "id" | "slug" | "name" | "code" | "parentName" | "level">;
}

export interface Register {
  on: string;
  /** Filtered and sorted; where only the start was asked for, so many. */
  rows: RegisterRow[];
  /** Of what was found. */
  total: number;
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

const rowOf = (
  { id, slug, name, code, parentName, level }: PlainUnitBelow,
  adoptions: ReadonlyMap<string, AdoptionEntry>,
): RegisterRow => ({ unit: { id, slug, name, code, parentName, level }, ...(adoptions.get(id) ?? SILENT) });

/** Whether all units are listed by name, so that the first of them are known before anyone is asked. */
const isPlain = ({ state, words, sort, direction }: RegisterInput) =>
  state === undefined && words === "" && sort === "name" && direction === "up";

/**
 * The register of models on a day: every unit below, with the model it runs and on what basis, its refusal, or nothing.
 * @throws AppError FORBIDDEN
 */
export async function readRegister(ctx: UnitCtx, input: RegisterInput): Promise<Register> {
  authorize(ctx, "register:read");
  const { on, first } = input;
  return inScope(ctx, async (_tx, sql) => {
    const units = await readPlainUnitsBelow(sql, ctx.unitId, { from: on, to: on });
    if (first !== undefined && isPlain(input)) {
      const shown = units.slice(0, first);
      const [counts, adoptions] = await Promise.all([countAnswers(sql, units, on), readAdoptions(sql, shown, on)]);
      return { on, rows: shown.map((unit) => rowOf(unit, adoptions)), total: units.length, counts };
    }
    const adoptions = await readAdoptions(sql, units, on);
    const all = units.map((unit) => rowOf(unit, adoptions));
    const counts = { adopted: 0, declined: 0, silent: 0 };
    for (const { state } of all) counts[state]++;
    const found = sortRows(all.filter(isWanted(input)), input);
    return { on, rows: found.slice(0, first), total: found.length, counts };
  });
}

function isWanted({ state, words }: RegisterInput): (row: RegisterRow) => boolean {
  const wanted = plainText(words);
  const isOfState = (row: RegisterRow) => state === undefined || row.state === state;
  if (wanted === "") return isOfState;
  return (row) => {
    const { unit, title, modelTitle, basis, reference } = row;
    return (
      isOfState(row) &&
      plainText([unit.name, unit.code, title, modelTitle, basis, reference].join(" ")).includes(wanted)
    );
  };
}
