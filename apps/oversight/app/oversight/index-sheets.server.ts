import type { Translate } from "@gandan/i18n/translator";
import type { IndexRanking } from "@gandan/services/index/read-index-ranking";
import type { Sheet } from "@gandan/services/oversight/write-workbook";
import { basisText } from "../index-frame/basis-text";

/** The ranking of a round as a spreadsheet, units without results last. */
export function indexSheets(t: Translate, unit: string, round: NonNullable<IndexRanking["round"]>): Sheet[] {
  return [
    {
      name: t("index.year", { year: String(round.year) }),
      lead: [unit, round.title, ...(round.sample ? [t("index.sample")] : [])],
      columns: [
        { header: t("index.rankLabel"), width: 8 },
        { header: t("index.unit"), width: 30 },
        { header: t("oversight.sheet.code"), width: 12 },
        { header: t("index.total"), width: 12, format: "0.00" },
        { header: t("index.basis"), width: 22 },
        { header: t("index.self"), width: 12, format: "0.00" },
        { header: t("index.classLabel"), width: 14 },
        { header: t("index.coverage"), width: 12, format: "0%" },
        ...round.fields.map(({ title }) => ({ header: title, width: 14, format: "0.00" })),
      ],
      rows: round.units.map(({ rank, name, code, total, self, appraised, answered, reached, fields }) => [
        rank,
        name,
        code,
        total,
        total === null ? t("index.notHandedIn") : basisText(t, appraised, round.leaves),
        self,
        reached?.title ?? null,
        answered / round.total,
        ...fields.map((points) => (total === null ? null : points)),
      ]),
    },
  ];
}
