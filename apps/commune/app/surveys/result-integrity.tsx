import { useFormat, useT } from "@gandan/i18n/translation";
import { DataTable } from "@gandan/ui/data-table";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { Stats } from "@gandan/ui/stat";
import type { SurveyPage } from "./survey-page";

/** Above this share of sheets a mark is worth a look before anything is published. */
const DOUBTFUL = 0.1;
/** Above this share of sheets typed in by the office that is judged. */
const MUCH_TYPED = 0.25;
const SOURCES = ["token", "point", "tablet", "paper-mttq", "paper-staff"] as const;

/** What makes a result doubtful, beside it. */
export function ResultIntegrity({ integrity, minCell }: { integrity: SurveyPage["integrity"]; minCell: number }) {
  const t = useT();
  const format = useFormat();
  const { sheets, staffEntered, responseRate, invited, bySource } = integrity;
  const of = t("surveyResult.integrity.of", { sheets });
  const share = (n: number) => (sheets === 0 ? "–" : format.percent(n / sheets));
  const marks = (["quick", "burst", "sameDevice"] as const).map((mark) => ({
    label: t(`surveyResult.integrity.${mark}`),
    n: integrity[mark],
  }));
  const doubts = [
    ...marks.filter(({ n }) => n > DOUBTFUL * sheets).map(({ label }) => label),
    ...(staffEntered && staffEntered.share > MUCH_TYPED ? [t("surveyResult.integrity.staffEntered")] : []),
  ];
  const few = (n: number) =>
    n > 0 && n < minCell ? t("surveyResult.integrity.fewer", { count: minCell }) : format.number(n);
  return (
    <Panel id="integrity" title={t("surveyResult.integrity.title")}>
      <div className="stack">
        <p className="muted">{t("surveyResult.integrity.lead")}</p>
        {doubts.length > 0 ? (
          <Notice
            tone="pending"
            title={t("surveyResult.integrity.doubt", { what: doubts.map((one) => one.toLowerCase()).join(", ") })}
          />
        ) : null}
        <Stats
          items={[
            {
              label: t("surveyResult.integrity.responseRate"),
              value: responseRate === null ? "–" : format.percent(responseRate),
              note:
                invited === 0
                  ? t("surveyResult.integrity.notInvited")
                  : t("surveyResult.integrity.responseOf", { count: invited }),
            },
            {
              label: t("surveyResult.integrity.staffEntered"),
              value: staffEntered ? format.percent(staffEntered.share) : "–",
              note: of,
            },
            ...marks.map(({ label, n }) => ({ label, value: share(n), note: of })),
          ]}
        />
        <DataTable
          caption={t("surveyResult.integrity.bySource")}
          captionHidden={false}
          flush
          rows={SOURCES}
          rowKey={(source) => source}
          columns={[
            {
              key: "source",
              header: t("surveyResult.integrity.bySource"),
              cell: (source) => t(`surveyResult.integrity.source.${source}`),
            },
            {
              key: "n",
              header: t("surveyResult.sheets"),
              narrowLabel: t("surveyResult.sheets"),
              align: "number",
              cell: (source) => few(bySource[source]),
            },
          ]}
        />
      </div>
    </Panel>
  );
}
