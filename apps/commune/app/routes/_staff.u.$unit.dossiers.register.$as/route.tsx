import { type Translate, translator } from "@gandan/i18n/translator";
import type { ListDossiers } from "@gandan/model/dossier/list-dossiers";
import { printRegister } from "@gandan/model/form/form-inputs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { filtersOf } from "../../dossier/dossier-filters";
import { fileResponse } from "../../dossier/file-response.server";

/** Form 07, the register of the dossiers that the filters of the address mean, as a file; its making is logged. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const filters = filtersOf(new URL(args.request.url).searchParams);
  const asked = printRegister.safeParse({
    ...filters,
    as: args.params.as,
    filterWords: wordsOf(filters, translator("vi")),
  });
  if (!asked.success) throw new Response(t("error.notFound"), { status: 404, statusText: "NOT_FOUND" });
  return fileResponse(await orResponse(t, caller.form.printRegister({ unitId, ...asked.data })));
}

/** The filters besides the days as the paper says them: in Vietnamese, whoever prints it. */
function wordsOf({ q, queue, state, group }: ListDossiers, vi: Translate): string[] {
  return [
    q ? vi("form.register.q", { q }) : "",
    queue ? vi("form.register.queue", { queue: vi(`dossier.queue.${queue}`) }) : "",
    state ? vi("form.register.state", { state: vi(`dossier.state.${state}`) }) : "",
    group ? vi("form.register.group", { group: vi(`dossier.group.${group}`) }) : "",
  ].filter(Boolean);
}
