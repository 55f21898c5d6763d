import type { Format } from "@gandan/i18n/format";
import type { Translate } from "@gandan/i18n/translator";
import { type Sheet, writeWorkbook } from "@gandan/services/oversight/write-workbook";
import { placeShare } from "./place-share";
import { answerLabels, lineLabel } from "./question-result";
import { resultPeriodName } from "./result-period-name";
import type { SurveyPage } from "./survey-page";

interface Words {
  t: Translate;
  format: Format;
  unit: string;
}

const SOURCES = ["token", "point", "tablet", "paper-mttq", "paper-staff"] as const;

/** A result as tables: the very figures of the page and no others. */
export function resultSheets({ t, format, unit }: Words, result: SurveyPage): Sheet[] {
  const { form, period, questions, places, integrity, texts } = result;
  const lead = [
    `${unit}: ${t("surveyResult.version", { title: form.title, version: form.version })}, ${resultPeriodName(t, format, period)}`,
    t("surveyResult.lead"),
    ...(result.upTo ? [t("surveyResult.upTo", { date: format.date(result.upTo) })] : []),
    t("surveyResult.rule", { count: form.minCell }),
  ];
  const count = (header: string) => ({ header, width: 16, format: "#,##0" });
  const share = (header: string) => ({ header, width: 16, format: "0.0%" });
  const few = (n: number) =>
    n > 0 && n < form.minCell ? t("surveyResult.integrity.fewer", { count: form.minCell }) : n;
  const placed = questions.find(({ id }) => id === places?.question);
  return [
    {
      name: t("surveyResult.export.sheet.questions"),
      lead,
      columns: [
        { header: t("surveyResult.question"), width: 60 },
        { header: t("surveyResult.answer"), width: 24 },
        count(t("surveyResult.number")),
        share(t("surveyResult.share")),
      ],
      rows: questions.flatMap((question): (string | number | null)[][] => {
        const { text, answered } = question;
        if (!answered) return [[text, t("surveyResult.few"), null, null]];
        const names = answerLabels(t, question);
        return answered.lines.map((line) => {
          const { low, high } = line;
          const exact = low === high;
          return [
            text,
            lineLabel(t, { kind: question.kind, labels: names }, line),
            exact ? low : format.numberSpan(low, high),
            exact ? low / answered.n : format.percentSpan(low / answered.n, high / answered.n),
          ];
        });
      }),
    },
    ...(places && placed
      ? [
          {
            name: t("surveyResult.export.sheet.places"),
            lead: [...lead, placed.text, t("surveyResult.places.note")],
            columns: [
              { header: t("surveyResult.places.place"), width: 48 },
              count(t("surveyResult.number")),
              count(t(placed.kind === "yes-no" ? "surveyResult.yes" : "surveyResult.satisfied")),
              share(t("surveyResult.share")),
            ],
            rows: places.rows.map((row) => {
              const told = placeShare(placed.kind, row);
              if (!told) return [row.name, row.answered.n, null, null];
              const { low, high, n } = told;
              const exact = low === high;
              return [
                row.name,
                row.answered.n,
                exact ? low : format.numberSpan(low, high),
                exact ? low / n : format.percentSpan(low / n, high / n),
              ];
            }),
          },
        ]
      : []),
    {
      name: t("surveyResult.export.sheet.integrity"),
      lead: [...lead, t("surveyResult.integrity.lead")],
      columns: [{ header: t("surveyResult.integrity.title"), width: 48 }, count(t("surveyResult.sheets"))],
      rows: [
        [t("surveyResult.sheets"), integrity.sheets],
        ...SOURCES.map((source) => [t(`surveyResult.integrity.source.${source}`), few(integrity.bySource[source])]),
        [t("surveyResult.integrity.quick"), integrity.quick],
        [t("surveyResult.integrity.burst"), integrity.burst],
        [t("surveyResult.integrity.sameDevice"), integrity.sameDevice],
        [t("surveyResult.integrity.responseOf", { count: integrity.invited }), integrity.invited],
      ],
    },
    ...(texts.some.length > 0
      ? [
          {
            name: t("surveyResult.export.sheet.texts"),
            lead: [...lead, t("surveyResult.texts.note")],
            columns: [
              { header: t("surveyResult.question"), width: 48 },
              { header: t("surveyResult.screen.month"), width: 16 },
              { header: t("surveyResult.screen.text"), width: 80 },
            ],
            rows: texts.some.map(({ question, month, text }) => [question, format.month(month), text]),
          },
        ]
      : []),
  ];
}

/** The same tables one under the other, for a file of plain text. */
export function flatRows(sheets: readonly Sheet[]): string[][] {
  return sheets.flatMap(({ name, lead, columns, rows }, i) => [
    ...(i === 0 ? lead.map((line) => [line]) : []),
    [],
    [name],
    columns.map(({ header }) => header),
    ...rows.map((row) =>
      row.map((value, place) => {
        if (typeof value !== "number") return value === null ? "" : String(value);
        return columns[place]?.format?.endsWith("%") ? value.toFixed(4) : String(value);
      }),
    ),
  ]);
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Tables as a workbook to save. */
export async function workbookFile(name: string, sheets: readonly Sheet[]): Promise<Response> {
  return new Response(new Uint8Array(await writeWorkbook([...sheets])), {
    headers: { "Content-Type": XLSX, "Content-Disposition": `attachment; filename="${name}"` },
  });
}
