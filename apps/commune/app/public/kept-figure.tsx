import { useFormat, useT } from "@gandan/i18n/translation";
import { IntervalBar } from "@gandan/ui/chart/interval-bar";

interface KeptShare {
  met: number;
  n: number;
  share: number | null;
  interval: { low: number; high: number } | null;
}

/** How often something was kept, in one line: a share with out of how many, or why there is none. */
export function KeptFigure({ kept }: { kept: KeptShare | null }) {
  const t = useT();
  const format = useFormat();
  if (kept === null) return <>{t("public.kept.unmeasured")}</>;
  const { met, n, share, interval } = kept;
  if (n === 0) return <>{t("public.kept.none")}</>;
  if (share === null) return <>{t("public.kept.few", { met, n })}</>;
  return (
    <>
      {t("public.kept.share", { share: format.percent(share), met: format.number(met), n: format.number(n) })}
      {interval ? (
        <span className="vh">
          , {t("public.kept.interval", { low: format.percent(interval.low), high: format.percent(interval.high) })}
        </span>
      ) : null}
    </>
  );
}

/** The same as a picture on a scale that is cut to where it lies, with its ends. */
export function KeptBar({ kept }: { kept: KeptShare }) {
  const t = useT();
  const format = useFormat();
  const { share, interval } = kept;
  if (share === null || interval === null) return null;
  const min = interval.low >= 0.8 ? 0.8 : interval.low >= 0.5 ? 0.5 : 0;
  const [low, high] = [format.percent(interval.low), format.percent(interval.high)];
  return (
    <>
      <IntervalBar
        at={share}
        low={interval.low}
        high={interval.high}
        min={min}
        max={1}
        label={t("public.kept.intervalLabel", { low, high })}
        ends={{ min: format.percent(min, 0), max: format.percent(1, 0) }}
      />
      <p className="note">{t("public.kept.interval", { low, high })}</p>
    </>
  );
}
