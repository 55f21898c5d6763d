import { useFormat, useT } from "@gandan/i18n/translation";
import { type Period, quarterOf, yearPeriod } from "@gandan/model/oversight/period";
import { periodName } from "./period-name";

interface PeriodLinksProps {
  /** The last day that makes sense: today, or that of an ended unit. */
  last: string;
  current: Period;
  href: (period: Period) => string;
}

/** Whole quarters and years, one link each. */
export function PeriodLinks({ last, current, href }: PeriodLinksProps) {
  const t = useT();
  const format = useFormat();
  const lastYear = `${Number(last.slice(0, 4)) - 1}-12-31`;
  const periods = [...[0, -1, -2, -3, -4].map((by) => quarterOf(last, by)), yearPeriod(last), yearPeriod(lastYear)];
  return (
    <nav className="row no-print small" aria-label={t("oversight.compare.otherPeriods")}>
      {periods.map((period) => (
        <a
          key={period.from + period.to}
          href={href(period)}
          aria-current={period.from === current.from && period.to === current.to ? "true" : undefined}
        >
          {periodName(t, format, period)}
        </a>
      ))}
    </nav>
  );
}
