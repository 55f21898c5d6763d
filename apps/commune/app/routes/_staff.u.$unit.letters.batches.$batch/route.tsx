import { useT } from "@gandan/i18n/translation";
import { letterId } from "@gandan/model/letter/letter-inputs";
import { letterBatch } from "@gandan/model/letter/signing-inputs";
import { Badge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button, ButtonLink } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { Progress } from "@gandan/ui/progress";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, format, unit, unitId, path } = await unitCaller(args);
  const input = letterBatch.safeParse({ batchId: args.params.batch });
  if (!input.success) throw new Response(t("error.letter.noBatch"), { status: 404, statusText: "NOT_FOUND" });
  const batch = await orResponse(t, caller.letter.batch({ unitId, ...input.data }));
  const page = t("signing.batch.title", { count: batch.letters.length });
  return {
    title: t("shell.titleWithUnit", { page, unit: unit.name }),
    page,
    lead: t("signing.batch.lead", { person: batch.signedBy ?? "–", time: format.dateTime(batch.signedAt) }),
    letters: batch.letters,
    refused: batch.refused.map(({ key, details, ...letter }) => ({
      ...letter,
      reason: t.find(`error.${key}`, details) ?? t("error.invalid"),
    })),
    made: batch.made,
    waiting: batch.waiting,
    mayAct: unit.permissions.includes("letter:draft") && !unit.ended,
    remade: new URL(args.request.url).searchParams.get("done") === "remade",
    path,
    here: `${path}/letters/batches/${batch.batchId}`,
  };
}

/** Asks for the file of a letter again. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const asked = letterId.safeParse({ letterId: (await args.request.formData()).get("remake") });
  if (!asked.success) return data({ problem: t("error.invalid") }, 422);
  try {
    await caller.letter.remake({ unitId, ...asked.data });
  } catch (error) {
    return data({ problem: problemOf(t, error).text }, 409);
  }
  throw redirect(`${path}/letters/batches/${args.params.batch}?done=remade`);
}

/** How many files are made, asked for every second until none waits; without script the browser reloads the page. */
function useMade(here: string, { made, waiting }: { made: number; waiting: number }): number {
  const { revalidate } = useRevalidator();
  const [latest, setLatest] = useState(made);
  useEffect(() => {
    if (waiting === 0) return;
    const timer = setInterval(async () => {
      const answer = await fetch(`${here}/progress`).catch(() => null);
      if (!answer?.ok) return;
      const progress = (await answer.json()) as { made: number; waiting: number };
      setLatest(progress.made);
      if (progress.waiting === 0) revalidate();
    }, 1_000);
    return () => clearInterval(timer);
  }, [here, waiting, revalidate]);
  return Math.max(latest, made);
}

export default function SignedBatch() {
  const { page, lead, letters, refused, made, waiting, mayAct, remade, path, here } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const shown = useMade(here, { made, waiting });
  const broken = letters.length - made - waiting;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.today") },
          { href: `${path}/letters`, label: t("letter.title") },
        ]}
        current={page}
      />
      <PageHead title={page} lead={lead} />
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {remade && !failure ? <Notice tone="met" announce="polite" title={t("signing.batch.remade")} /> : null}
      {waiting > 0 ? (
        <>
          <noscript>
            <meta httpEquiv="refresh" content="2" />
          </noscript>
          <Progress
            id="making"
            label={t("signing.batch.making")}
            value={shown}
            max={letters.length}
            text={t("signing.batch.madeOf", { made: shown, all: letters.length })}
            hint={t("signing.batch.makingHint")}
          />
          <noscript>
            <p>
              <a href="?">{t("signing.batch.reload")}</a>
            </p>
          </noscript>
        </>
      ) : broken === 0 ? (
        <Notice tone="met" announce="polite" title={t("signing.batch.made")} />
      ) : (
        <Notice tone="missed" announce="polite" title={t("signing.batch.refusedFile", { count: broken })} />
      )}
      {refused.length > 0 ? (
        <Panel id="refused" title={t("signing.batch.refused", { count: refused.length })} flush>
          <p className="panel-p">{t("signing.batch.refusedText")}</p>
          <DataTable
            caption={t("signing.batch.refused", { count: refused.length })}
            rows={refused}
            rowKey={({ letterId }) => letterId}
            columns={[
              { key: "to", header: t("letter.addressee"), cell: (letter) => <Who {...letter} /> },
              {
                key: "why",
                header: t("signing.batch.reason"),
                narrowLabel: t("signing.batch.reason"),
                cell: ({ reason }) => reason,
              },
            ]}
          />
        </Panel>
      ) : null}
      <Panel id="letters" title={t("signing.batch.letters")} titleHidden flush>
        <DataTable
          caption={t("signing.batch.letters")}
          rows={letters}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "number",
              header: t("letter.number"),
              narrowLabel: t("letter.number"),
              cell: ({ number }) => number,
            },
            { key: "to", header: t("letter.addressee"), cell: (letter) => <Who {...letter} /> },
            {
              key: "file",
              header: t("signing.batch.file"),
              narrowLabel: t("signing.batch.file"),
              cell: ({ id, file, number, problem }) =>
                file === "made" ? (
                  <a href={`${path}/letters/${id}.pdf`} aria-label={t("signing.batch.fileLabel", { number })}>
                    {t("signing.batch.fileState.made")}
                  </a>
                ) : (
                  <>
                    <Badge>{t(`signing.batch.fileState.${file}`)}</Badge>
                    {problem ? <span className="sub">{problem}</span> : null}
                    {file === "refused" && mayAct ? (
                      <Form method="post" className="no-print">
                        <input type="hidden" name="remake" value={id} />
                        <Button size="small" label={`${t("signing.batch.remake")}: ${number}`}>
                          {t("signing.batch.remake")}
                        </Button>
                      </Form>
                    ) : null}
                  </>
                ),
            },
          ]}
        />
      </Panel>
      <p className="no-print">
        <ButtonLink href={`${path}/letters?state=signed`}>{t("signing.batch.toLetters")}</ButtonLink>
      </p>
    </div>
  );
}

function Who({ addressee, externalCode }: { addressee: string; externalCode: string | null }) {
  return (
    <>
      {addressee}
      {externalCode ? <span className="sub">{externalCode}</span> : null}
    </>
  );
}
