import { useFormat, useT } from "@gandan/i18n/translation";
import type { Measure } from "@gandan/model/model-editing/describe-model";
import { DataTable } from "@gandan/ui/data-table";
import { Icon } from "@gandan/ui/icon";
import { MEASURE_WAYS } from "./measure-icon";

/** What measures one promise: way, content with its clause, points. */
export function MeasureTable({ caption, measures }: { caption: string; measures: readonly Measure[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <DataTable
      caption={caption}
      flush
      rows={measures}
      rowKey={({ type, id }) => `${type} ${id}`}
      empty={<p className="muted">{t("model.view.unmeasuredText")}</p>}
      columns={[
        {
          key: "way",
          header: t("model.view.way"),
          nowrap: true,
          cell: ({ type }) => (
            <>
              <Icon name={MEASURE_WAYS[type].icon} /> {t(MEASURE_WAYS[type].label)}
            </>
          ),
        },
        {
          key: "content",
          header: t("model.view.content"),
          cell: ({ title, sentence, clause }) => (
            <>
              {title}
              {clause ? <span className="muted"> ({clause})</span> : null}
              {sentence && sentence !== title ? <small className="check-hint">{sentence}</small> : null}
            </>
          ),
        },
        {
          key: "points",
          header: t("model.view.points"),
          narrowLabel: t("model.view.points"),
          align: "number",
          cell: ({ points }) => (points === null ? "–" : format.number(points)),
        },
      ]}
    />
  );
}
