import { useFormat, useT } from "@gandan/i18n/translation";
import { type AssessedNode, MIN_N } from "@gandan/model/index/assess-unit";

/** A criterion with what its points rest on: figures, too few of them, the unit's note, the appraisal with its reason. */
export function LeafText({ node }: { node: AssessedNode }) {
  const t = useT();
  const format = useFormat();
  const { id, code, title, filled, few, entered, appraised, counts } = node;
  return (
    <span id={id}>
      {[code, title].filter(Boolean).join(" ")}
      {filled ? (
        <span className="sub">
          {t("index.filledBy", {
            met: filled.met,
            n: filled.n,
            share: format.percent(filled.share),
            low: format.percent(filled.interval.low),
            high: format.percent(filled.interval.high),
          })}
        </span>
      ) : null}
      {filled && entered?.points === null ? <span className="sub">{t("index.overruled", { n: filled.n })}</span> : null}
      {few !== null && counts === "nothing" ? (
        <span className="sub">{t("index.few", { n: few, minimum: MIN_N })}</span>
      ) : null}
      {entered?.note ? <span className="sub">{entered.note}</span> : null}
      {appraised ? (
        <span className="sub">
          {appraised.points === null
            ? t("index.appraisedOut")
            : t("index.appraisedIs", { points: format.points(appraised.points, 2) })}
          {appraised.reason ? `. ${t("index.reasonIs", { reason: appraised.reason })}` : null}
        </span>
      ) : null}
    </span>
  );
}
