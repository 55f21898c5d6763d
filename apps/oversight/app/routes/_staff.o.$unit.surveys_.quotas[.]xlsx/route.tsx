import { periodKind } from "@gandan/model/oversight/period";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { askedQuotas } from "../../oversight/quota-search";
import { workbookResponse } from "../../oversight/sheets.server";

/** The quotas of the same address, as a spreadsheet: its filters and order, all pages. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, format, unit, unitId } = await unitCaller(args);
  const asked = { ...askedQuotas(args.request), page: null };
  const { quarter, to, running, rows, asOf } = await orResponse(
    t,
    caller.surveyResult.quotasBelow({ unitId, ...asked }),
  );
  const named = periodKind({ from: quarter, to });
  const name = named.kind === "quarter" ? t("quota.quarter", { number: named.quarter, year: String(named.year) }) : "";
  const lead = [`${unit.name}, ${name}`, ...(running ? [t("quota.running")] : []), t("quota.note")];
  const figure = (header: string, shape = "#,##0") => ({ header, width: 14, format: shape });
  return workbookResponse(
    [
      {
        name: t("quota.open"),
        lead: asOf ? [...lead, t("quota.asOf", { time: format.dateTime(asOf) })] : lead,
        columns: [
          { header: t("quota.unit"), width: 30 },
          { header: t("quota.code"), width: 12 },
          { header: t("quota.parent"), width: 30 },
          figure(t("quota.dossiers")),
          figure(t("quota.shareColumn"), "0%"),
          figure(t("quota.needed")),
          figure(t("quota.sheets")),
          figure(t("quota.byMttqColumn")),
          figure(t("quota.lacking")),
          { header: t("quota.stateLabel"), width: 18 },
          { header: t("quota.clause"), width: 14 },
        ],
        rows: rows.map(({ name: below, code, parentName, counts, lacking, state }) => [
          below,
          code,
          parentName,
          counts?.dossiers ?? null,
          counts?.share ?? null,
          counts?.needed ?? null,
          counts?.sheets ?? null,
          counts?.byMttq ?? null,
          state === "short" || state === "reached" ? lacking : null,
          t(`quota.state.${state}`),
          counts?.clause ?? null,
        ]),
      },
    ],
    `${t("quota.file")}-${unit.slug}-${quarter}`,
  );
}
