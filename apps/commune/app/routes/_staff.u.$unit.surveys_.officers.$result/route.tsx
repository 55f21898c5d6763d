import { useFormat, useT } from "@gandan/i18n/translation";
import { officerResultId } from "@gandan/model/officer-result/officer-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ButtonLink } from "@gandan/ui/button";
import { ShareList } from "@gandan/ui/chart/share-list";
import { DataTable } from "@gandan/ui/data-table";
import { EventTimeline } from "@gandan/ui/event-timeline";
import { NextBanner } from "@gandan/ui/next-banner";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { OfficerShare } from "../../officer-result/officer-share";
import { quarterName } from "../../officer-result/quarter-name";
import { ACTS, takeAct } from "../../officer-result/result-acts.server";
import { ResultForms } from "../../officer-result/result-forms";
import { lineLabel } from "../../surveys/question-result";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const id = officerResultId.safeParse({ resultId: args.params.result });
  if (!id.success) throw new Response(t("error.officerResult.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const result = await orResponse(t, caller.officerResult.read({ unitId, ...id.data }));
  const page = `${result.officer}, ${quarterName(t, result.quarter)}`;
  const done = ACTS.find((act) => act === new URL(args.request.url).searchParams.get("done"));
  return {
    title: t("shell.titleWithUnit", { page, unit: unit.name }),
    path,
    result,
    /** Where the name is given to an account. */
    namesAt: unit.permissions.includes("staff:manage")
      ? `${path}/settings/staff/names?${new URLSearchParams({ show: "all", q: result.officer })}`
      : null,
    said: done ? t(`officerResult.done.${done}`) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const id = officerResultId.safeParse({ resultId: args.params.result });
  if (!id.success) throw new Response(t("error.officerResult.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const form = await args.request.formData();
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const sent = { intent: values.intent ?? "", values };
  let done: Awaited<ReturnType<typeof takeAct>>;
  try {
    done = await takeAct(caller, t, { unitId, ...id.data }, form);
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ ...sent, errors: {}, problem: text }, code === "CONFLICT" ? 409 : 422);
  }
  if (!done.act) return data({ ...sent, errors: done.errors, problem: null }, 422);
  throw redirect(`${path}/surveys/officers/${id.data.resultId}?done=${done.act}`);
}

type Result = ReturnType<typeof useLoaderData<typeof loader>>["result"];

/** The one thing to do next, for who reads it. */
function useNext({ may, own, state, replyBy }: Result): string | null {
  const t = useT();
  const format = useFormat();
  if (may.inform) return t("officerResult.next.inform");
  if (may.close) return t("officerResult.next.close");
  if (may.decide) return t("officerResult.next.decide");
  if (own && may.reply && state !== "replied") {
    return replyBy ? t("officerResult.next.reply", { date: format.date(replyBy) }) : t("officerResult.next.replyOpen");
  }
  return state === "informed" ? t("officerResult.next.awaitReply", { date: format.date(replyBy) }) : null;
}

export default function OfficerResultPage() {
  const { path, result, said, namesAt } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const next = useNext(result);
  const { share, rule, lines, questions, own } = result;
  const above = share?.above;
  const labels = ([1, 2, 3, 4, 5] as const).map((level) => t(`officerResult.level.${level}`));
  const list = t(own ? "officerResult.ownTitle" : "officerResult.title");
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.today") },
          { href: `${path}/surveys/officers?quarter=${result.quarter}`, label: list },
        ]}
        current={result.officer}
      />
      <PageHead
        title={result.officer}
        lead={`${quarterName(t, result.quarter)} · ${t(`officerResult.state.${result.state}`)}`}
      />
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {said && !failure ? <Notice tone="met" announce="polite" title={said} /> : null}
      {next ? (
        <NextBanner
          id="next"
          icon="users"
          tone="pending"
          title={next}
          text={above ? t(share.sure ? "officerResult.sureText" : "officerResult.unsureText") : undefined}
        />
      ) : null}
      {!own && !result.known && (above || result.replyBy) ? (
        <Notice
          tone="info"
          title={t("officerResult.unknownOfficer")}
          action={namesAt ? <ButtonLink href={namesAt}>{t("officerResult.giveName")}</ButtonLink> : undefined}
        />
      ) : null}
      <Panel id="levels" title={t("officerResult.levels")}>
        <div className="stack">
          <p className="label">{t("officerResult.share")}</p>
          <div>
            <OfficerShare share={share} above={rule.above} />
          </div>
          {share ? (
            <ShareList
              caption={t("officerResult.levels")}
              columns={{
                answer: t("officerResult.answer"),
                share: t("officerResult.shareColumn"),
                number: t("officerResult.sheets"),
              }}
              rows={lines.map((line) => ({
                key: line.options.join(),
                label: lineLabel(t, { kind: "level5", labels }, line),
                share: line.low / share.n,
                text: format.percentSpan(line.low / share.n, line.high / share.n),
                number: format.numberSpan(line.low, line.high),
              }))}
            />
          ) : null}
        </div>
      </Panel>
      {questions.length > 0 ? (
        <Panel id="questions" title={t("officerResult.questions")} flush>
          <DataTable
            caption={t("officerResult.questions")}
            rows={questions}
            rowKey={({ question }) => question}
            columns={[
              { key: "question", header: t("officerResult.question"), cell: ({ question }) => question },
              {
                key: "answers",
                header: t("officerResult.answer"),
                narrowLabel: t("officerResult.answer"),
                cell: (row: Result["questions"][number]) => (
                  <>
                    {row.lines
                      .filter(({ high }) => high > 0)
                      .map((line) => (
                        <div key={line.options.join()}>
                          {lineLabel(t, { kind: "level5", labels }, line)}:{" "}
                          <b>{format.numberSpan(line.low, line.high)}</b>
                        </div>
                      ))}
                  </>
                ),
              },
              {
                key: "n",
                header: t("officerResult.sheets"),
                narrowLabel: t("officerResult.sheets"),
                align: "number" as const,
                cell: (row: Result["questions"][number]) => format.number(row.n),
              },
            ]}
          />
        </Panel>
      ) : null}
      <ResultForms
        may={result.may}
        usualReplyBy={result.usualReplyBy}
        decided={result.state === "decided"}
        sent={failure ?? null}
      />
      <Panel id="history" title={t("officerResult.history")}>
        {result.steps.length === 0 ? (
          <p className="soft">{t("officerResult.historyNone")}</p>
        ) : (
          <EventTimeline
            events={[...result.steps].reverse().map(({ at, actor, step, text, measure, onPaper }, i) => ({
              key: `${step}-${i}`,
              dateTime: format.iso(at),
              date: format.date(at),
              time: format.time(at),
              title: measure
                ? `${t(`officerResult.step.${step}`)}: ${t.find(`officerResult.measure.${measure}`) ?? measure}`
                : t(`officerResult.step.${step}`),
              detail: (
                <>
                  <span className="pre-line">{text}</span>
                  <span className="sub">
                    {t(onPaper ? "officerResult.onPaper" : "officerResult.by", { actor: actor ?? "–" })}
                  </span>
                </>
              ),
            }))}
          />
        )}
      </Panel>
    </div>
  );
}
