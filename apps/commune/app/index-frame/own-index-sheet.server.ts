import type { Translate } from "@gandan/i18n/translator";
import { MIN_N } from "@gandan/model/index/assess-unit";
import type { IndexPage } from "@gandan/services/index/read-own-index";
import { type Sheet, writeWorkbook } from "@gandan/services/oversight/write-workbook";

type Round = NonNullable<IndexPage["round"]>;

/** A unit's round, node by node: self-score, appraisal, reasons; what has nothing stays empty, never 0. */
function ownIndexSheet(t: Translate, unit: string, round: Round): Sheet {
  const { assessment } = round;
  const figure = (header: string) => ({ header, width: 12, format: "0.00" });
  return {
    name: t("index.year", { year: String(round.year) }),
    lead: [unit, round.title, ...(round.sample ? [t("index.sample")] : [])],
    columns: [
      { header: t("index.field"), width: 60 },
      figure(t("index.maximum")),
      figure(t("index.self")),
      figure(t("index.appraised")),
      { header: t("index.source"), width: 20 },
      { header: t("index.note"), width: 40 },
      { header: t("index.reason"), width: 40 },
    ],
    rows: [
      ...assessment.nodes.map(({ code, title, maximum, self, decided, judged, counts, few, entered, appraised }) => [
        [code, title].filter(Boolean).join(" "),
        maximum,
        self,
        judged > 0 ? decided : null,
        few !== null && counts === "nothing" ? t("index.few", { n: few, minimum: MIN_N }) : t(`index.counts.${counts}`),
        entered?.note ?? null,
        appraised?.reason ?? null,
      ]),
      [
        t("index.totalRow"),
        round.total,
        assessment.self,
        assessment.leaves.appraised > 0 ? assessment.total : null,
        null,
        null,
        null,
      ],
    ],
  };
}

/** The round of the unit as an answer that the browser saves under `name`. */
export async function ownIndexResponse(t: Translate, unit: string, round: Round, name: string): Promise<Response> {
  return new Response(new Uint8Array(await writeWorkbook([ownIndexSheet(t, unit, round)])), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${name}.xlsx"`,
      "Cache-Control": "no-store",
    },
  });
}
