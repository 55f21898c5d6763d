import { useT } from "@gandan/i18n/translation";
import { changeSheet, paperSheet } from "@gandan/model/survey/paper-inputs";
import { Button } from "@gandan/ui/button";
import { ChoiceField } from "@gandan/ui/choice-field";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { Toast } from "@gandan/ui/toast";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { procedureIn, SheetProcedure } from "../../paper/about-fields";
import { answersIn, saidIn, saying } from "../../paper/said.server";
import { answerText, SheetFields } from "../../paper/sheet-fields";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const missing = (text: string) => new Response(text, { status: 404, statusText: "NOT_FOUND" });
const RIGHT = "right-";

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { batch: batchId, number } = args.params;
  const input = paperSheet.safeParse({ batchId, number });
  if (!input.success) throw missing(t("error.paper.sheetNotFound"));
  const sheet = await orResponse(t, caller.surveyPaper.sheet({ unitId, ...input.data }));
  return {
    title: t("shell.titleWithUnit", { page: t("paper.sheet", { number: sheet.number }), unit: unit.name }),
    batchHref: `${path}/surveys/paper/${batchId}`,
    said: saidIn(t, args.request.url),
    sheet,
  };
}

/** Corrects a sheet, takes it out, types it a second time or settles it: whichever form was sent. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const fields = answersIn(form);
  const intent = String(form.get("intent") ?? "");
  const failed = { fields, problems: [], procedure: procedureIn(form) };
  const known = paperSheet.safeParse({ batchId: args.params.batch, number: args.params.number });
  if (!known.success) throw missing(t("error.paper.sheetNotFound"));
  const { batchId, number } = known.data;
  const batch = `${path}/surveys/paper/${batchId}`;
  try {
    if (intent === "remove") {
      await caller.surveyPaper.remove({ unitId, batchId, number });
      return redirect(saying(batch, "removed", number));
    }
    if (intent === "settle") {
      const right: Record<string, "first" | "second"> = {};
      for (const [name, value] of form) {
        if (name.startsWith(RIGHT)) right[name.slice(RIGHT.length)] = value === "second" ? "second" : "first";
      }
      await caller.surveyPaper.settle({ unitId, batchId, number, right });
      return redirect(saying(batch, "settled", number));
    }
    const input = changeSheet.safeParse({ batchId, number, fields, procedure: failed.procedure });
    if (!input.success) return data({ ...failed, problem: t("paper.problem") }, 422);
    if (intent === "again") {
      const typed = await caller.surveyPaper.typeAgain({ unitId, batchId, number, fields });
      if ("problems" in typed) return data({ ...failed, problems: typed.problems, problem: t("paper.problem") }, 422);
      const next = Number(form.get("next")) || null;
      return redirect(saying(next ? `${batch}/${next}` : batch, typed.differing > 0 ? "differs" : "again", number));
    }
    const changed = await caller.surveyPaper.change({ unitId, ...input.data });
    if ("problems" in changed) return data({ ...failed, problems: changed.problems, problem: t("paper.problem") }, 422);
    return redirect(saying(batch, "changed", number));
  } catch (error) {
    return data({ ...failed, problem: problemOf(t, error).text }, 409);
  }
}

/** One sheet on paper, as the state of its batch lets it be worked on. */
export default function PaperSheetPage() {
  const { sheet, batchHref, said } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const { number, act, form, differences, nextToType } = sheet;
  const heading = {
    change: t("paper.changeTitle", { number }),
    "type-again": t("paper.againTitle", { number }),
    settle: t("paper.settleTitle", { number }),
  };
  const fields = (
    <SheetFields form={form} fields={failure?.fields ?? sheet.fields} problems={failure?.problems ?? []} />
  );
  return (
    <>
      {said && !failure ? <Toast>{said}</Toast> : null}
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      <Panel
        id="sheet"
        title={act ? heading[act] : t("paper.sheet", { number })}
        aside={<a href={batchHref}>{t("paper.back")}</a>}
      >
        {act === null ? <p className="soft">{t("paper.nothing")}</p> : null}
        {act === "change" ? (
          <div className="stack">
            <Form method="post" className="stack" autoComplete="off">
              <SheetProcedure
                about={sheet.about}
                batchName={sheet.batch.procedureName}
                procedure={failure ? failure.procedure : sheet.procedureCode}
              />
              {fields}
              <div>
                <Button kind="primary">{t("paper.saveChange")}</Button>
              </div>
            </Form>
            <Form method="post">
              <Button kind="quiet" name="intent" value="remove">
                {t("paper.remove")}
              </Button>
            </Form>
          </div>
        ) : null}
        {act === "type-again" ? (
          <Form method="post" className="stack" autoComplete="off" key={number}>
            <p className="soft">{t("paper.typeHint")}</p>
            <input type="hidden" name="next" value={nextToType ?? ""} />
            {fields}
            <div>
              <Button kind="primary" name="intent" value="again">
                {t("paper.save")}
              </Button>
            </div>
          </Form>
        ) : null}
        {act === "settle" ? (
          <Form method="post" className="stack">
            <p className="soft">{t("paper.settleLead")}</p>
            {differences.map(({ id, first, second }) => {
              const question = form.questions.find((one) => one.id === id);
              return (
                <ChoiceField
                  key={id}
                  id={`${RIGHT}${id}`}
                  name={`${RIGHT}${id}`}
                  control="radio"
                  required
                  legend={question?.text ?? id}
                  options={[
                    { value: "first", label: t("paper.first", { answer: answerText(question, first, t) }) },
                    { value: "second", label: t("paper.second", { answer: answerText(question, second, t) }) },
                  ]}
                />
              );
            })}
            <div>
              <Button kind="primary" name="intent" value="settle">
                {t("paper.saveSettled")}
              </Button>
            </div>
          </Form>
        ) : null}
      </Panel>
    </>
  );
}
