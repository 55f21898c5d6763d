import { useFormat, useT } from "@gandan/i18n/translation";
import { staffId } from "@gandan/model/staff/staff-inputs";
import { Button } from "@gandan/ui/button";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { FactList } from "@gandan/ui/fact-list";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { LinkOnce } from "../../staff/link-once";
import { PERSON_ACTS } from "../../staff/person-acts.server";
import { PersonFields } from "../../staff/person-fields";
import { PersonRoles } from "../../staff/person-roles";
import { RoleFields } from "../../staff/role-fields";
import { linkAddress } from "../../staff/staff-form.server";

const DONE = ["joined", "given", "roleEnded", "ended", "changed"] as const;
const idOf = (args: { params: { person?: string | undefined } }) => ({ staffId: args.params.person ?? "" });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  if (!staffId.safeParse(idOf(args)).success) throw new Response(t("error.staff.notFound"), { status: 404 });
  const person = await orResponse(t, caller.staff.read({ unitId, ...idOf(args) }));
  const done = DONE.find((each) => each === new URL(args.request.url).searchParams.get("done"));
  return {
    title: t("shell.titleWithUnit", { page: person.name, unit: unit.name }),
    person: unit.ended ? { ...person, hindrance: "ended" as const, accountHindrance: "ended" as const } : person,
    path: `${path}/settings/staff`,
    done: done ?? null,
  };
}

/** One act (`intent`) on the person; a link for a password is shown once, all others lead back to the page. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const intent = String(form.get("intent"));
  const failed = (problem: string | null, more: object = {}) =>
    data({ intent, values: {}, errors: {}, link: null, ...more, problem }, 422);
  try {
    if (intent === "link") {
      const { token, expiresAt, name } = await caller.staff.makeLink({ unitId, ...idOf(args) });
      const link = { name, expiresAt, address: linkAddress(args.request, token) };
      return data({ intent, values: {}, errors: {}, link, problem: null });
    }
    const act = Object.hasOwn(PERSON_ACTS, intent) ? PERSON_ACTS[intent as keyof typeof PERSON_ACTS] : null;
    if (!act) return failed(t("error.invalid"));
    const { done, ...typed } = await act({ caller, unitId, t, form, ...idOf(args) });
    if (!done) return failed(null, typed);
    return redirect(`${path}/settings/staff/${args.params.person}?done=${done}`);
  } catch (error) {
    return failed(problemOf(t, error).text);
  }
}

export default function PersonPage() {
  const { person, path, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const { hindrance, accountHindrance, name } = person;
  const typed = (intent: string) => (answer?.intent === intent ? answer : { values: {}, errors: {} });
  const wrong = Object.entries<string>(answer?.errors ?? {});
  return (
    <>
      <p>
        <a href={path}>{t("staff.title")}</a>
      </p>
      {answer?.problem ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
      <ErrorSummary
        title={t("shell.form.errors", { count: wrong.length })}
        text={t("shell.form.notSaved")}
        errors={wrong.map(([id, text]) => ({ id, text }))}
      />
      {done && !answer ? (
        <Notice tone="met" announce="polite" title={t(`staff.person.done.${done}`, { name })} />
      ) : null}
      {hindrance === "self" || hindrance === "beyond" ? (
        <Notice tone="info" title={t(`staff.person.${hindrance}`)} />
      ) : accountHindrance === "elsewhere" ? (
        <Notice tone="info" title={t("staff.person.elsewhere")} />
      ) : null}
      {answer?.link ? <LinkOnce {...answer.link} /> : null}
      <Panel id="person" title={name}>
        <FactList
          facts={[
            { term: t("staff.state"), value: t(`staff.standing.${person.standing}`) },
            { term: t("staff.jobTitle"), value: person.title },
            { term: t("staff.code"), value: person.code },
            { term: t("staff.signInName"), value: person.signInName },
            { term: t("staff.email"), value: person.email },
            {
              term: t("staff.protection"),
              value: !person.hasPassword
                ? t("staff.noPassword")
                : person.hasFactor
                  ? t("staff.hasFactor")
                  : t("staff.noFactor"),
            },
            {
              term: t("staff.lastSignIn"),
              value: person.lastSignInAt ? format.dateTime(person.lastSignInAt) : t("staff.neverIn"),
            },
          ]}
        />
        {person.linkUntil ? (
          <p className="hint">{t("staff.linkWaits", { time: format.dateTime(person.linkUntil) })}</p>
        ) : null}
      </Panel>
      <PersonRoles person={person} mayEnd={hindrance === null} />
      {hindrance === null ? (
        <>
          <Panel id="give" title={t("staff.person.give")}>
            <Form method="post" className="stack">
              <RoleFields roles={person.rolesToGive} today={person.today} {...typed("give")} />
              <Button name="intent" value="give">
                {t("staff.person.giveDo")}
              </Button>
            </Form>
          </Panel>
          {person.standing === "ended" || accountHindrance ? null : (
            <Panel id="link" title={t("staff.person.link")}>
              <Form method="post" className="stack">
                <p>{t("staff.person.linkText")}</p>
                <Button name="intent" value="link">
                  {t("staff.person.linkDo")}
                </Button>
              </Form>
            </Panel>
          )}
          <Panel id="change" title={t("staff.person.change")}>
            <Form method="post" className="stack">
              <PersonFields
                errors={typed("change").errors}
                values={{
                  name,
                  email: person.email ?? "",
                  code: person.code ?? "",
                  title: person.title,
                  ...typed("change").values,
                }}
              />
              <Button name="intent" value="change">
                {t("staff.person.changeDo")}
              </Button>
            </Form>
          </Panel>
          {person.standing === "ended" ? null : (
            <Panel id="end" title={t("staff.person.endPart")}>
              <Form method="post" className="stack">
                <p>{t("staff.person.endText")}</p>
                <Field
                  id="end-day"
                  name="lastDay"
                  control="date"
                  label={t("staff.person.endDay")}
                  hint={t("staff.person.endNow")}
                  defaultValue={person.today}
                  required
                />
                <Button kind="danger" name="intent" value="end">
                  {t("staff.person.endDo", { name })}
                </Button>
              </Form>
            </Panel>
          )}
        </>
      ) : null}
    </>
  );
}
