import { useFormat, useT } from "@gandan/i18n/translation";
import type { ExplainedRule } from "@gandan/model/score/explain";
import type { GroupCount } from "@gandan/services/oversight/read-unit-below";
import { DataTable } from "@gandan/ui/data-table";

interface RuleBelowProps {
  versionId: string;
  rule: ExplainedRule;
  groups: readonly GroupCount[];
}

/** One rule: its sentence, share, clause, and why it was missed in which field. */
export function RuleBelow({ versionId, rule, groups }: RuleBelowProps) {
  const t = useT();
  const format = useFormat();
  const { tally, interval } = rule;
  const n = tally.met + tally.missed;
  const facts = [
    rule.share === null
      ? t("score.unmeasured")
      : `${format.percent(rule.share)} (${t("score.intervalText", {
          met: tally.met,
          n,
          low: format.percent(interval?.low ?? rule.share),
          high: format.percent(interval?.high ?? rule.share),
        })})`,
    tally.pending > 0 ? t("score.pendingMore", { count: tally.pending }) : null,
    rule.clause ? t("score.clause", { clause: rule.clause }) : null,
  ];
  return (
    <div className="stack" id={`rule-${versionId}-${rule.id}`}>
      <p>{rule.sentence}</p>
      <p className="soft">{facts.filter(Boolean).join(" · ")}</p>
      {groups.length > 0 ? (
        <DataTable
          caption={t("oversight.unit.byGroup", { rule: rule.title ?? rule.sentence })}
          rows={groups}
          rowKey={({ reason, group }) => `${reason} ${group}`}
          flush
          columns={[
            {
              key: "reason",
              header: t("score.reason"),
              cell: ({ reason }) => t.find(`score.because.${reason}`) ?? reason,
            },
            {
              key: "group",
              header: t("procedure.group"),
              narrowLabel: t("procedure.group"),
              cell: ({ group }) => t.find(`dossier.group.${group}`) ?? group,
            },
            {
              key: "n",
              header: t("score.number"),
              narrowLabel: t("score.number"),
              align: "number",
              cell: ({ n }) => format.number(n),
            },
          ]}
        />
      ) : null}
    </div>
  );
}
