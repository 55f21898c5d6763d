import { useFormat, useT } from "@gandan/i18n/translation";
import type { AssessedNode } from "@gandan/model/index/assess-unit";
import type { IndexOfUnitPage } from "@gandan/services/index/read-index-of-unit";
import { IndexKey, type IndexRow, IndexTable } from "@gandan/ui/chart/index-table";
import { Icon } from "@gandan/ui/icon";
import { Panel } from "@gandan/ui/panel";
import { LeafTitle } from "./leaf-title";

/** As `open` in the address: every field. */
const ALL = "all";

export interface UnitTreeProps {
  page: Pick<IndexOfUnitPage, "assessment" | "total">;
  /** Id of the field that is open, or {@link ALL}. */
  open: string | null;
  /** The same page with another field open. */
  hrefOf: (open: string | null) => string;
}

/** Fields, criteria and leaves: self-score against appraisal, every difference with its reason. */
export function UnitTree({ page, open, hrefOf }: UnitTreeProps) {
  const t = useT();
  const format = useFormat();
  const points = (value: number | null) => format.points(value, 2);
  const { assessment, total } = page;
  const anyAppraised = assessment.leaves.appraised > 0;

  const differenceOf = (self: number | null, decided: number | null, differences: number) => {
    if (differences === 0) return null;
    const difference = (decided ?? 0) - (self ?? 0);
    return `${difference > 0 ? "+" : ""}${points(difference)}`;
  };

  const fieldRow = (field: AssessedNode): IndexRow => {
    const isOpen = open === ALL || open === field.id;
    return {
      key: field.id,
      level: isOpen ? 1 : 0,
      title: (
        <a id={field.id} href={`${hrefOf(isOpen ? null : field.id)}#${field.id}`}>
          {[field.code, field.title].filter(Boolean).join(". ")}
          <span className="vh">. {t(isOpen ? "index.closeField" : "index.openField")}</span>{" "}
          <Icon name={isOpen ? "chevron-down" : "chevron-right"} />
        </a>
      ),
      max: points(field.maximum),
      self: points(field.self),
      appraised: field.judged > 0 ? points(field.decided) : "–",
      selfShare: field.self === null ? null : field.self / field.maximum,
      appraisedShare: field.judged > 0 ? (field.decided ?? 0) / field.maximum : null,
      difference: differenceOf(field.self, field.decided, field.differences),
      reason:
        field.differences > 0 ? (
          <a href={`${hrefOf(field.id)}#${field.id}`}>{t("index.seeBelow", { count: field.differences })}</a>
        ) : null,
    };
  };

  const nodeRow = (node: AssessedNode): IndexRow => {
    const { appraised, self, decided, maximum, differences, judged, leaf } = node;
    return {
      key: node.id,
      level: 2,
      title: leaf ? <LeafTitle node={node} /> : <strong>{[node.code, node.title].filter(Boolean).join(" ")}</strong>,
      max: points(maximum),
      self: points(self),
      appraised: judged > 0 ? points(decided) : "–",
      selfShare: self === null ? null : self / maximum,
      appraisedShare: judged > 0 ? (decided ?? 0) / maximum : null,
      difference: differenceOf(self, decided, leaf ? differences : 0),
      reason: appraised ? (appraised.reason ?? (differences > 0 ? t("index.factsChanged") : null)) : null,
    };
  };

  const rows: IndexRow[] = [];
  let field: string | null = null;
  for (const node of assessment.nodes) {
    if (node.depth === 0) {
      field = node.id;
      rows.push(fieldRow(node));
    } else if (open === ALL || open === field) rows.push(nodeRow(node));
  }
  const difference =
    anyAppraised && assessment.self !== null && assessment.total !== null ? assessment.total - assessment.self : null;
  rows.push({
    key: "total",
    level: 3,
    title: t("index.totalRow"),
    max: points(total),
    self: points(assessment.self),
    appraised: anyAppraised ? points(assessment.total) : "–",
    selfShare: null,
    appraisedShare: null,
    difference:
      difference === null || Math.abs(difference) < 5e-3 ? null : `${difference > 0 ? "+" : ""}${points(difference)}`,
  });
  const fields = assessment.nodes.filter(({ depth }) => depth === 0).length;
  return (
    <Panel
      id="tree"
      title={t("index.fields", { count: fields })}
      aside={
        <div className="row">
          <IndexKey self={t("index.self")} appraised={t("index.appraised")} />
          <a className="small no-print" href={`${hrefOf(open === ALL ? null : ALL)}#tree`}>
            {t(open === ALL ? "index.closeAll" : "index.openAll")}
          </a>
        </div>
      }
      flush
    >
      <IndexTable
        caption={t("index.caption")}
        rows={rows}
        labels={{
          title: t("index.field"),
          max: t("index.maximum"),
          self: t("index.self"),
          appraised: t("index.appraised"),
          chart: t("index.chart"),
          difference: t("index.difference"),
          reason: t("index.reason"),
        }}
      />
    </Panel>
  );
}
