import { listFeedback } from "@gandan/model/feedback/feedback-inputs";
import { csvFile } from "@gandan/site/csv-file.server";
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { registerOfFeedback } from "../../feedback/feedback-register.server";
import { flatRows, workbookFile } from "../../surveys/result-sheets.server";

/** The feedback of the list as it is filtered, as a file to keep. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, format, unit, unitId } = await unitCaller(args);
  const { as } = args.params;
  if (as !== "csv" && as !== "xlsx") throw data({ text: t("error.feedback.notFound") }, 404);
  const filters = listFeedback.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const found = await orResponse(t, caller.feedback.export({ unitId, ...filters }));
  const { ctx } = await args.context.site();
  const sheets = [registerOfFeedback({ t, format, unit: unit.name, now: ctx.now }, found)];
  const name = `${t("feedback.register.file")}-${unit.slug}.${as}`;
  return as === "csv" ? csvFile(name, flatRows(sheets)) : workbookFile(name, sheets);
}
