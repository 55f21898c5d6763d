import type { Format } from "@gandan/i18n/format";
import { useFormat, useT } from "@gandan/i18n/translation";
import type { Translate } from "@gandan/i18n/translator";
import { type AssessedNode, MIN_N } from "@gandan/model/index/assess-unit";

/** What the self-score of a leaf rests on: figures, too few of them, that it does not apply, the unit's own note. */
export function basisLines(t: Translate, format: Format, node: AssessedNode): string[] {
  const { filled, few, entered, counts } = node;
  const lines: string[] = [];
  if (filled) {
    const { met, n, share, interval } = filled;
    const [low, high] = [format.percent(interval.low), format.percent(interval.high)];
    const figures = t("index.filledBy", { met, n, share: format.percent(share), low, high });
    lines.push(`${t("index.counts.filled")}: ${figures}`);
    if (entered?.points === null) lines.push(t("index.overruled", { n }));
  }
  if (few !== null && counts === "nothing") lines.push(t("index.few", { n: few, minimum: MIN_N }));
  if (counts === "left-out") lines.push(t("index.selfOut"));
  if (entered?.note) lines.push(entered.note);
  return lines;
}

/** A criterion of the tree, with what its self-score rests on. */
export function LeafTitle({ node }: { node: AssessedNode }) {
  const t = useT();
  const format = useFormat();
  return (
    <span id={node.id}>
      {[node.code, node.title].filter(Boolean).join(" ")}
      {basisLines(t, format, node).map((line) => (
        <span key={line} className="sub">
          {line}
        </span>
      ))}
    </span>
  );
}
