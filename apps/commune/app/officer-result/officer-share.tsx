import { useFormat, useT } from "@gandan/i18n/translation";
import type { DissatisfiedShare } from "@gandan/model/officer-result/assess-officers";
import { IntervalBar } from "@gandan/ui/chart/interval-bar";

/** The dissatisfied share of an officer's answers, out of how many, with the bounds of chance; or that there are too few. */
export function OfficerShare({ share, above }: { share: DissatisfiedShare | null; above: number | null }) {
  const t = useT();
  const format = useFormat();
  if (!share) return <span className="soft">{t("officerResult.few")}</span>;
  const over = share.above ? (
    <span className="sub">{t(share.sure ? "officerResult.sure" : "officerResult.unsure")}</span>
  ) : null;
  if (!share.told) {
    // How many the few are is not told; on which side of the rule they lie is.
    const limit = above === null ? null : format.percent(above, 0);
    return (
      <>
        {limit === null ? null : (
          <b>{t(share.above ? "officerResult.aboveLimit" : "officerResult.withinLimit", { limit })}</b>
        )}{" "}
        <span className="sub">{t("officerResult.fewOneSide", { n: share.n })}</span> {over}
      </>
    );
  }
  const { low, high, n, interval } = share.told;
  const said = t("officerResult.interval", {
    low: format.percent(interval.low),
    high: format.percent(interval.high),
  });
  return (
    <>
      <b>{format.percentSpan(low / n, high / n)}</b>{" "}
      <span className="sub">{t("officerResult.shareOf", { dissatisfied: format.numberSpan(low, high), n })}</span>
      <IntervalBar at={(low + high) / 2 / n} low={interval.low} high={interval.high} min={0} max={1} label={said} />
      <span className="sub">{said}</span> {over}
    </>
  );
}
