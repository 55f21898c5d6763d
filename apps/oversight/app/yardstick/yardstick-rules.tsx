import { useT } from "@gandan/i18n/translation";
import type { Measure } from "@gandan/model/model-editing/describe-model";
import { DataTable } from "@gandan/ui/data-table";
import { Panel } from "@gandan/ui/panel";

/** What a yardstick judges, rule by rule, each with the clause it rests on. */
export function YardstickRules({ id, title, rules }: { id: string; title: string; rules: readonly Measure[] }) {
  const t = useT();
  return (
    <Panel id={id} title={title} aside={t("yardstick.rulesCount", { count: rules.length })} flush>
      <DataTable
        caption={title}
        rows={rules}
        rowKey={(rule) => rule.id}
        columns={[
          { key: "rule", header: t("yardstick.rule"), cell: (rule) => rule.title },
          { key: "sentence", header: t("yardstick.asks"), cell: ({ sentence }) => sentence ?? "–" },
          {
            key: "clause",
            header: t("yardstick.clause"),
            cell: ({ clause }) => (clause === null ? "–" : <span className="soft">{clause}</span>),
          },
        ]}
      />
    </Panel>
  );
}
