import { byName, type PlainUnitBelow, type Succession } from "./units-below";

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
 * @param successions of all that are known
 */
export function restateUnits(
  units: readonly PlainUnitBelow[],
  known: readonly PlainUnitBelow[],
  successions: readonly Succession[],
): UnitGroup[] {
  const byId = new Map(known.map((unit) => [unit.id, unit]));
  const heirs = new Map<string, PlainUnitBelow | null>();
  for (const { predecessorId, successorId, partial } of successions) {
    const isWhole = !partial && !heirs.has(predecessorId);
    heirs.set(predecessorId, (isWhole && byId.get(successorId)) || null);
  }
  const heirOf = (unit: PlainUnitBelow): PlainUnitBelow => {
    const next = heirs.get(unit.id);
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
