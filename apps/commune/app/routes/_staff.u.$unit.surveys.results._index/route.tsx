import { useT } from "@gandan/i18n/translation";
import { EmptyState } from "@gandan/ui/empty-state";
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";

export const handle = { script: false };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** The result of the form opened last of those that were answered; without any form, when there will be one. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const forms = await orResponse(t, caller.surveyResult.forms({ unitId }));
  const last = forms.find(({ answered }) => answered) ?? forms[0];
  if (last) throw redirect(`${path}/surveys/results/${last.formId}${new URL(args.request.url).search}`);
  return { title: t("shell.titleWithUnit", { page: t("surveyResult.title"), unit: unit.name }) };
}

export default function NoResults() {
  const t = useT();
  return (
    <EmptyState icon="chart-column" level={2} title={t("surveyResult.noForm")} text={t("surveyResult.noFormText")} />
  );
}
