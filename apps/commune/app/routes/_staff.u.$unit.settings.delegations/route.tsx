import { useT } from "@gandan/i18n/translation";
import { CAPACITIES, delegationId, POSITIONS } from "@gandan/model/delegation/delegation-inputs";
import { changeSigning } from "@gandan/model/letter/signing-inputs";
import { Button } from "@gandan/ui/button";
import { Check } from "@gandan/ui/choice-field";
import { EmptyState } from "@gandan/ui/empty-state";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { readDelegation } from "../../settings/delegation-form.server";
import { DelegationTable } from "../../settings/delegation-table";

const DONE = { given: "delegation.given", ended: "delegation.ended", saved: "settings.saved" } as const;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId } = await unitCaller(args);
  const [list, signing] = await Promise.all([
    orResponse(t, caller.delegation.list({ unitId })),
    orResponse(t, caller.letter.signing({ unitId })),
  ]);
  const done = new URL(args.request.url).searchParams.get("done") ?? "";
  const page = `${t("delegation.tab")}, ${t("settings.title")}`;
  return {
    title: t("shell.titleWithUnit", { page, unit: unit.name }),
    ...list,
    mayGive: list.mayGive && !unit.ended,
    signing: { ...signing, mayChange: signing.mayChange && !unit.ended },
    said: done in DONE ? t(DONE[done as keyof typeof DONE]) : null,
  };
}

/** Gives or ends a delegation, or saves how letters are signed: whichever form was sent. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const none = { values: {} as Record<string, string>, errors: {} as Record<string, string> };
  let done: keyof typeof DONE;
  try {
    if (form.get("intent") === "end") {
      const ending = delegationId.safeParse({ delegationId: form.get("delegationId") });
      if (!ending.success) return data({ ...none, problem: t("error.delegation.notFound") }, 422);
      await caller.delegation.end({ unitId, ...ending.data });
      done = "ended";
    } else if (form.get("intent") === "signing") {
      const revision = Number(form.get("revision"));
      const saving = changeSigning.safeParse({
        revision,
        signing: { checkRequired: form.get("checkRequired") === "on" },
      });
      if (!saving.success) return data({ ...none, problem: t("error.invalid") }, 422);
      await caller.letter.changeSigning({ unitId, ...saving.data });
      done = "saved";
    } else {
      const { input, values, errors = {} } = readDelegation(form, t);
      if (!input) return data({ values, errors, problem: null }, 422);
      try {
        await caller.delegation.give({ unitId, ...input });
      } catch (error) {
        return data({ values, errors, problem: problemOf(t, error).text }, 422);
      }
      done = "given";
    }
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ ...none, problem: text }, code === "CONFLICT" ? 409 : 422);
  }
  throw redirect(`${path}/settings/delegations?done=${done}`);
}

export default function Delegations() {
  const { delegations, people, mayGive, today, signing, said } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const wrong = Object.entries(failure?.errors ?? {});
  const field = (name: string, usual?: string) => ({
    id: name,
    name,
    required: true,
    defaultValue: failure?.values[name] ?? usual,
    error: failure?.errors[name],
    autoComplete: "off",
  });
  return (
    <>
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      <ErrorSummary
        title={t("shell.form.errors", { count: wrong.length })}
        text={t("shell.form.notSaved")}
        errors={wrong.map(([name, text]) => ({ id: name, text: String(text) }))}
      />
      {said && !failure ? <Notice tone="met" announce="polite" title={said} /> : null}
      {mayGive && people.length === 0 ? (
        <EmptyState icon="users" level={2} title={t("delegation.noPeople")} text={t("delegation.noPeopleText")} />
      ) : null}
      {mayGive && people.length > 0 ? (
        <Panel id="give" title={t("delegation.title")}>
          <Form method="post" className="stack">
            <p className="soft">{t("delegation.lead")}</p>
            <Field
              {...field("staffId")}
              control="select"
              label={t("delegation.person")}
              options={people.map(({ staffId, name, title }) => ({
                value: staffId,
                label: title ? `${name}, ${title}` : name,
              }))}
            />
            <Field
              {...field("position")}
              control="select"
              label={t("delegation.position")}
              options={POSITIONS.map((value) => ({ value, label: t(`delegation.positions.${value}`) }))}
            />
            <Field
              {...field("capacity")}
              control="select"
              label={t("delegation.capacity")}
              options={CAPACITIES.map((value) => ({ value, label: t(`delegation.capacities.${value}`) }))}
            />
            <Field
              {...field("title")}
              label={t("delegation.titleField")}
              hint={t("delegation.titleHint")}
              maxLength={80}
            />
            <Field {...field("from", today)} control="date" label={t("delegation.from")} />
            <Field {...field("to")} control="date" label={t("delegation.to")} min={today} />
            <Field
              {...field("reference")}
              label={t("delegation.reference")}
              hint={t("delegation.referenceHint")}
              maxLength={300}
            />
            <div>
              <Button kind="primary">{t("delegation.give")}</Button>
            </div>
          </Form>
        </Panel>
      ) : null}
      {mayGive ? null : <Notice tone="info" title={t("delegation.onlyChairman")} />}
      {delegations.length === 0 ? (
        <EmptyState icon="signature" level={2} title={t("delegation.none")} text={t("delegation.noneText")} />
      ) : (
        <Panel id="history" title={t("delegation.history")} flush>
          <DelegationTable delegations={delegations} mayEnd={mayGive} />
        </Panel>
      )}
      <Panel id="signing" title={t("signing.setting.title")}>
        {signing.mayChange ? (
          <Form method="post" className="stack" key={signing.revision}>
            <input type="hidden" name="intent" value="signing" />
            <input type="hidden" name="revision" value={signing.revision} />
            <Check
              name="checkRequired"
              label={t("signing.setting.checkRequired")}
              checked={signing.value.checkRequired}
            />
            <div>
              <Button>{t("signing.setting.save")}</Button>
            </div>
          </Form>
        ) : (
          <p>{t(signing.value.checkRequired ? "signing.setting.on" : "signing.setting.off")}</p>
        )}
      </Panel>
    </>
  );
}
