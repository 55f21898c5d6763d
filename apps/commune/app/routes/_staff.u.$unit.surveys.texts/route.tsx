import { useFormat, useT } from "@gandan/i18n/translation";
import { HIDE_REASONS, listTexts, screenText } from "@gandan/model/survey/result-inputs";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";

/** Nothing here needs a script. */
export const handle = { script: false };

const STATES = ["waiting", "shown", "hidden"] as const;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const query = Object.fromEntries(new URL(args.request.url).searchParams);
  const page = await orResponse(t, caller.surveyResult.texts({ unitId, ...listTexts.parse(query) }));
  const done = STATES.find((state) => state === query.done);
  return {
    title: t("shell.titleWithUnit", { page: t("surveyResult.screen.title"), unit: unit.name }),
    path: `${path}/surveys/texts`,
    page,
    done: done ? { state: done, textId: query.text ?? "" } : null,
  };
}

/** Shows a text, holds it back for a reason, or takes a decision back. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const input = screenText.safeParse(Object.fromEntries(form));
  if (!input.success) return data({ problem: t("surveyResult.screen.reasonNeeded") }, 422);
  try {
    await caller.surveyResult.screen({ unitId, ...input.data });
  } catch (error) {
    return data({ problem: problemOf(t, error).text }, 409);
  }
  const { decision, textId } = input.data;
  const state = STATES.find((one) => one === form.get("state")) ?? "waiting";
  return redirect(`${path}/surveys/texts?${new URLSearchParams({ state, done: decision, text: textId })}`);
}

export default function SurveyTexts() {
  const { path, page, done } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const { state, texts, total, waiting } = page;
  return (
    <>
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {done ? (
        <Notice
          tone="met"
          announce="polite"
          title={t(`surveyResult.screen.done.${done.state}`)}
          action={
            done.state === "waiting" ? undefined : (
              <Form method="post">
                <input type="hidden" name="textId" value={done.textId} />
                <input type="hidden" name="decision" value="waiting" />
                <input type="hidden" name="state" value={state} />
                <Button kind="quiet">{t("surveyResult.screen.undo")}</Button>
              </Form>
            )
          }
        />
      ) : null}
      <p className="muted">{t("surveyResult.screen.lead")}</p>
      <nav className="row no-print" aria-label={t("surveyResult.screen.stateLabel")}>
        {STATES.map((one) => (
          <a key={one} href={`${path}?state=${one}`} aria-current={one === state ? "page" : undefined}>
            {t(`surveyResult.screen.state.${one}`)}
            {one === "waiting" && waiting > 0 ? ` (${waiting})` : ""}
          </a>
        ))}
      </nav>
      {texts.length === 0 ? (
        <EmptyState
          icon="message-square-text"
          level={2}
          title={t(`surveyResult.screen.empty.${state}`)}
          text={state === "waiting" ? t("surveyResult.screen.emptyText") : undefined}
        />
      ) : (
        <Panel id="texts" title={t(`surveyResult.screen.state.${state}`)}>
          <ol className="list">
            {texts.map((text) => (
              <TextLine key={text.id} text={text} />
            ))}
          </ol>
        </Panel>
      )}
      <Pagination
        label={t("shell.page.nav")}
        page={page.page}
        pages={Math.ceil(total / page.pageSize)}
        href={(number) => `${path}?${new URLSearchParams({ state, page: String(number) })}`}
        labels={{
          previous: t("shell.page.previous"),
          next: t("shell.page.next"),
          page: (number) => t("shell.page.page", { page: number }),
        }}
        position={t("shell.page.range", {
          from: Math.min((page.page - 1) * page.pageSize + 1, total),
          to: Math.min(page.page * page.pageSize, total),
          total,
        })}
      />
    </>
  );
}

type Text = ReturnType<typeof useLoaderData<typeof loader>>["page"]["texts"][number];

function TextLine({ text }: { text: Text }) {
  const { page } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const { id, question, month, reason, suspects, decidedBy, formTitle } = text;
  const known = HIDE_REASONS.find((one) => one === reason);
  const hidden = (decision: string) => (
    <>
      <input type="hidden" name="textId" value={id} />
      <input type="hidden" name="decision" value={decision} />
      <input type="hidden" name="state" value={page.state} />
    </>
  );
  return (
    <li>
      <div className="stack">
        <blockquote id={`text-${id}`}>{text.text}</blockquote>
        <p className="sub">
          {formTitle} · {question} · {format.month(month)}
          {decidedBy ? ` · ${t("surveyResult.screen.decidedBy", { name: decidedBy })}` : null}
        </p>
        {suspects.length > 0 ? (
          <p>
            <Badge tone="gold">{t("surveyResult.screen.suspects", { what: suspects.join(", ") })}</Badge>
          </p>
        ) : null}
        {known ? <p className="sub">{t(`surveyResult.screen.reasons.${known}`)}</p> : null}
        {page.state === "waiting" ? (
          <div className="row">
            <Form method="post">
              {hidden("shown")}
              <Button describedBy={`text-${id}`}>{t("surveyResult.screen.show")}</Button>
            </Form>
            <Form method="post" className="row">
              {hidden("hidden")}
              <Field
                id={`reason-${id}`}
                name="reason"
                control="select"
                label={t("surveyResult.screen.reason")}
                defaultValue={suspects.length > 0 ? "names-officer" : ""}
                options={[
                  { value: "", label: "–" },
                  ...HIDE_REASONS.map((value) => ({ value, label: t(`surveyResult.screen.reasons.${value}`) })),
                ]}
              />
              <Button kind="quiet" describedBy={`text-${id}`}>
                {t("surveyResult.screen.hide")}
              </Button>
            </Form>
          </div>
        ) : (
          <Form method="post">
            {hidden("waiting")}
            <Button kind="quiet" describedBy={`text-${id}`}>
              {t("surveyResult.screen.again")}
            </Button>
          </Form>
        )}
      </div>
    </li>
  );
}
