import { useFormat, useT } from "@gandan/i18n/translation";
import type { UnitBelow } from "@gandan/services/oversight/units-below";

/** Says of a unit what its name alone would hide: that it ended and was divided, or whose figures it includes. */
export function useUnitNote(): (unit: UnitBelow, includes: readonly string[]) => string | null {
  const t = useT();
  const format = useFormat();
  return (unit, includes) => {
    if (includes.length > 0) return t("oversight.compare.counted", { units: includes.join(", ") });
    if (unit.validTo === null) return null;
    const date = format.date(unit.validTo);
    if (unit.successors.length < 2) return t("oversight.compare.endedOn", { date });
    return t("oversight.compare.divided", { date, units: unit.successors.map(({ name }) => name).join(", ") });
  };
}
