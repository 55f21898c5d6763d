import { useFormat, useT } from "@gandan/i18n/translation";
import { HONORIFICS, letterId, letterOfDossier } from "@gandan/model/letter/letter-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button, ButtonLink } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { readApology } from "../../letter/letter-form.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const asked = letterOfDossier.safeParse({ dossierId: args.params.dossier });
  if (!asked.success) throw new Response(t("error.dossier.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const draft = await orResponse(t, caller.letter.ofDossier({ unitId, ...asked.data }));
  const heading = t("letter.apologyTitle", { code: draft.externalCode });
  return { title: t("shell.titleWithUnit", { page: heading, unit: unit.name }), heading, draft, path };
}

/** Saves the apology and submits it for signing, or gives it up. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const asked = letterOfDossier.safeParse({ dossierId: args.params.dossier });
  if (!asked.success) throw new Response(t("error.dossier.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const { dossierId } = asked.data;
  const none: Record<string, string> = {};
  try {
    const given = letterId.safeParse({ letterId: form.get("withdraw") });
    if (given.success) {
      await caller.letter.withdraw({ unitId, ...given.data });
      throw redirect(`${path}/dossiers/${dossierId}`);
    }
    const { input, values, refusal } = readApology(form, dossierId, t);
    if (!input) return data({ ...refusal, problem: null }, 422);
    try {
      await caller.letter.draft({ unitId, ...input });
    } catch (error) {
      return data({ values, errors: none, problem: problemOf(t, error).text }, 422);
    }
  } catch (error) {
    if (error instanceof Response) throw error;
    return data({ values: none, errors: none, problem: problemOf(t, error).text }, 422);
  }
  throw redirect(`${path}/letters?done=saved`);
}

/** A moment as a field of date and time takes it, on the clock of Viet Nam. */
const fieldTime = (instant: string | undefined) =>
  instant ? new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 16) : "";

export default function Apology() {
  const { heading, draft, path } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const { letter, dueAt, dossierId } = draft;
  const open = !letter || letter.state === "drafted" || letter.state === "returned";
  const writable = draft.mayDraft && open && !draft.over;
  const first: Record<string, string> = {
    addressee: letter?.content.addressee ?? draft.applicantName ?? "",
    honorific: letter?.content.honorific ?? "Ông/Bà",
    cause: letter?.content.cause ?? "",
    newDueAt: fieldTime(letter?.content.newDueAt),
    responsible: letter?.content.responsible ?? draft.officer ?? "",
    remedy: letter?.content.remedy ?? "",
  };
  const shared = (name: string) => ({
    id: name,
    name,
    defaultValue: failure?.values[name] ?? first[name],
    error: failure?.errors[name],
  });
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: `${path}/dossiers`, label: t("dossier.title") },
          { href: `${path}/dossiers/${dossierId}`, label: t("dossier.one", { code: draft.externalCode }) },
        ]}
        current={heading}
      />
      <PageHead
        title={heading}
        lead={dueAt ? t("letter.apologyLead", { due: format.dateTime(dueAt) }) : undefined}
        actions={
          letter ? (
            <ButtonLink icon="file-text" href={`${path}/letters/${letter.id}.pdf`}>
              {t("letter.open")}
            </ButtonLink>
          ) : undefined
        }
      />
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {letter?.state === "returned" && letter.remark ? (
        <Notice tone="pending" title={t("letter.returnedText", { remark: letter.remark })} />
      ) : null}
      {open ? null : <Notice tone="info" title={t("letter.signedText")} />}
      {open && draft.over ? <Notice tone="info" title={t("letter.over")} /> : null}
      {writable ? (
        <>
          <Form method="post" className="panel panel-p stack">
            <input type="hidden" name="revision" value={failure?.values.revision ?? letter?.revision ?? 0} />
            <Field
              {...shared("honorific")}
              control="select"
              label={t("letter.honorific")}
              options={HONORIFICS.map((value) => ({ value, label: value }))}
            />
            <Field {...shared("addressee")} required maxLength={200} label={t("letter.person")} />
            <Field
              {...shared("cause")}
              control="textarea"
              rows={3}
              required
              maxLength={1000}
              label={t("letter.cause")}
              hint={t("letter.causeHint")}
            />
            <Field {...shared("newDueAt")} control="datetime-local" required label={t("letter.newDueAt")} />
            <Field
              {...shared("responsible")}
              required
              maxLength={200}
              label={t("letter.responsible")}
              hint={t("letter.responsibleHint")}
            />
            <Field
              {...shared("remedy")}
              control="textarea"
              rows={2}
              maxLength={1000}
              optional={t("shell.form.optional")}
              label={t("letter.remedy")}
            />
            <div>
              <Button kind="primary">{t("letter.save")}</Button>
            </div>
          </Form>
          {letter ? (
            <Form method="post">
              <Button kind="danger" name="withdraw" value={letter.id}>
                {t("letter.withdraw")}
              </Button>
            </Form>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
