import { listPetitions } from "@gandan/model/petition/petition-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { registerOfPetitions } from "../../petition/petition-register.server";
import { workbookFile } from "../../surveys/result-sheets.server";

/** The register as the list is filtered, as a workbook to print and to keep; that it was taken is written down. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, format, unit, unitId } = await unitCaller(args);
  const filters = listPetitions.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const petitions = await orResponse(t, caller.petition.export({ unitId, ...filters }));
  const { ctx } = await args.context.site();
  const sheet = registerOfPetitions({ t, format, unit: unit.name, now: ctx.now }, petitions);
  return workbookFile(`${t("petition.register.file")}-${unit.slug}.xlsx`, [sheet]);
}
