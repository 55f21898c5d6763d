import { importId } from "@gandan/model/import/import-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";

/** Never read as a formula by a spreadsheet. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The row errors of an import as a CSV file. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const input = importId.safeParse({ importId: args.params.import });
  if (!input.success) throw new Response(t("error.import.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const { errors, isWhole } = await orResponse(t, caller.import.errors({ unitId, ...input.data }));
  const lines = [
    [t("import.errors.row"), t("import.errors.column"), t("import.errors.value"), t("import.errors.problem")],
    ...errors.map(({ line, column, key, details }) => [
      String(line),
      column ?? "",
      String(details?.value ?? ""),
      t.find(`import.errors.${key}`, details) ?? key,
    ]),
    ...(isWhole ? [] : [["", "", "", t("import.errors.firstKept", { kept: errors.length })]]),
  ];
  // A byte order mark, so that a spreadsheet reads the letters right.
  return new Response(`\uFEFF${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="dong-loi.csv"',
      "Cache-Control": "no-store",
    },
  });
}
