import { useT } from "@gandan/i18n/translation";
import { AppError } from "@gandan/model/error/app-error";
import { hostName, MAX_SEAL_KB, MAX_SEAL_PIXELS } from "@gandan/model/public/public-face";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Notice } from "@gandan/ui/notice";
import { boundedForm } from "@gandan/web/bounded-form";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { PublicFaceForm } from "../../settings/public-face-form";
import { readPublicForm } from "../../settings/public-form.server";
import { PublicIdentity } from "../../settings/public-identity";
import { SettingHistory } from "../../settings/setting-history";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const [settings, changes] = await orResponse(
    t,
    Promise.all([caller.face.read({ unitId }), caller.settings.history({ unitId, area: "public" })]),
  );
  const title = t("shell.titleWithUnit", {
    page: `${t("public.settings.tab")}, ${t("settings.title")}`,
    unit: unit.name,
  });
  const done = new URL(args.request.url).searchParams.get("done");
  const { slug } = unit;
  return { title, path, slug, settings: { ...settings, mayChange: settings.mayChange && !unit.ended }, changes, done };
}

/** Room for the picture and the form around it. */
const MOST_BYTES = (MAX_SEAL_KB + 20) * 1024;

/** Changes what citizens see: the face, the picture or a host name, by the button pressed. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await boundedForm(args.request, MOST_BYTES);
  const nothing = { values: {}, errors: {}, host: undefined };
  try {
    if (form === null) throw new AppError("INVALID", "public.sealLarge", { kb: MAX_SEAL_KB, pixels: MAX_SEAL_PIXELS });
    if (form === "broken") throw new AppError("INVALID", "public.sealBroken");
    switch (form.get("intent")) {
      case "seal":
        await caller.face.changeSeal({ unitId, file: await bytesOf(form.get("file")) });
        break;
      case "drop-seal":
        await caller.face.changeSeal({ unitId, file: null });
        break;
      case "drop-host":
        await caller.face.dropHost({ unitId, host: String(form.get("host") ?? "") });
        break;
      case "ask-host": {
        const value = String(form.get("host") ?? "");
        const name = hostName.safeParse(value);
        if (!name.success) {
          const host = { value, error: t("public.settings.hostError") };
          return data({ ...nothing, host, problem: null }, 422);
        }
        await caller.face.askHost({ unitId, host: name.data });
        throw redirect(`${path}/settings/public?done=host#hosts`);
      }
      default: {
        const { input, values, errors = {} } = readPublicForm(form, t);
        if (!input) return data({ values, errors, host: undefined, problem: null }, 422);
        await caller.face.change({ unitId, ...input });
      }
    }
  } catch (error) {
    if (error instanceof Response) throw error;
    const { text, code } = problemOf(t, error);
    const values = form && form !== "broken" && form.get("intent") === "face" ? readPublicForm(form, t).values : {};
    return data({ ...nothing, values, problem: text }, code === "CONFLICT" ? 409 : 422);
  }
  throw redirect(`${path}/settings/public?done=saved`);
}

async function bytesOf(file: FormDataEntryValue | null): Promise<Uint8Array<ArrayBuffer>> {
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}

export default function PublicSettingsPage() {
  const { path, slug, settings, changes, done } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const { value, revision, mayChange } = settings;
  const wrong = Object.entries(failure?.errors ?? {});
  return (
    <>
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      <ErrorSummary
        title={t("shell.form.errors", { count: wrong.length })}
        text={t("shell.form.notSaved")}
        errors={wrong.map(([name, text]) => ({ id: name, text: String(text) }))}
      />
      {done && !failure ? (
        <Notice
          tone="met"
          announce="polite"
          title={done === "host" ? t("public.settings.hostAsked") : t("public.settings.saved")}
        />
      ) : null}
      {mayChange ? null : <Notice tone="info" title={t("settings.readOnly")} />}
      <p className="row">
        <a href={`/p/${slug}`}>{t("public.settings.view")}</a>
        <a href={`/p/${slug}/board`}>{t("board.open")}</a>
        <a href={`${path}/settings/public/procedures`}>{t("public.settings.guidesLink")}</a>
      </p>
      <PublicFaceForm settings={settings} failure={failure} />
      <PublicIdentity slug={slug} settings={settings} host={failure?.host} />
      <SettingHistory
        changes={changes}
        labelOf={(field) => t.find(`public.settings.${field}`) ?? field}
        value={value}
        revision={revision}
        mayChange={mayChange}
      />
    </>
  );
}
