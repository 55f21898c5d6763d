import { useFormat, useT } from "@gandan/i18n/translation";
import { endReader, nameReader } from "@gandan/model/petition/petition-inputs";
import { PETITION_KINDS } from "@gandan/model/petition/petition-terms";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { Check, ChoiceField } from "@gandan/ui/choice-field";
import { EmptyState } from "@gandan/ui/empty-state";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { wrongFields } from "../../petition/petition-fields";
import { PastReaders, ReaderTable } from "../../petition/reader-table";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const [list, setting] = await Promise.all([
    orResponse(t, caller.petition.readers({ unitId })),
    orResponse(t, caller.petition.settings({ unitId })),
  ]);
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    title: t("shell.titleWithUnit", { page: t("petition.readers.title"), unit: unit.name }),
    path,
    ...list,
    mayChange: list.mayName && !unit.ended,
    remote: setting.value.remote,
    revision: setting.revision,
    said:
      done === "saved"
        ? t("settings.saved")
        : done === "given" || done === "ended"
          ? t(`petition.readers.${done}`)
          : null,
  };
}

/** Names a person, ends it, or says which terms hold. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const refused = { errors: {} as Record<string, string>, problem: null as string | null };
  const intent = form.get("intent");
  const done = intent === "end" ? "ended" : intent === "remote" ? "saved" : "given";
  try {
    if (done === "saved") {
      const change = { revision: Number(form.get("revision")), remote: form.get("remote") === "on" };
      await caller.petition.changeSettings({ unitId, ...change });
    } else if (done === "ended") {
      const asked = endReader.safeParse({ readerId: form.get("readerId") });
      if (!asked.success) return data({ ...refused, problem: t("error.petition.noReader") }, 422);
      await caller.petition.end({ unitId, ...asked.data });
    } else {
      const kinds = form.getAll("kinds");
      const asked = nameReader.safeParse({ staffId: form.get("staffId"), kinds, reference: form.get("reference") });
      if (!asked.success) {
        const names = wrongFields(asked.error, ["staffId", "kinds", "reference"] as const);
        const errors = Object.fromEntries(names.map((name) => [name, t(`petition.readers.errors.${name}`)]));
        return data({ ...refused, errors }, 422);
      }
      await caller.petition.name({ unitId, ...asked.data });
    }
  } catch (error) {
    return data({ ...refused, problem: problemOf(t, error).text }, 422);
  }
  throw redirect(`${path}/petitions/readers?done=${done}`);
}

/** Who may open petitions, for everybody who could be named; the chairman names and ends. */
export default function PetitionReaders() {
  const { path, readers, past, nobody, people, mayName, mayChange, said, remote, revision } =
    useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const errors: Record<string, string> = failure?.errors ?? {};
  const kindsOf = (kinds: readonly (typeof PETITION_KINDS)[number][]) =>
    kinds.map((kind) => t(`petition.kind.${kind}`)).join("; ");
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.today") },
          { href: `${path}/petitions`, label: t("petition.title") },
        ]}
        current={t("petition.readers.title")}
      />
      <PageHead title={t("petition.readers.title")} lead={t("petition.readers.lead")} />
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      <ErrorSummary
        title={t("shell.form.errors", { count: Object.keys(errors).length })}
        text={t("shell.form.notSaved")}
        errors={Object.entries(errors).map(([id, text]) => ({ id, text }))}
      />
      {said && !failure ? <Notice tone="met" announce="polite" title={said} /> : null}
      {readers.length > 0
        ? nobody.map(({ kind, waiting }) => (
            <Notice
              key={kind}
              tone="pending"
              title={t("petition.readers.nobody", { kind: t(`petition.kind.${kind}`) })}
            >
              {waiting > 0 ? t("petition.readers.nobodyWaiting", { count: waiting }) : null}
            </Notice>
          ))
        : null}
      {readers.length === 0 ? (
        <EmptyState icon="lock" level={2} title={t("petition.readers.none")} text={t("petition.readers.noneText")} />
      ) : (
        <Panel id="now" title={t("petition.readers.now")} flush>
          <ReaderTable readers={readers} mayEnd={mayName} kindsOf={kindsOf} />
        </Panel>
      )}
      {mayName ? (
        <Panel id="give" title={t("petition.readers.giveTitle")}>
          <Form method="post" className="stack" key={readers.length + past.length}>
            <p className="soft">{t("petition.readers.giveText")}</p>
            <Field
              id="staffId"
              name="staffId"
              control="select"
              required
              label={t("petition.readers.person")}
              error={errors.staffId}
              options={[
                { value: "", label: t("shell.form.choose") },
                ...people.map(({ staffId, name, title }) => ({
                  value: staffId,
                  label: title ? `${name}, ${title}` : name,
                })),
              ]}
            />
            <ChoiceField
              id="kinds"
              name="kinds"
              control="checkbox"
              legend={t("petition.readers.kinds")}
              error={errors.kinds}
              options={PETITION_KINDS.map((kind) => ({ value: kind, label: t(`petition.kind.${kind}`) }))}
            />
            <Field
              id="reference"
              name="reference"
              required
              maxLength={300}
              label={t("petition.readers.reference")}
              hint={t("petition.readers.referenceHint")}
              error={errors.reference}
              autoComplete="off"
            />
            <div>
              <Button kind="primary">{t("petition.readers.give")}</Button>
            </div>
          </Form>
        </Panel>
      ) : (
        <Notice tone="info" title={t("petition.readers.onlyChairman")} />
      )}
      {past.length > 0 ? (
        <Panel id="past" title={t("petition.readers.past")} flush>
          <PastReaders past={past} kindsOf={kindsOf} day={(at) => format.date(at)} />
        </Panel>
      ) : null}
      <Panel id="terms" title={t("petition.readers.remoteTitle")}>
        {mayChange ? (
          <Form method="post" className="stack" key={revision}>
            <input type="hidden" name="intent" value="remote" />
            <input type="hidden" name="revision" value={revision} />
            <p className="soft">{t("petition.readers.remoteText")}</p>
            <Check name="remote" label={t("petition.readers.remote")} checked={remote} />
            <div>
              <Button>{t("petition.readers.remoteSave")}</Button>
            </div>
          </Form>
        ) : (
          <p>{t(remote ? "petition.readers.remoteOn" : "petition.readers.remoteOff")}</p>
        )}
      </Panel>
    </div>
  );
}
