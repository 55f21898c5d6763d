import { useFormat, useT } from "@gandan/i18n/translation";
import type { AssessedNode } from "@gandan/model/index/assess-unit";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";
import { LeafFields, type LeafFieldsProps } from "./leaf-fields";
import { LeafText } from "./leaf-text";

export interface FieldProblem {
  leaf: string;
  at: "value" | "note";
  text: string;
}

export interface FieldPanelProps {
  field: AssessedNode;
  below: readonly AssessedNode[];
  frameId: string;
  mayEnter: boolean;
  /** The form of this field as it was sent and not taken. */
  sent: LeafFieldsProps["sent"];
  problems: readonly FieldProblem[];
}

/** Facts are not entered, and what was appraised is not scored again. */
const isOpen = ({ leaf, filled, appraised }: AssessedNode) => leaf !== null && !filled && !appraised;

function FieldForm({ field, below, frameId, sent, problems }: Omit<FieldPanelProps, "mayEnter">) {
  const t = useT();
  const open = below.filter(isOpen);
  if (open.length === 0) return <p className="hint panel-p">{t("index.nothingToEnter")}</p>;
  return (
    <details className="panel-b no-print" open={sent !== null}>
      <summary>{t("index.enterField", { field: field.code ?? field.title })}</summary>
      <Form method="post" className="form stack-5">
        <input type="hidden" name="frameId" value={frameId} />
        <input type="hidden" name="field" value={field.id} />
        {open.map((node) => (
          <LeafFields key={node.id} node={node} sent={sent} problem={problems.find(({ leaf }) => leaf === node.id)} />
        ))}
        <div>
          <Button label={`${t("index.saveField")}: ${field.title}`}>{t("index.saveField")}</Button>
        </div>
      </Form>
    </details>
  );
}

/** A field of the frame: its criteria with self-score and appraisal, and the form in which the unit enters it whole. */
export function FieldPanel({ mayEnter, ...props }: FieldPanelProps) {
  const t = useT();
  const format = useFormat();
  const { field, below } = props;
  const points = (value: number | null) => format.points(value, 2);
  return (
    <Panel
      id={field.id}
      title={[field.code, field.title].filter(Boolean).join(". ")}
      aside={t("score.pointsShort", { points: points(field.decided), total: format.number(field.maximum) })}
      flush
    >
      <DataTable
        caption={field.title}
        rows={below}
        rowKey={({ id }) => id}
        columns={[
          { key: "leaf", header: t("index.leaf"), cell: (node) => <LeafText node={node} /> },
          {
            key: "max",
            header: t("index.maximum"),
            narrowLabel: t("index.maximum"),
            align: "number",
            cell: ({ maximum }) => points(maximum),
          },
          {
            key: "self",
            header: t("index.self"),
            narrowLabel: t("index.self"),
            align: "number",
            cell: ({ self }) => points(self),
          },
          ...(below.some(({ appraised }) => appraised)
            ? [
                {
                  key: "appraised",
                  header: t("index.appraised"),
                  narrowLabel: t("index.appraised"),
                  align: "number" as const,
                  cell: ({ appraised }: AssessedNode) => (appraised ? <strong>{points(appraised.points)}</strong> : ""),
                },
              ]
            : []),
          {
            key: "source",
            header: t("index.source"),
            narrowLabel: t("index.source"),
            cell: ({ counts }) => t(`index.counts.${counts}`),
          },
        ]}
      />
      {mayEnter ? <FieldForm {...props} /> : null}
    </Panel>
  );
}
