import { useT } from "@gandan/i18n/translation";
import { chooseInvitation, formId } from "@gandan/model/survey/survey-inputs";
import { Button, ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { NextBanner } from "@gandan/ui/next-banner";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { Toast } from "@gandan/ui/toast";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { FormTable, OfferTable } from "../../surveys/form-tables";

const SAID = {
  closed: "survey.said.closed",
  reopened: "survey.said.reopened",
  invitation: "survey.said.invitation",
} as const;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const list = await orResponse(t, caller.survey.forms({ unitId }));
  const query = new URL(args.request.url).searchParams;
  const done = query.get("done");
  const closed = formId.safeParse({ formId: query.get("form") });
  return {
    title: t("shell.titleWithUnit", { page: t("survey.title"), unit: unit.name }),
    path: `${path}/surveys`,
    ...list,
    done: done !== null && Object.hasOwn(SAID, done) ? (done as keyof typeof SAID) : null,
    reopen: done === "closed" && closed.success && list.mayEdit ? closed.data.formId : null,
  };
}

/** Opens a form again that was just closed, or chooses the form that is asked by dossier. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  try {
    const reopening = formId.safeParse({ formId: form.get("reopen") });
    if (reopening.success) {
      await caller.survey.reopen({ unitId, ...reopening.data });
      return redirect(`${path}/surveys?done=reopened`);
    }
    const chosen = chooseInvitation.safeParse({
      formSlug: form.get("formSlug") || null,
      revision: form.get("revision"),
    });
    if (!chosen.success) return data({ problem: t("error.invalid") }, 422);
    await caller.survey.chooseInvitation({ unitId, ...chosen.data });
    return redirect(`${path}/surveys?done=invitation`);
  } catch (error) {
    return data({ problem: problemOf(t, error).text }, 409);
  }
}

/** The unit's survey forms: which are open, what its model offers beside them, and which one dossiers ask. */
export default function Surveys() {
  const { path, open, offered, closed, invitation, mayEdit, done, reopen } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const next = offered.find(({ state }) => state === "changed" || (open.length === 0 && state === "new"));
  return (
    <>
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {done && !failure ? (
        <Toast
          undo={reopen ? { action: `${path}?index`, label: t("shell.action.undo"), fields: { reopen } } : undefined}
        >
          {t(SAID[done])}
        </Toast>
      ) : null}
      {mayEdit && next ? (
        <NextBanner
          id="next"
          icon="message-square-text"
          title={t(next.state === "changed" ? "survey.offered.bannerChanged" : "survey.offered.banner", {
            title: next.title,
          })}
          actions={
            <ButtonLink kind="primary" href={`${path}/offers/${next.slug}`}>
              {t("survey.offered.look")}
            </ButtonLink>
          }
        />
      ) : null}
      {open.length === 0 ? (
        <EmptyState
          icon="message-square-text"
          level={2}
          title={t("survey.open.none")}
          text={t("survey.open.noneText")}
        />
      ) : (
        <Panel id="open" title={t("survey.open.title")} flush>
          <FormTable
            caption={t("survey.open.title")}
            forms={open}
            path={path}
            invited={open.length > 0 ? invitation.formSlug : null}
          />
        </Panel>
      )}
      {offered.length === 0 ? (
        <EmptyState icon="check" level={2} title={t("survey.offered.none")} text={t("survey.offered.noneText")} />
      ) : (
        <Panel id="offered" title={t("survey.offered.title")} flush>
          <OfferTable offers={offered} path={path} />
        </Panel>
      )}
      {mayEdit && open.length > 0 ? (
        <Panel id="by-dossier" title={t("survey.invitation.title")}>
          <Form method="post" className="stack" key={invitation.revision}>
            <p className="soft">{t("survey.invitation.lead")}</p>
            <input type="hidden" name="revision" value={invitation.revision} />
            <Field
              id="formSlug"
              name="formSlug"
              control="select"
              label={t("survey.invitation.label")}
              defaultValue={invitation.formSlug ?? ""}
              options={[
                { value: "", label: t("survey.invitation.none") },
                ...open.map(({ slug, title, code }) => ({ value: slug, label: code ? `${code}, ${title}` : title })),
              ]}
            />
            <div>
              <Button>{t("survey.invitation.save")}</Button>
            </div>
          </Form>
        </Panel>
      ) : null}
      {closed.length > 0 ? (
        <Panel id="closed" title={t("survey.closed.title")} flush>
          <FormTable caption={t("survey.closed.title")} forms={closed} path={path} invited={null} />
        </Panel>
      ) : null}
    </>
  );
}
