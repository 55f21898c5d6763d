import { useFormat, useT } from "@gandan/i18n/translation";
import type { ComparisonPage } from "@gandan/services/oversight/compare-units";
import { OutcomeBadge } from "@gandan/ui/outcome-badge";

const OUTCOME = { fix: "missed", watch: "pending", praise: "met", few: "not-applicable" } as const;

interface StandingListProps {
  comparison: ComparisonPage;
  unitHref: (slug: string) => string;
}

/** Sentences that say why a unit stands out. */
export function useStandingText(comparison: ComparisonPage): (entry: ComparisonPage["standing"][number]) => string {
  const t = useT();
  const format = useFormat();
  const { indicators, trend, rankMinN } = comparison;
  const titleOf = (id: string | undefined) => indicators.find((one) => one.id === id)?.title ?? "";
  return ({ standing: { kind, lowest, highest, below, change }, row }) => {
    if (kind === "few") return t("oversight.praise.fewText", { n: row.n, min: rankMinN });
    const worst = [...(lowest.length > 0 ? lowest : below)].sort(
      (a, b) => (row.cells[a]?.share ?? 1) - (row.cells[b]?.share ?? 1),
    )[0];
    const cell = worst === undefined ? undefined : row.cells[worst];
    const silent = row.adoption === null || row.adoption.state !== "adopted";
    return [
      kind === "fix" ? t("oversight.praise.lowest", { count: lowest.length }) : null,
      kind === "watch" && below.length > 0 ? t("oversight.praise.below", { count: below.length }) : null,
      kind === "praise" && highest.length > 0 ? t("oversight.praise.highest", { count: highest.length }) : null,
      cell && worst !== undefined
        ? t("oversight.praise.worst", {
            indicator: indicators[worst]?.title ?? "",
            missed: cell.n - cell.met,
            n: cell.n,
          })
        : null,
      change
        ? t(change.to < change.from ? "oversight.praise.fell" : "oversight.praise.rose", {
            indicator: titleOf(trend?.indicator),
            from: format.percent(change.from),
            to: format.percent(change.to),
          })
        : null,
      kind !== "praise" && silent ? t("oversight.praise.notAdopted") : null,
    ]
      .filter(Boolean)
      .join(" ");
  };
}

/** Whom to praise and what to put right: only what chance does not explain. */
export function StandingList({ comparison, unitHref }: StandingListProps) {
  const t = useT();
  const textOf = useStandingText(comparison);
  const labels = {
    fix: t("oversight.praise.fix"),
    watch: t("oversight.praise.watch"),
    praise: t("oversight.praise.praise"),
    few: t("oversight.praise.few"),
  };
  const found = comparison.standing;
  if (found.length === 0) return <p className="soft">{t("oversight.praise.empty")}</p>;
  return (
    <ul className="rules">
      {found.map((entry) => {
        const { kind } = entry.standing;
        const { unit } = entry.row;
        return (
          <li key={unit.id}>
            <div className="row between">
              <strong>
                <a href={unitHref(unit.slug)}>{unit.name}</a>
              </strong>
              <OutcomeBadge outcome={OUTCOME[kind]} label={labels[kind]} />
            </div>
            <p className="soft">{textOf(entry)}</p>
          </li>
        );
      })}
    </ul>
  );
}
