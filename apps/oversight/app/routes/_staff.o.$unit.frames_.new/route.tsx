import { useT } from "@gandan/i18n/translation";
import { startFrame } from "@gandan/model/index/frame-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Field } from "@gandan/ui/field";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { FrameProblems } from "../../index-frame/frame-problems";
import { sentText } from "../../index-frame/frame-text.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { frames, freeYear, hasSample, mayEdit } = await orResponse(t, caller.frame.list({ unitId }));
  if (!mayEdit || unit.ended) throw new Response(t("error.session.forbidden"), { status: 403 });
  const title = t("shell.titleWithUnit", { page: t("indexFrame.newPage.title"), unit: unit.name });
  const known = frames.map(({ id, own, by, year }) => ({ id, own, by, year: String(year) }));
  return { title, path, known, freeYear, hasSample };
}

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const started = form.get("act") === "start";
  const sent = { from: String(form.get("from") ?? ""), year: String(form.get("year") ?? "") };
  const yaml = started ? "" : await sentText(form);
  const refuse = (id: string, text: string) => data({ id, text, problems: [], sent, yaml }, { status: 422 });
  if (!started && yaml.trim() === "") return refuse("yaml", t("indexFrame.newPage.nothing"));
  const read = startFrame.safeParse(sent);
  if (started && !read.success) {
    const wrongYear = read.error.issues.some(({ path: [name] }) => name === "year");
    return wrongYear
      ? refuse("year", t("error.field.range", { min: 2000, max: 2100 }))
      : refuse("from", t("error.field.choice"));
  }
  try {
    const drafted =
      started && read.success
        ? await caller.frame.start({ unitId, ...read.data })
        : await caller.frame.import({ unitId, yaml });
    if ("frameId" in drafted) throw redirect(`${path}/frames/${drafted.frameId}?saved=created`);
    return data({ id: "yaml", text: null, problems: drafted.problems, sent, yaml }, { status: 422 });
  } catch (error) {
    if (error instanceof Response) throw error;
    return refuse(started ? "year" : "yaml", problemOf(t, error).text);
  }
}

/** Two ways to a draft: from a frame that is there, or from a file or a text. */
export default function NewFrame() {
  const { path, known, freeYear, hasSample } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useT();
  const errorOf = (id: string) => (failed?.id === id ? (failed.text ?? undefined) : undefined);
  const options = [
    ...(hasSample ? [{ value: "sample", label: t("indexFrame.newPage.fromSample") }] : []),
    ...known.map(({ id, own, by, year }) => ({
      value: id,
      label: own ? t("indexFrame.newPage.fromOwn", { year }) : t("indexFrame.newPage.fromAbove", { year, unit: by }),
    })),
  ];
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.compare") },
          { href: `${path}/frames`, label: t("indexFrame.title") },
        ]}
        current={t("indexFrame.newPage.title")}
      />
      <PageHead title={t("indexFrame.newPage.title")} lead={t("indexFrame.newPage.lead")} />
      {failed?.text ? (
        <ErrorSummary
          title={t("shell.form.errors", { count: 1 })}
          text={t("shell.form.notSaved")}
          errors={[{ id: failed.id, text: failed.text }]}
        />
      ) : null}
      <FrameProblems problems={failed?.problems ?? []} />
      {options.length > 0 ? (
        <Panel id="start" title={t("indexFrame.newPage.start")}>
          <form method="post" className="stack">
            <Field
              id="from"
              name="from"
              control="select"
              required
              label={t("indexFrame.newPage.from")}
              error={errorOf("from")}
              options={options}
              defaultValue={failed?.sent.from || undefined}
            />
            <Field
              id="year"
              name="year"
              control="number"
              inputMode="numeric"
              required
              min={2000}
              max={2100}
              label={t("indexFrame.newPage.forYear")}
              hint={t("indexFrame.newPage.forYearHint")}
              error={errorOf("year")}
              defaultValue={failed?.sent.year || freeYear}
            />
            <div className="row">
              <Button kind="primary" icon="plus" name="act" value="start">
                {t("indexFrame.newPage.submit")}
              </Button>
            </div>
          </form>
        </Panel>
      ) : null}
      <Panel id="upload" title={t("indexFrame.newPage.upload")}>
        <form method="post" encType="multipart/form-data" className="stack">
          <p className="soft">{t("indexFrame.newPage.uploadText")}</p>
          <Field
            id="file"
            name="file"
            control="file"
            accept=".yaml,.yml,text/yaml"
            label={t("indexFrame.newPage.file")}
          />
          <Field
            id="yaml"
            name="yaml"
            control="textarea"
            code
            rows={16}
            spellCheck={false}
            label={t("indexFrame.newPage.paste")}
            error={errorOf("yaml")}
            defaultValue={failed?.yaml}
          />
          <div className="row">
            <Button icon="upload" name="act" value="take">
              {t("indexFrame.newPage.take")}
            </Button>
          </div>
        </form>
      </Panel>
    </div>
  );
}
