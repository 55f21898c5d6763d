import { useFormat, useT } from "@gandan/i18n/translation";
import { type AssessedNode, MIN_N } from "@gandan/model/index/assess-unit";

/** A criterion with what its self-score rests on: figures, too few of them, or the unit's own note. */
export function LeafTitle({ node }: { node: AssessedNode }) {
  const t = useT();
  const format = useFormat();
  const { id, code, title, filled, few, entered, counts } = node;
  return (
    <span id={id}>
      {[code, title].filter(Boolean).join(" ")}
      {filled ? (
        <span className="sub">
          {t("index.counts.filled")}:{" "}
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
      {counts === "left-out" ? <span className="sub">{t("index.selfOut")}</span> : null}
      {entered?.note ? <span className="sub">{entered.note}</span> : null}
    </span>
  );
}
