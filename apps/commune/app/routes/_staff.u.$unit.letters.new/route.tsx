import { randomUUID } from "node:crypto";
import { useT } from "@gandan/i18n/translation";
import { beginLetter } from "@gandan/model/letter/letter-inputs";
import { keepingAction } from "@gandan/site/kept/keeping-action";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { DraftPage } from "../../letter/draft-page";
import { saveDraft } from "../../letter/save-draft.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

function asked({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return beginLetter.safeParse({ kind: searchParams.get("kind"), dossierId: searchParams.get("dossier") });
}

/** A new letter of a kind; one that the dossier has already is opened instead. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const which = asked(args);
  if (!which.success) throw new Response(t("error.letter.kindUnknown"), { status: 404, statusText: "NOT_FOUND" });
  const view = await orResponse(t, caller.letter.begin({ unitId, ...which.data }));
  if (view.letter) throw redirect(`${path}/letters/${view.letter.id}`);
  const heading = view.dossier
    ? t("letter.kindOfDossier", { kind: view.kindTitle, code: view.dossier.externalCode })
    : view.kindTitle;
  const title = t("shell.titleWithUnit", { page: heading, unit: unit.name });
  return { title, heading, view, path, newId: view.dossier ? null : randomUUID() };
}

/** Saves the letter and submits it for signing. */
export async function action(args: ActionFunctionArgs) {
  const { t, path } = await unitCaller(args);
  const which = asked(args);
  if (!which.success) throw new Response(t("error.letter.kindUnknown"), { status: 404, statusText: "NOT_FOUND" });
  const { kind, dossierId } = which.data;
  return saveDraft(args, { kind, dossierId, late: kind === "apology" }, `${path}/letters`);
}

export const clientAction = keepingAction();

export default function NewLetter() {
  const { heading, view, path, newId } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: `${path}/letters`, label: t("letter.title") }]}
        current={heading}
      />
      <DraftPage
        heading={heading}
        view={view}
        newId={failure?.values.letterId ?? newId}
        path={path}
        failure={failure}
      />
    </div>
  );
}
