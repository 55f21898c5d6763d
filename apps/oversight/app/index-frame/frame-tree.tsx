import type { Format } from "@gandan/i18n/format";
import { useFormat, useT } from "@gandan/i18n/translation";
import type { Translate } from "@gandan/i18n/translator";
import type { FrameNode } from "@gandan/services/index-frame/read-frame-page";
import { DataTable } from "@gandan/ui/data-table";

function howScored(leaf: NonNullable<FrameNode["leaf"]>, t: Translate, format: Format): string {
  switch (leaf.kind) {
    case "yes-no":
      return t("indexFrame.page.yesNo");
    case "steps":
      return leaf.steps
        .map((step) =>
          t("indexFrame.page.step", { from: format.number(step.at_least), points: format.number(step.points) }),
        )
        .join("; ");
    case "ratio":
      return t("indexFrame.page.ratio", {
        zero: format.percent(leaf.zero_at, 0),
        full: format.percent(leaf.full_at, 0),
      });
    case "survey":
      return t("indexFrame.page.survey", { full: format.percent(leaf.full_at, 0) });
  }
}

/** Fields, criteria and leaves of a frame with their points and how each is scored. */
export function FrameTree({ nodes }: { nodes: readonly FrameNode[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <DataTable
      caption={t("indexFrame.page.tree")}
      rows={nodes}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          header: t("indexFrame.page.node"),
          cell: ({ code, title, note, depth }) => {
            const name = code ? `${code}. ${title}` : title;
            return (
              <>
                {depth === 0 ? <strong>{name}</strong> : <span>{name}</span>}
                {note ? <span className="sub">{note}</span> : null}
              </>
            );
          },
        },
        {
          key: "points",
          header: t("indexFrame.points"),
          narrowLabel: t("indexFrame.points"),
          align: "number",
          cell: ({ points, depth }) => (depth === 0 ? <strong>{format.number(points)}</strong> : format.number(points)),
        },
        {
          key: "how",
          header: t("indexFrame.page.how"),
          // A sum says nothing of its own: what it adds up stands below it.
          cell: ({ leaf, filledBy }) => (
            <>
              {leaf ? howScored(leaf, t, format) : null}
              {filledBy ? (
                <span className="sub">
                  {filledBy.title === null
                    ? t("indexFrame.page.unfilled", { rule: filledBy.ruleId })
                    : t("indexFrame.page.filled", { rule: filledBy.title })}
                </span>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
