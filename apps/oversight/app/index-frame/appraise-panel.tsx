import { useT } from "@gandan/i18n/translation";
import type { AssessedNode } from "@gandan/model/index/assess-unit";
import { levelsOf } from "@gandan/model/index/check-leaf";
import { Button } from "@gandan/ui/button";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";
import { AppraiseFields, type AppraiseFieldsProps } from "./appraise-fields";

export interface AppraiseProblem {
  leaf: string;
  at: "points" | "reason";
  text: string;
}

export interface AppraisePanelProps {
  field: AssessedNode;
  below: readonly AssessedNode[];
  sent: AppraiseFieldsProps["sent"];
  problems: readonly AppraiseProblem[];
}

/** The form in which an office appraises a field whole. */
export function AppraisePanel({ field, below, sent, problems }: AppraisePanelProps) {
  const t = useT();
  return (
    <div className="no-print">
      <Panel
        id="appraise"
        title={t("index.appraiseField", { field: [field.code, field.title].filter(Boolean).join(". ") })}
      >
        <Form method="post" className="form stack-5">
          <p className="hint">{t("index.appraiseHint")}</p>
          <input type="hidden" name="field" value={field.id} />
          {below.map((node) =>
            node.leaf ? (
              <AppraiseFields
                key={node.id}
                node={node}
                levels={levelsOf(node.leaf, node.maximum)}
                sent={sent}
                problem={problems.find(({ leaf }) => leaf === node.id)}
              />
            ) : null,
          )}
          <div>
            <Button kind="primary">{t("index.saveAppraisal")}</Button>
          </div>
        </Form>
      </Panel>
    </div>
  );
}
