import { useFormat, useT } from "@gandan/i18n/translation";
import { changeGuide, findGuides } from "@gandan/model/public/public-face";
import { Button } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { searchParams } = new URL(args.request.url);
  const { q } = findGuides.parse({ q: searchParams.get("q") ?? "" });
  const { guides, mayChange } = await orResponse(t, caller.face.guides({ unitId, q }));
  const page = `${t("public.settings.guides")}, ${t("settings.title")}`;
  const title = t("shell.titleWithUnit", { page, unit: unit.name });
  return { title, path, q, guides, mayChange: mayChange && !unit.ended, saved: searchParams.get("done") === "saved" };
}

/** Saves what to bring for one procedure. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = Object.fromEntries([...(await args.request.formData())].map(([name, value]) => [name, String(value)]));
  const typed = { code: form.code ?? "", papers: form.papers ?? "", fee: form.fee ?? "", note: form.note ?? "" };
  const papers = typed.papers.replaceAll("\r\n", "\n");
  const input = changeGuide.safeParse({ ...typed, papers, revision: Number(form.revision) });
  if (!input.success) return data({ typed, problem: t("error.invalid") }, 422);
  try {
    await caller.face.changeGuide({ unitId, ...input.data });
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ typed, problem: text }, code === "CONFLICT" ? 409 : 422);
  }
  const q = form.q ? `&q=${encodeURIComponent(form.q)}` : "";
  throw redirect(`${path}/settings/public/procedures?done=saved${q}#p-${input.data.code}`);
}

/** Papers, fee and notes of each procedure, as citizens see them; each opens where it stands. */
export default function GuidesPage() {
  const { path, q, guides, mayChange, saved } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const optional = t("shell.form.optional");
  return (
    <>
      {failure ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {saved && !failure ? <Notice tone="met" announce="polite" title={t("public.settings.saved")} /> : null}
      <p>
        <a href={`${path}/settings/public`}>{t("public.settings.title")}</a>
      </p>
      <Panel id="guides" title={t("public.settings.guides")} level={2}>
        <p className="hint">{t("public.settings.guidesLead")}</p>
        <Form method="get" className="row">
          <Field id="q" name="q" label={t("public.settings.guidesFilter")} defaultValue={q} maxLength={100} />
          <Button>{t("public.settings.guidesFilter")}</Button>
        </Form>
        {guides.length === 0 ? <EmptyState icon="search" title={t("public.settings.guidesEmpty")} /> : null}
        <ul className="lines pub-guides">
          {guides.map(({ code, name, usualFee, papers, fee, note, revision, changedAt, changedBy }) => {
            const typed = failure?.typed.code === code ? failure.typed : { papers, fee, note };
            const count = papers.split("\n").filter((line) => line.trim()).length;
            const id = (field: string) => `${field}-${code}`;
            return (
              <li key={code} id={`p-${code}`}>
                <details open={failure?.typed.code === code}>
                  <summary>
                    <span className="label">{name}</span>{" "}
                    <span className="soft">
                      {code} ·{" "}
                      {count > 0 ? t("public.settings.papersCount", { count }) : t("public.settings.papersNone")}
                    </span>
                  </summary>
                  <Form key={revision} method="post" className="form">
                    <input type="hidden" name="code" value={code} />
                    <input type="hidden" name="revision" value={revision} />
                    <input type="hidden" name="q" value={q} />
                    <Field
                      id={id("papers")}
                      name="papers"
                      control="textarea"
                      rows={4}
                      maxLength={4000}
                      label={t("public.settings.papers")}
                      hint={t("public.settings.papersHint")}
                      defaultValue={typed.papers}
                      disabled={!mayChange}
                    />
                    <Field
                      id={id("fee")}
                      name="fee"
                      maxLength={200}
                      label={t("public.settings.fee")}
                      hint={t("public.settings.feeHint", { fee: usualFee ?? t("public.settings.feeUnknown") })}
                      optional={optional}
                      defaultValue={typed.fee}
                      disabled={!mayChange}
                    />
                    <Field
                      id={id("note")}
                      name="note"
                      maxLength={1000}
                      label={t("public.settings.note")}
                      hint={t("public.settings.noteHint")}
                      optional={optional}
                      defaultValue={typed.note}
                      disabled={!mayChange}
                    />
                    {mayChange ? (
                      <div>
                        <Button label={t("public.settings.editOne", { name })}>{t("public.settings.saveOne")}</Button>
                      </div>
                    ) : null}
                    {changedAt ? (
                      <p className="hint">
                        {t("settings.changedLast", { time: format.dateTime(changedAt), person: changedBy ?? "–" })}
                      </p>
                    ) : null}
                  </Form>
                </details>
              </li>
            );
          })}
        </ul>
      </Panel>
    </>
  );
}
