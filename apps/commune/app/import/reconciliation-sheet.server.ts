import type { Format } from "@gandan/i18n/format";
import type { Translate } from "@gandan/i18n/translator";
import { differenceLines } from "@gandan/model/import/difference-lines";
import { exportReconciliation } from "@gandan/model/import/reconciliation";
import { type Sheet, writeWorkbook } from "@gandan/services/oversight/write-workbook";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../caller.server";
import { entryText } from "./entry-text";
import { reconciliationFilters } from "./reconciliation-query";

/** The most dossiers that one file holds; a workbook is made in memory. */
const MOST = { csv: 100_000, xlsx: 20_000 } as const;

/** Never read as a formula by a spreadsheet. */
const safe = (value: string) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
const csvCell = (value: string) => `"${safe(value).replaceAll('"', '""')}"`;

type Call = Awaited<ReturnType<typeof unitCaller>>;
type Exported = Awaited<ReturnType<Call["caller"]["import"]["exportReconciliation"]>>;

/** One line for each entry that differs; a dossier without differences is a line of its own. */
function linesOf(t: Translate, format: Format, { matches }: Exported): string[][] {
  return matches.flatMap((match) => {
    const head = [
      match.externalCode,
      t(`import.reconcile.kind.${match.kind}`),
      match.procedureCode,
      match.procedureName,
      format.date(match.receivedOn),
    ];
    if (match.differences.length === 0) return [[...head, "", "", "", "", ""]];
    return match.differences.flatMap((difference) =>
      differenceLines(difference).map(({ field, before, after }) => [
        ...head,
        t(`import.mapping.fields.${field}`),
        entryText(t, format, before, "whole"),
        entryText(t, format, after, "whole"),
        t(`import.reconcile.why.${difference.why}`),
        difference.choice ? t(`import.reconcile.side.${difference.choice}`) : "",
      ]),
    );
  });
}

function headersOf(t: Translate): { header: string; width: number }[] {
  return [
    { header: t("import.reconcile.code"), width: 24 },
    { header: t("import.reconcile.kindLabel"), width: 18 },
    { header: t("dossier.procedureCode"), width: 14 },
    { header: t("dossier.procedure"), width: 40 },
    { header: t("import.reconcile.received"), width: 14 },
    { header: t("import.reconcile.field"), width: 22 },
    { header: t("import.reconcile.ours"), width: 24 },
    { header: t("import.reconcile.file"), width: 24 },
    { header: t("import.reconcile.whyLabel"), width: 34 },
    { header: t("import.reconcile.word"), width: 20 },
  ];
}

/** The filtered reconciliation of an import as a file to keep. */
export async function reconciliationFile(args: LoaderFunctionArgs, kind: "csv" | "xlsx"): Promise<Response> {
  const { caller, t, format, unit, unitId } = await unitCaller(args);
  const filters = reconciliationFilters(new URL(args.request.url).searchParams);
  const input = exportReconciliation.safeParse({ ...filters, importId: args.params.import, most: MOST[kind] });
  if (!input.success) throw new Response(t("error.import.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const found = await orResponse(t, caller.import.exportReconciliation({ unitId, ...input.data }));
  const headers = headersOf(t);
  const lines = linesOf(t, format, found);
  const isWhole = found.matches.length === found.total;
  const note = t("import.reconcile.firstOnly", { count: found.matches.length, total: found.total });
  const body =
    kind === "csv"
      ? // A byte order mark, so that a spreadsheet reads the letters right.
        `\uFEFF${[headers.map(({ header }) => header), ...lines, ...(isWhole ? [] : [[note]])]
          .map((line) => `${line.map(csvCell).join(",")}\r\n`)
          .join("")}`
      : new Uint8Array(await writeWorkbook([sheetOf()]));
  const type =
    kind === "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="doi-chieu-${unit.slug}.${kind}"`,
      "Cache-Control": "no-store",
    },
  });

  function sheetOf(): Sheet {
    return {
      name: t("import.reconcile.sheet"),
      lead: [unit.name, found.fileName, ...(isWhole ? [] : [note])],
      columns: headers,
      rows: lines.map((line) => line.map((value) => safe(value) || null)),
    };
  }
}
