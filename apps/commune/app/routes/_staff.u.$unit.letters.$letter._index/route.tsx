import { useT } from "@gandan/i18n/translation";
import { letterId } from "@gandan/model/letter/letter-inputs";
import { keepingAction } from "@gandan/site/kept/keeping-action";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { DraftPage } from "../../letter/draft-page";
import { LetterHistory } from "../../letter/letter-history";
import { saveDraft } from "../../letter/save-draft.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

async function readLetter(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const id = letterId.safeParse({ letterId: args.params.letter });
  if (!id.success) throw new Response(t("error.letter.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const view = await orResponse(t, caller.letter.read({ unitId, ...id.data }));
  return { caller, t, unit, path, view };
}

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, path, view } = await readLetter(args);
  const steps = view.letter ? await caller.letter.history({ unitId: unit.id, letterId: view.letter.id }) : [];
  const heading = view.dossier
    ? t("letter.kindOfDossier", { kind: view.kindTitle, code: view.dossier.externalCode })
    : view.kindTitle;
  return { title: t("shell.titleWithUnit", { page: heading, unit: unit.name }), heading, view, path, steps };
}

/** Saves the letter and submits it for signing, or gives it up. */
export async function action(args: ActionFunctionArgs) {
  const { path, view } = await readLetter(args);
  const { kind, dossier, late } = view;
  return saveDraft(args, { kind, dossierId: dossier?.id ?? null, late }, `${path}/letters`);
}

export const clientAction = keepingAction();

export default function Letter() {
  const { heading, view, path, steps } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: `${path}/letters`, label: t("letter.title") },
          ...(view.dossier
            ? [
                {
                  href: `${path}/dossiers/${view.dossier.id}`,
                  label: t("dossier.one", { code: view.dossier.externalCode }),
                },
              ]
            : []),
        ]}
        current={heading}
      />
      <DraftPage heading={heading} view={view} newId={null} path={path} failure={failure} />
      <LetterHistory steps={steps} />
    </div>
  );
}
