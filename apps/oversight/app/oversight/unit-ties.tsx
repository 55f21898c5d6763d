import { useT } from "@gandan/i18n/translation";
import type { UnitBelow } from "@gandan/services/oversight/units-below";

const names = (units: readonly { name: string; code: string }[]) =>
  units.map(({ name, code }) => `${name} (${code})`).join(", ");

/** What a unit came out of, and what it went over into. */
export function UnitTies({ unit }: { unit: Pick<UnitBelow, "predecessors" | "successors"> }) {
  const t = useT();
  const { predecessors, successors } = unit;
  const divided = successors.length > 1 || successors.some(({ partial }) => partial);
  return (
    <>
      {predecessors.length > 0 ? (
        <span className="sub">{t("oversight.units.from", { units: names(predecessors) })}</span>
      ) : null}
      {successors.length > 0 ? (
        <span className="sub">
          {t(divided ? "oversight.units.partlyInto" : "oversight.units.into", { units: names(successors) })}
        </span>
      ) : null}
    </>
  );
}
