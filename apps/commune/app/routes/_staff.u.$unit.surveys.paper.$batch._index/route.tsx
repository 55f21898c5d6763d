import { useFormat, useT } from "@gandan/i18n/translation";
import { batchId as batchInput, changeAbout, typeSheet } from "@gandan/model/survey/paper-inputs";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { FactList } from "@gandan/ui/fact-list";
import { NextBanner } from "@gandan/ui/next-banner";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { Toast } from "@gandan/ui/toast";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { AboutFields, procedureIn, SheetProcedure } from "../../paper/about-fields";
import { answersIn, saidIn, saying } from "../../paper/said.server";
import { SheetFields } from "../../paper/sheet-fields";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const missing = (text: string) => new Response(text, { status: 404, statusText: "NOT_FOUND" });

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const input = batchInput.safeParse({ batchId: args.params.batch });
  if (!input.success) throw missing(t("error.paper.notFound"));
  const batch = await orResponse(t, caller.surveyPaper.batch({ unitId, ...input.data }));
  return {
    title: t("shell.titleWithUnit", { page: t("paper.title", { number: batch.number }), unit: unit.name }),
    list: `${path}/surveys/paper`,
    key: crypto.randomUUID(),
    said: saidIn(t, args.request.url),
    batch,
  };
}

/** Takes a new sheet, or moves the batch on: whichever form was sent. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const intent = String(form.get("intent") ?? "");
  const fields = answersIn(form);
  const failed = { fields, problems: [], procedure: procedureIn(form) };
  const known = batchInput.safeParse({ batchId: args.params.batch });
  if (!known.success) throw missing(t("error.paper.notFound"));
  const { batchId } = known.data;
  const here = `${path}/surveys/paper/${batchId}`;
  const scope = { unitId, batchId };
  try {
    if (intent === "about") {
      const about = changeAbout.safeParse({ batchId, ...Object.fromEntries(form) });
      if (!about.success) return data({ ...failed, problem: t("error.paper.noSuchProcedure") }, 422);
      await caller.surveyPaper.about({ unitId, ...about.data });
      return redirect(saying(here, "about"));
    }
    if (intent === "finish") {
      const { drawn } = await caller.surveyPaper.finish(scope);
      return redirect(saying(here, "finished", drawn));
    }
    if (intent === "resume") {
      await caller.surveyPaper.resume(scope);
      return redirect(saying(here, "resumed"));
    }
    if (intent === "drop") {
      await caller.surveyPaper.drop(scope);
      return redirect(saying(`${path}/surveys/paper`, "dropped"));
    }
    if (intent === "hand-in") {
      const end = await caller.surveyPaper.handIn(scope);
      if (end.state === "more") return redirect(saying(here, "more", end.drawn));
      return redirect(saying(here, "handedIn", end.sheets));
    }
    const input = typeSheet.safeParse({ batchId, key: form.get("key"), fields, procedure: failed.procedure });
    if (!input.success) return data({ ...failed, problem: t("paper.problem") }, 422);
    const typed = await caller.surveyPaper.type({ unitId, ...input.data });
    if ("problems" in typed) return data({ ...failed, problems: typed.problems, problem: t("paper.problem") }, 422);
    return redirect(saying(here, "typed", typed.number));
  } catch (error) {
    return data({ ...failed, problem: problemOf(t, error).text }, 409);
  }
}

/** A batch of sheets on paper: what is to be done next, a sheet to type, and the sheets typed so far. */
export default function PaperBatch() {
  const { list, batch, key, said } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const { number, state, own, lines, source, form } = batch;
  const here = `${list}/${batch.id}`;
  const nextNumber = (lines.at(-1)?.number ?? 0) + 1;
  const mayType = state === "typing" && own;
  return (
    <>
      {said && !failure ? <Toast>{said}</Toast> : null}
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      <NextStep batch={batch} />
      {!own && state !== "handed-in" ? (
        <Notice tone="info" title={t("paper.otherSide", { side: t(`paper.source.${source}`) })} />
      ) : null}
      {mayType ? (
        <Panel id="type" title={t("paper.typeTitle", { number: nextNumber })}>
          <Form method="post" className="stack" key={key} autoComplete="off">
            <p className="soft">{t("paper.typeHint")}</p>
            <input type="hidden" name="key" value={key} />
            <SheetProcedure
              about={batch.about}
              batchName={batch.procedureName}
              procedure={failure?.procedure ?? null}
            />
            <SheetFields form={form} fields={failure?.fields ?? []} problems={failure?.problems ?? []} />
            <div>
              <Button kind={lines.length === 0 ? "primary" : "plain"}>{t("paper.save")}</Button>
            </div>
          </Form>
        </Panel>
      ) : null}
      {lines.length > 0 ? (
        <Panel id="sheets" title={t("paper.sheets", { count: lines.length })} flush>
          <DataTable
            caption={t("paper.sheets", { count: lines.length })}
            captionHidden
            rows={lines}
            rowKey={(line) => String(line.number)}
            columns={[
              {
                key: "number",
                header: t("paper.column.form"),
                cell: (line) => t("paper.sheet", { number: line.number }),
              },
              {
                key: "answers",
                header: t("paper.column.sheets"),
                headerHidden: true,
                cell: (line) => (
                  <>
                    {t("paper.answered", { count: line.answered })}
                    {line.procedureName === null ? null : (
                      <span className="sub">{line.procedureName || t("paper.about.unknown")}</span>
                    )}
                  </>
                ),
              },
              {
                key: "act",
                header: t("paper.column.state"),
                cell: (line) => {
                  const act = actOn(line, batch);
                  const label = line.again ? t(`paper.lineState.${line.again}`) : "";
                  if (!act) return line.again === "open" && line.mine ? `${label} (${t("paper.mine")})` : label;
                  return (
                    <>
                      {label}{" "}
                      <a href={`${here}/${line.number}`}>
                        {t(`paper.${act}`)}
                        <span className="vh"> {t("paper.sheet", { number: line.number })}</span>
                      </a>
                    </>
                  );
                },
              },
            ]}
          />
        </Panel>
      ) : null}
      {mayType ? (
        <Panel id="about" title={t("paper.about.title")}>
          <Form method="post" className="stack">
            <p className="soft">{t("paper.about.lead")}</p>
            <AboutFields about={batch.about} procedure={batch.procedureCode} pointId={batch.pointId} />
            <div>
              <Button name="intent" value="about">
                {t("paper.about.save")}
              </Button>
            </div>
          </Form>
        </Panel>
      ) : null}
      <Panel id="batch" title={t("paper.title", { number })}>
        <FactList
          facts={[
            { term: t("paper.facts.form"), value: batch.formTitle },
            { term: t("paper.facts.source"), value: t(`paper.source.${source}`) },
            { term: t("paper.facts.day"), value: format.date(batch.day) },
            { term: t("paper.facts.note"), value: batch.note },
            { term: t("paper.facts.procedure"), value: batch.procedureName ?? t("paper.about.none") },
            ...(batch.pointLabel ? [{ term: t("paper.facts.point"), value: batch.pointLabel }] : []),
            { term: t("paper.facts.by"), value: batch.openedBy ?? "" },
          ]}
        />
      </Panel>
    </>
  );
}

