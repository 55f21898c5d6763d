import { useFormat, useT } from "@gandan/i18n/translation";
import type { UnitBelow } from "@gandan/services/oversight/units-below";

/**
 * Says of a unit what its name alone would hide: that it ended within the period, or whose figures it includes.
 * @param last the last day of the period
 */
export function useUnitNote(last: string): (unit: UnitBelow, includes: readonly string[]) => string | null {
  const t = useT();
  const format = useFormat();
  return (unit, includes) => {
    if (includes.length > 0) return t("oversight.compare.counted", { units: includes.join(", ") });
    if (unit.validTo === null || unit.validTo > last) return null;
    const date = format.date(unit.validTo);
    if (unit.successors.length < 2) return t("oversight.compare.endedOn", { date });
    return t("oversight.compare.divided", { date, units: unit.successors.map(({ name }) => name).join(", ") });
  };
}
