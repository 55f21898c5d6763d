import type { Format } from "@gandan/i18n/format";
import type { Translate } from "@gandan/i18n/translator";
import type { Comparison } from "@gandan/services/oversight/compare-units";
import type { Register } from "@gandan/services/oversight/read-register";
import { type Sheet, type SheetColumn, writeWorkbook } from "@gandan/services/oversight/write-workbook";
import { basisText } from "./adoption-parts";
import { rankText } from "./comparison-rank";
import { periodName } from "./period-name";

interface Words {
  t: Translate;
  format: Format;
  /** The unit that looks down. */
  unit: string;
}

const NAME = 30;
const FIGURE = 12;

function leadOf({ t, format, unit }: Words, { period, yardstick, asOf }: Comparison): string[] {
  return [
    `${unit}, ${periodName(t, format, period)}`,
    yardstick
      ? t("oversight.compare.yardstick", { model: yardstick.title, version: String(yardstick.version) })
      : t("oversight.compare.ownModel"),
    ...(asOf ? [t("oversight.sheet.made", { time: format.dateTime(asOf) })] : []),
  ];
}

function yardstickSheet(words: Words, comparison: Comparison): Sheet {
  const { t } = words;
  const figure = (header: string, format?: string): SheetColumn => ({ header, width: FIGURE, format });
  return {
    name: t("oversight.sheet.comparison"),
    lead: leadOf(words, comparison),
    columns: [
      { header: t("oversight.compare.unit"), width: NAME },
      figure(t("oversight.sheet.code")),
      { header: t("oversight.sheet.parent"), width: NAME },
      figure(t("oversight.rank.dossiers"), "#,##0"),
      figure(t("oversight.sheet.rank")),
      figure(t("oversight.rank.points"), "0.0"),
      figure(t("oversight.sheet.low"), "0.0"),
      figure(t("oversight.sheet.high"), "0.0"),
      ...comparison.indicators.flatMap(({ title }) => [
        figure(t("oversight.sheet.share", { indicator: title }), "0.0%"),
        figure(t("oversight.sheet.count", { indicator: title }), "#,##0"),
      ]),
    ],
    rows: comparison.rows.map(({ unit, dossiers, ranked, cells }) => [
      unit.name,
      unit.code,
      unit.parentName,
      dossiers,
      ranked ? rankText(ranked.rank) : null,
      ranked?.points ?? null,
      ranked?.interval.low ?? null,
      ranked?.interval.high ?? null,
      ...cells.flatMap(({ share, n }) => [share, n]),
    ]),
  };
}

function ownSheet(words: Words, comparison: Comparison): Sheet {
  const { t } = words;
  return {
    name: t("oversight.sheet.comparison"),
    lead: leadOf(words, comparison),
    columns: [
      { header: t("oversight.compare.unit"), width: NAME },
      { header: t("oversight.sheet.code"), width: FIGURE },
      { header: t("oversight.register.model"), width: NAME },
      { header: t("oversight.rank.points"), width: FIGURE, format: "0.0" },
      { header: t("oversight.sheet.coverage"), width: FIGURE },
      { header: t("oversight.rank.dossiers"), width: FIGURE, format: "#,##0" },
    ],
    rows: comparison.rows.flatMap(({ unit, own }) =>
      own.length === 0
        ? [[unit.name, unit.code, null, null, null, 0]]
        : own.map(({ title, points, coverage, dossiers }) => [
            unit.name,
            unit.code,
            title,
            coverage > 0 ? points : null,
            coverage,
            dossiers,
          ]),
    ),
  };
}

function monthSheet(words: Words, comparison: Comparison): Sheet[] {
  const { t, format } = words;
  const { trend, indicators, rows } = comparison;
  if (!trend) return [];
  const title = indicators.find(({ id }) => id === trend.indicator)?.title ?? "";
  return [
    {
      name: t("oversight.sheet.months"),
      lead: [...leadOf(words, comparison), t("oversight.trend.titlePlain", { indicator: title })],
      columns: [
        { header: t("oversight.compare.unit"), width: NAME },
        ...trend.months.map((month) => ({ header: format.month(month), width: 16, format: "0.0%" })),
      ],
      rows: [...rows.map(({ unit, months }) => [unit.name, ...months]), [t("oversight.sheet.median"), ...trend.median]],
    },
  ];
}

/** A comparison as sheets: figures and months, unrounded, in the order of the page. */
export function comparisonSheets(words: Words, comparison: Comparison, own: boolean): Sheet[] {
  return [own ? ownSheet(words, comparison) : yardstickSheet(words, comparison), ...monthSheet(words, comparison)];
}

/** The register as a sheet, filtered and sorted as the page. */
export function registerSheets({ t, format, unit }: Words, register: Register): Sheet[] {
  return [
    {
      name: t("oversight.sheet.register"),
      lead: [
        `${t("oversight.register.titleOn", { date: format.date(register.on) })}, ${unit}`,
        t("oversight.register.summary", register.counts),
      ],
      columns: [
        { header: t("oversight.register.unit"), width: NAME },
        { header: t("oversight.sheet.code"), width: FIGURE },
        { header: t("oversight.register.state"), width: 18 },
        { header: t("oversight.register.model"), width: NAME },
        { header: t("oversight.register.basis"), width: 50 },
        { header: t("oversight.register.procedures"), width: FIGURE },
        { header: t("oversight.register.from"), width: FIGURE },
      ],
      rows: register.rows.map((row) => [
        row.unit.name,
        row.unit.code,
        t(`oversight.register.${row.state}`),
        row.title,
        basisText(row),
        row.state === "adopted" ? row.procedures : null,
        row.from ? format.date(row.from) : null,
      ]),
    },
  ];
}

/** Sheets as an answer that the browser saves under `name`. */
export async function workbookResponse(sheets: readonly Sheet[], name: string): Promise<Response> {
  return new Response(new Uint8Array(await writeWorkbook(sheets)), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${name}.xlsx"`,
      "Cache-Control": "no-store",
    },
  });
}
