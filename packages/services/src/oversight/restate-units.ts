import { byName, type PlainUnitBelow, type UnitBelow } from "./units-below";

/** A row of a comparison: a unit, and those whose figures are counted to it. */
export interface UnitGroup {
  unit: PlainUnitBelow;
  members: PlainUnitBelow[];
}

/**
 * Gives the figures of units that went whole into one successor to that successor, step by step up to the unit of today
 * ("tính theo hiện nay"). A unit divided among several, or whose successor is not below, stays apart.
 * @param units those of the period
 * @param known those of the period and of today
 */
export function restateUnits(units: readonly UnitBelow[], known: readonly UnitBelow[]): UnitGroup[] {
  const byId = new Map(known.map((unit) => [unit.id, unit]));
  const heirOf = (unit: UnitBelow): UnitBelow => {
    const [only, another] = unit.successors;
    const next = only && !another && !only.partial ? byId.get(only.id) : undefined;
    return next ? heirOf(next) : unit;
  };
  const groups = new Map<string, UnitGroup>();
  for (const member of units) {
    const unit = heirOf(member);
    const group = groups.get(unit.id);
    if (group) group.members.push(member);
    else groups.set(unit.id, { unit, members: [member] });
  }
  return [...groups.values()].sort((a, b) => byName(a.unit, b.unit));
}
