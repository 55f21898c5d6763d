import { useFormat, useT } from "@gandan/i18n/translation";
import type { DissatisfiedShare } from "@gandan/model/officer-result/assess-officers";
import { IntervalBar } from "@gandan/ui/chart/interval-bar";

/** The dissatisfied share of an officer's answers, out of how many, with the bounds of chance; or that there are too few. */
export function OfficerShare({ share, above }: { share: DissatisfiedShare | null; above: number | null }) {
  const t = useT();
  const format = useFormat();
  if (!share) return <span className="soft">{t("officerResult.few")}</span>;
  const { n, dissatisfied, interval } = share;
  const said = t("officerResult.interval", {
    low: format.percent(interval.low),
    high: format.percent(interval.high),
  });
  const over = above !== null && share.share > above;
  return (
    <>
      <b>{format.percent(share.share)}</b>{" "}
      <span className="sub">{t("officerResult.shareOf", { dissatisfied, n })}</span>
      <IntervalBar at={share.share} low={interval.low} high={interval.high} min={0} max={1} label={said} />
      <span className="sub">{said}</span>{" "}
      {over ? <span className="sub">{t(share.sure ? "officerResult.sure" : "officerResult.unsure")}</span> : null}
    </>
  );
}
