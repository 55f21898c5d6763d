import { useT } from "@gandan/i18n/translation";
import { beginLetter } from "@gandan/model/letter/letter-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { DraftPage } from "../../letter/draft-page";
import { saveDraft } from "../../letter/save-draft.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const KIND = "apology";

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const asked = beginLetter.safeParse({ kind: KIND, dossierId: args.params.dossier });
  if (!asked.success) throw new Response(t("error.dossier.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const view = await orResponse(t, caller.letter.begin({ unitId, ...asked.data }));
  const heading = t("letter.apologyTitle", { code: view.dossier?.externalCode });
  return { title: t("shell.titleWithUnit", { page: heading, unit: unit.name }), heading, view, path };
}

/** Saves the apology and submits it for signing, or gives it up. */
export async function action(args: ActionFunctionArgs) {
  const asked = beginLetter.safeParse({ kind: KIND, dossierId: args.params.dossier });
  const { t, path } = await unitCaller(args);
  if (!asked.success) throw new Response(t("error.dossier.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const { dossierId } = asked.data;
  return saveDraft(args, { kind: KIND, dossierId, late: true }, `${path}/dossiers/${dossierId}`);
}

export default function Apology() {
  const { heading, view, path } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const { dossier } = view;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: `${path}/dossiers`, label: t("dossier.title") },
          { href: `${path}/dossiers/${dossier?.id}`, label: t("dossier.one", { code: dossier?.externalCode }) },
        ]}
        current={heading}
      />
      <DraftPage heading={heading} view={view} newId={null} path={path} failure={failure} />
    </div>
  );
}
