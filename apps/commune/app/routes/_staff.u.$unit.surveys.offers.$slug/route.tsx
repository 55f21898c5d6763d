import { useT } from "@gandan/i18n/translation";
import { offeredForm, openForm } from "@gandan/model/survey/survey-inputs";
import { Button, ButtonLink } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { FormOutline } from "../../surveys/form-outline";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const wanted = offeredForm.safeParse({ slug: args.params.slug });
  if (!wanted.success) throw new Response(t("error.survey.noOffer"), { status: 404, statusText: "NOT_FOUND" });
  const offer = await orResponse(t, caller.survey.offer({ unitId, ...wanted.data }));
  return {
    title: t("shell.titleWithUnit", { page: `${offer.title}, ${t("survey.title")}`, unit: unit.name }),
    path: `${path}/surveys`,
    offer,
  };
}

/** Opens the form as it was shown. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const minCell = String(form.get("minCell") ?? "");
  const wanted = openForm.safeParse({ slug: args.params.slug, checksum: form.get("checksum"), minCell });
  if (!wanted.success) {
    const isCell = wanted.error.issues.every(({ path: [name] }) => name === "minCell");
    return data(
      isCell
        ? { minCell, error: t("survey.offer.minCellError"), problem: null }
        : { minCell, error: null, problem: t("error.survey.noOffer") },
      422,
    );
  }
  try {
    const { formId } = await caller.survey.open({ unitId, ...wanted.data });
    return redirect(`${path}/surveys/forms/${formId}?opened=1`);
  } catch (error) {
    return data({ minCell, error: null, problem: problemOf(t, error).text }, 409);
  }
}

/** A form of the model in force before it is opened: what it asks, and what it takes the place of. */
export default function Offer() {
  const { path, offer } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const { instead } = offer;
  return (
    <>
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      <Panel
        id="offer"
        title={offer.title}
        aside={
          <ButtonLink size="small" href={`${path}/offers/${offer.slug}/preview`}>
            {t("survey.preview.action")}
          </ButtonLink>
        }
      >
        <div className="stack">
          <p className="soft">{t("survey.offer.lead", { model: offer.modelTitle })}</p>
          {instead ? (
            <p>
              {t("survey.offer.instead", { version: instead.version })}{" "}
              <a href={`${path}/forms/${instead.formId}`}>{t("survey.version", { version: instead.version })}</a>
            </p>
          ) : null}
          {offer.mayEdit ? (
            <Form method="post" className="stack" noValidate>
              <input type="hidden" name="checksum" value={offer.checksum} />
              <Field
                id="minCell"
                name="minCell"
                control="number"
                inputMode="numeric"
                min={5}
                max={50}
                required
                label={t("survey.offer.minCell")}
                hint={t("survey.offer.minCellHint")}
                defaultValue={failure?.minCell ?? 5}
                error={failure?.error ?? undefined}
              />
              <div>
                <Button kind="primary">{t("survey.offer.action")}</Button>
              </div>
            </Form>
          ) : (
            <Notice tone="info" title={t("survey.offer.onlyKeepers")} />
          )}
        </div>
      </Panel>
      <FormOutline form={offer.source} />
    </>
  );
}
