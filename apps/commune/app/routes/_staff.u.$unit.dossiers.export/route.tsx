import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { filtersOf } from "../../dossier/dossier-filters";

/** A cell of a CSV file; a leading sign that a spreadsheet would run as a formula is defused. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The filtered list as CSV with a byte order mark, which Excel needs for Vietnamese. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, format, unit, unitId } = await unitCaller(args);
  const filters = filtersOf(new URL(args.request.url).searchParams);
  const dossiers = await orResponse(t, caller.dossier.export({ unitId, ...filters }));
  const header = [
    t("dossier.code"),
    t("dossier.applicant"),
    t("dossier.procedureCode"),
    t("dossier.procedure"),
    t("dossier.stateLabel"),
    t("dossier.received"),
    t("dossier.due"),
    t("dossier.promised"),
    t("dossier.finished"),
    t("dossier.closed"),
    t("dossier.list.late"),
  ];
  const time = (moment: Date | null) => (moment ? format.dateTime(moment) : "");
  const rows = dossiers.map((dossier) => [
    dossier.externalCode,
    dossier.applicantName ?? "",
    dossier.procedureCode,
    dossier.procedureName,
    t(`dossier.state.${dossier.state}`),
    time(dossier.receivedAt),
    time(dossier.dueAt),
    time(dossier.promisedAt),
    time(dossier.finishedAt),
    time(dossier.closedAt),
    dossier.late ? t("shell.form.yes") : t("shell.form.no"),
  ]);
  const body = [header, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
  return new Response(`\uFEFF${body}\r\n`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${unit.slug}.csv"`,
    },
  });
}
