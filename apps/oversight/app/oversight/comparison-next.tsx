import { useT } from "@gandan/i18n/translation";
import type { ComparisonPage } from "@gandan/services/oversight/compare-units";
import { ButtonLink } from "@gandan/ui/button";
import { NextBanner } from "@gandan/ui/next-banner";
import { useStandingText } from "./standing-list";

interface ComparisonNextProps {
  comparison: ComparisonPage;
  /** Units that have not answered about a model. */
  silent: number;
  registerHref: string;
  unitHref: (slug: string) => string;
}

/** The one next act: look at the unit that most needs it, else ask those who have not answered. */
export function ComparisonNext({ comparison, silent, registerHref, unitHref }: ComparisonNextProps) {
  const t = useT();
  const textOf = useStandingText(comparison);
  const worst = comparison.standing.find(({ standing }) => standing.kind === "fix");
  if (worst) {
    const { unit } = worst.row;
    return (
      <NextBanner
        id="next"
        icon="triangle-alert"
        tone="pending"
        title={t("oversight.next.fix", { unit: unit.name, indicators: worst.standing.lowest.length })}
        text={textOf(worst)}
        actions={
          <ButtonLink kind="primary" href={unitHref(unit.slug)}>
            {t("oversight.next.open")}
          </ButtonLink>
        }
      />
    );
  }
  if (silent > 0) {
    return (
      <NextBanner
        id="next"
        icon="list-checks"
        tone="pending"
        title={t("oversight.next.register", { count: silent })}
        actions={
          <ButtonLink kind="primary" href={registerHref}>
            {t("oversight.next.openRegister")}
          </ButtonLink>
        }
      />
    );
  }
  if (comparison.rows.length === 0) return null;
  return <NextBanner id="next" icon="circle-check" tone="met" title={t("oversight.next.fine")} />;
}
