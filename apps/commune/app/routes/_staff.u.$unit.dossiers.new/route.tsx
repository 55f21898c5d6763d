import { useT } from "@gandan/i18n/translation";
import { keepingAction } from "@gandan/site/kept/keeping-action";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { readReceipt } from "../../dossier/deed-form.server";
import { ReceiveForm } from "../../dossier/receive-form";
import { Shortcuts } from "../../dossier/shortcuts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { procedures, roles } = await orResponse(t, caller.dossier.receiving({ unitId }));
  const title = t("shell.titleWithUnit", { page: t("dossier.act.receive"), unit: unit.name });
  return {
    title,
    procedures: unit.ended ? null : procedures,
    roles,
    ended: unit.ended,
    path,
    key: crypto.randomUUID(),
  };
}

/** Receives the dossier and goes to its page; what was typed comes back with what to correct. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const { procedures } = await orResponse(t, caller.dossier.receiving({ unitId }));
  const { input, values, refusal } = readReceipt(form, procedures ?? [], t);
  if (!input) return data({ ...refusal, problem: null }, 422);
  let dossierId: string;
  try {
    ({ dossierId } = await caller.dossier.receive({ unitId, ...input }));
  } catch (error) {
    const { key, text } = problemOf(t, error);
    const atDue = ["procedure.noTerm", "dossier.duePast", "dossier.dueFar"].includes(key);
    const errors: Record<string, string> = atDue ? { dueAt: text } : {};
    return data({ values, errors, problem: atDue ? null : text }, 422);
  }
  throw redirect(`${path}/dossiers/${dossierId}?done=received`);
}

/** Without a connection the next citizen gets an empty form. */
export const clientAction = keepingAction({ next: (key) => ({ key, complete: "yes", next: key }) });

export default function ReceiveDossier() {
  const { procedures, roles, ended, path, key } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  if (!procedures) return <MayNotReceive />;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.today") },
          { href: `${path}/dossiers`, label: t("dossier.title") },
        ]}
        current={t("dossier.act.receive")}
      />
      <PageHead title={t("dossier.act.receive")} lead={t("dossier.desk.receiveLead")} />
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      <ReceiveForm key={failure?.values.next} procedures={procedures} formKey={key} failure={failure} />
      <Shortcuts shortcuts={[{ letter: "S", target: "save", label: t("dossier.act.receive") }]} />
    </div>
  );

  /** Who has nothing to fill in here is told who has. */
  function MayNotReceive() {
    const back = <ButtonLink href={`${path}/dossiers`}>{t("dossier.desk.toList")}</ButtonLink>;
    return (
      <div className="stack-5">
        <PageHead title={t("dossier.act.receive")} />
        <EmptyState
          icon="folder-open"
          level={2}
          title={t(ended ? "dossier.desk.unitEnded" : "dossier.desk.mayNotReceive")}
          text={
            ended
              ? t("dossier.desk.unitEndedText")
              : t("dossier.desk.whoMayReceive", { roles: roles.map((role) => t(`session.role.${role}`)).join(", ") })
          }
          action={back}
        />
      </div>
    );
  }
}
