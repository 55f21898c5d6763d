import { useT } from "@gandan/i18n/translation";
import { addPerson } from "@gandan/model/staff/staff-inputs";
import { Button, ButtonLink } from "@gandan/ui/button";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { LinkOnce } from "../../staff/link-once";
import { PersonFields } from "../../staff/person-fields";
import { RoleFields } from "../../staff/role-fields";
import { linkAddress, readStaffForm } from "../../staff/staff-form.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { rolesToGive, today } = await orResponse(
    t,
    caller.staff.list({ unitId, q: "", role: "", state: "working", page: 1 }),
  );
  const title = t("shell.titleWithUnit", { page: t("staff.new.title"), unit: unit.name });
  return { title, rolesToGive, today, path: `${path}/settings/staff` };
}

/** Adds a person; one who is new here is shown the link for their password, this once. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const { input, values, errors } = readStaffForm(addPerson, await args.request.formData(), t);
  if (!input) return data({ values, errors, problem: null, added: null }, 422);
  try {
    const { staffId, link } = await caller.staff.add({ unitId, ...input });
    const page = `${path}/settings/staff/${staffId}`;
    if (!link) return redirect(`${page}?done=joined`);
    const { token, expiresAt } = link;
    const added = { name: input.name, page, address: linkAddress(args.request, token), expiresAt };
    return data({ values: {}, errors: {}, problem: null, added });
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ values, errors, problem: text, added: null }, code === "CONFLICT" ? 409 : 422);
  }
}

export default function NewPersonPage() {
  const { rolesToGive, today, path } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const added = answer?.added;
  if (added) {
    return (
      <>
        <Notice tone="met" announce="polite" title={t("staff.person.done.added", { name: added.name })} />
        <LinkOnce {...added} />
        <div className="row no-print">
          <ButtonLink href={added.page}>{added.name}</ButtonLink>
          <ButtonLink href={`${path}/new`}>{t("staff.add")}</ButtonLink>
        </div>
      </>
    );
  }
  const values = answer?.values ?? {};
  const errors = answer?.errors ?? {};
  return (
    <>
      {answer?.problem ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
      <ErrorSummary
        title={t("shell.form.errors", { count: Object.keys(errors).length })}
        text={t("shell.form.notSaved")}
        errors={Object.entries(errors).map(([id, text]) => ({ id, text }))}
      />
      <Panel id="new" title={t("staff.new.title")}>
        <Form method="post" className="stack">
          <p className="soft">{t("staff.new.lead")}</p>
          <PersonFields values={values} errors={errors} isNew />
          <RoleFields roles={rolesToGive} today={today} values={values} errors={errors} />
          <div className="row">
            <Button kind="primary">{t("staff.new.submit")}</Button>
            <ButtonLink kind="quiet" href={path}>
              {t("shell.action.cancel")}
            </ButtonLink>
          </div>
        </Form>
      </Panel>
    </>
  );
}