type Batch = ReturnType<typeof useLoaderData<typeof loader>>["batch"];

function actOn(line: Batch["lines"][number], { state, own }: Batch): "change" | "typeAgain" | "settle" | null {
  if (state === "typing") return own ? "change" : null;
  if (state !== "checking") return null;
  if (line.again === "open" && !line.mine) return "typeAgain";
  return line.again === "differs" && own ? "settle" : null;
}

function NextStep({ batch }: { batch: Batch }) {
  const t = useT();
  const { state, own, lines, sheets, sampled, compared, differing } = batch;
  const waiting = lines.filter(({ again }) => again === "open" || again === "differs");
  const begun = lines.some(({ again }) => again === "differs" || again === "done");
  const deed = (intent: string, text: string, kind: "primary" | "plain" = "primary") => (
    <Form method="post">
      <Button kind={kind} name="intent" value={intent}>
        {text}
      </Button>
    </Form>
  );
  if (state === "handed-in") {
    return (
      <NextBanner
        id="next"
        icon="circle-check"
        tone="met"
        title={t("paper.handedIn", { sheets })}
        text={t("paper.handedInText", { sampled, differing, compared })}
      />
    );
  }
  if (state === "typing" && own) {
    return (
      <NextBanner
        id="next"
        icon="pencil"
        title={t("paper.nextTyping")}
        text={t("paper.nextTypingText")}
        actions={lines.length > 0 ? deed("finish", t("paper.finish")) : deed("drop", t("paper.drop"), "plain")}
      />
    );
  }
  if (state === "checking" && waiting.length > 0) {
    return (
      <NextBanner
        id="next"
        icon="circle-dot"
        tone="pending"
        title={t("paper.nextChecking", { count: waiting.length })}
        text={t("paper.nextCheckingText")}
        actions={own && !begun ? deed("resume", t("paper.resume"), "plain") : undefined}
      />
    );
  }
  if (state === "checking" && own) {
    return (
      <NextBanner
        id="next"
        icon="check"
        title={t("paper.ready")}
        text={t("paper.readyText")}
        actions={deed("hand-in", t("paper.handIn"))}
      />
    );
  }
  return null;
}
