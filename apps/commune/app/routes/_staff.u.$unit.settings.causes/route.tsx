import { useT } from "@gandan/i18n/translation";
import { endCause, moveCause, saveCause } from "@gandan/model/letter/kind-inputs";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId } = await unitCaller(args);
  const { causes, mayChange } = await orResponse(t, caller.letter.causes({ unitId }));
  const page = `${t("letterSettings.causes.tab")}, ${t("settings.title")}`;
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    title: t("shell.titleWithUnit", { page, unit: unit.name }),
    causes,
    mayChange: mayChange && !unit.ended,
    said: done === "saved" ? t("letterSettings.causes.done") : null,
    /** Just ended: offered to be used again at once. */
    ended: causes.find(({ cause, ended }) => ended && cause === done)?.cause ?? null,
  };
}

/** Adds or rewords a cause, ends it, takes it up again, or moves it: by the button that was pressed. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const intent = String(form.get("intent"));
  const cause = form.get("cause") || null;
  const typed = String(form.get("title") ?? "");
  const wrong = (error: string | null, problem: string | null) => data({ cause, typed, error, problem }, 422);
  let done = "saved";
  try {
    if (intent === "save") {
      const saved = saveCause.safeParse({ cause, title: typed });
      if (!saved.success) return wrong(t("letterSettings.causes.error"), null);
      await caller.letter.saveCause({ unitId, ...saved.data });
    } else if (intent === "up" || intent === "down") {
      await caller.letter.moveCause({ unitId, ...moveCause.parse({ cause, up: intent === "up" }) });
    } else {
      const ended = endCause.parse({ cause, ended: intent === "end" });
      await caller.letter.endCause({ unitId, ...ended });
      if (ended.ended) done = ended.cause;
    }
  } catch (error) {
    return wrong(null, problemOf(t, error).text);
  }
  throw redirect(`${path}/settings/causes?done=${done}`);
}

interface Cause {
  cause: string;
  title: string;
  ended: boolean;
}

export default function CausesPage() {
  const { causes, mayChange, said, ended } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const adding = failure && failure.cause === null ? failure : undefined;
  return (
    <>
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {said && !failure ? <Notice tone="met" announce="polite" title={said} /> : null}
      {ended && !failure ? (
        <Notice tone="met" announce="polite" title={t("letterSettings.causes.endedDone")}>
          {mayChange ? (
            <CauseForm
              cause={ended}
              intent="resume"
              label={t("letterSettings.undo")}
              title={t("letterSettings.undo")}
            />
          ) : null}
        </Notice>
      ) : null}
      {mayChange ? null : <Notice tone="info" title={t("settings.readOnly")} />}
      <Panel id="causes" title={t("letterSettings.causes.title")} flush>
        <p className="panel-p muted">{t("letterSettings.causes.lead")}</p>
        <DataTable
          caption={t("letterSettings.causes.caption")}
          rows={causes}
          rowKey={({ cause }) => cause}
          columns={[
            {
              key: "cause",
              header: t("letterSettings.causes.cause"),
              cell: (each) => (
                <>
                  {each.title} {each.ended ? <Badge>{t("letterSettings.causes.ended")}</Badge> : null}
                </>
              ),
            },
            {
              key: "act",
              header: t("letterSettings.causes.act"),
              headerHidden: true,
              cell: (each) =>
                mayChange ? (
                  <CauseActs each={each} failure={failure?.cause === each.cause ? failure : undefined} />
                ) : null,
            },
          ]}
        />
      </Panel>
      {mayChange ? (
        <Form method="post" className="panel panel-p stack" key={causes.length}>
          <Field
            id="new-cause"
            name="title"
            label={t("letterSettings.causes.addLabel")}
            hint={t("letterSettings.causes.addHint")}
            defaultValue={adding?.typed}
            error={adding?.error}
            required
            maxLength={200}
          />
          <div>
            <Button kind="primary" name="intent" value="save">
              {t("letterSettings.causes.add")}
            </Button>
          </div>
        </Form>
      ) : null}
    </>
  );
}

interface CauseFormProps {
  cause: string;
  intent: "up" | "down" | "end" | "resume";
  label: string;
  title: string;
}

function CauseForm({ cause, intent, label, title }: CauseFormProps) {
  return (
    <Form method="post">
      <input type="hidden" name="cause" value={cause} />
      <Button size="small" kind="quiet" name="intent" value={intent} label={title}>
        {label}
      </Button>
    </Form>
  );
}

function CauseActs({ each, failure }: { each: Cause; failure: { typed: string; error: string | null } | undefined }) {
  const t = useT();
  const button = (intent: CauseFormProps["intent"]) => {
    const label = t(`letterSettings.causes.${intent}`);
    return <CauseForm cause={each.cause} intent={intent} label={label} title={`${label}: ${each.title}`} />;
  };
  if (each.ended) return button("resume");
  return (
    <div className="row no-print">
      {button("up")}
      {button("down")}
      {button("end")}
      <details className="more" open={Boolean(failure)}>
        <summary>
          {t("letterSettings.causes.change")}
          <span className="vh">: {each.title}</span>
        </summary>
        <Form method="post" className="stack">
          <input type="hidden" name="cause" value={each.cause} />
          <Field
            id={`title-${each.cause}`}
            name="title"
            label={t("letterSettings.causes.cause")}
            defaultValue={failure?.typed ?? each.title}
            error={failure?.error}
            required
            maxLength={200}
          />
          <Button size="small" name="intent" value="save" label={`${t("letterSettings.causes.save")}: ${each.title}`}>
            {t("letterSettings.causes.save")}
          </Button>
        </Form>
      </details>
    </div>
  );
}
