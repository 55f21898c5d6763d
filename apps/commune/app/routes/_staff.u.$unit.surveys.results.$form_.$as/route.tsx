import { surveyResult } from "@gandan/model/survey/result-inputs";
import { csvFile } from "@gandan/site/csv-file.server";
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { flatRows, resultSheets, workbookFile } from "../../surveys/result-sheets.server";

/** The result of the same address as a file: the figures of the page and no others. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, format, unit, unitId } = await unitCaller(args);
  const { form, as } = args.params;
  const query = Object.fromEntries(new URL(args.request.url).searchParams);
  const input = surveyResult.safeParse({ ...query, formId: form });
  if (!input.success || (as !== "csv" && as !== "xlsx")) throw data({ text: t("error.survey.formNotFound") }, 404);
  const result = await orResponse(t, caller.surveyResult.read({ unitId, ...input.data }));
  const sheets = resultSheets({ t, format, unit: unit.name }, result);
  const name = `${t("surveyResult.export.file")}-${result.form.slug}-${result.period.from}-${result.period.to}.${as}`;
  return as === "csv" ? csvFile(name, flatRows(sheets)) : workbookFile(name, sheets);
}
