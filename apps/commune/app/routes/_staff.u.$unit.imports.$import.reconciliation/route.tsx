import { useFormat, useT } from "@gandan/i18n/translation";
import { chooseSide, matchKind, readReconciliation } from "@gandan/model/import/reconciliation";
import { Badge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ButtonLink } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { Tabs } from "@gandan/ui/tabs";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { reconciliationFilters, reconciliationQuery } from "../../import/reconciliation-query";
import { ChooseAll } from "./choose-all";
import { DifferenceList } from "./difference-list";
import { MatchFilter } from "./match-filter";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { searchParams } = new URL(args.request.url);
  const filters = reconciliationFilters(searchParams);
  const input = readReconciliation.safeParse({ ...filters, importId: args.params.import });
  if (!input.success) throw new Response(t("error.import.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const { importId } = input.data;
  const [found, run] = await orResponse(
    t,
    Promise.all([caller.import.reconciliation({ unitId, ...input.data }), caller.import.get({ unitId, importId })]),
  );
  const here = `${path}/imports/${importId}/reconciliation`;
  const last = Math.ceil(found.total / found.pageSize);
  if (last > 0 && filters.page > last) throw redirect(here + reconciliationQuery(filters, { page: last }));
  const title = t("shell.titleWithUnit", { page: t("import.reconcile.title"), unit: unit.name });
  const chosen = Number(searchParams.get("chosen"));
  const open = run.state === "checked" || run.state === "failed";
  return { title, found, filters, path, here, importId, open, done: run.state === "done", chosen: chosen || null };
}

/** Says whose word stands, for one contradiction or for all of a reason. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const { page, ...filters } = reconciliationFilters(new URL(args.request.url).searchParams);
  const place = form.get("place");
  const input = chooseSide.safeParse({
    importId: args.params.import,
    side: form.get("side"),
    dossierId: form.get("dossierId") ?? undefined,
    place: place === null ? undefined : Number(place),
    why: form.get("why") ?? undefined,
  });
  if (!input.success) return data({ problem: t("error.invalid") }, 400);
  try {
    const { chosen } = await caller.import.choose({ unitId, ...input.data });
    const query = reconciliationQuery({ ...filters, page });
    return redirect(
      `${path}/imports/${input.data.importId}/reconciliation${query}${query ? "&" : "?"}chosen=${chosen}${place === null ? "" : "#list"}`,
    );
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ problem: text }, code === "CONFLICT" ? 409 : 400);
  }
}

export default function Reconciliation() {
  const { found, filters, path, here, importId, open, done, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const first = (found.page - 1) * found.pageSize;
  const query = reconciliationQuery(filters);
  const exported = reconciliationQuery(filters, { page: 1 });
  const tab = (kind: (typeof matchKind.options)[number] | undefined, label: string, count: number) => ({
    href: here + reconciliationQuery({ kind, page: 1 }),
    label,
    count: format.number(count),
    current: filters.kind === kind,
  });
  const all = Object.values(found.counts).reduce((sum, n) => sum + n, 0);
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.today") },
          { href: `${path}/imports`, label: t("import.title") },
          { href: `${path}/imports/${importId}`, label: found.fileName },
        ]}
        current={t("import.reconcile.title")}
      />
      <PageHead
        title={t("import.reconcile.title")}
        lead={
          filters.kind
            ? t(`import.reconcile.kindText.${filters.kind}`)
            : t(`import.reconcile.${done ? "done" : "intro"}`)
        }
        actions={
          <>
            <ButtonLink icon="download" href={`${path}/imports/${importId}/reconciliation.csv${exported}`} download>
              {t("import.reconcile.downloadCsv")}
            </ButtonLink>
            <ButtonLink icon="download" href={`${path}/imports/${importId}/reconciliation.xlsx${exported}`} download>
              {t("import.reconcile.downloadXlsx")}
            </ButtonLink>
            <ButtonLink kind={open ? "primary" : "plain"} href={`${path}/imports/${importId}`}>
              {t("import.reconcile.back")}
            </ButtonLink>
          </>
        }
      />
      {answer?.problem ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
      {chosen !== null && !answer ? (
        <Notice tone="met" announce="polite" title={t("import.reconcile.chosen", { count: chosen })} />
      ) : null}
      <Tabs
        label={t("import.reconcile.tabs")}
        tabs={[
          tab(undefined, t("import.reconcile.all"), all),
          ...matchKind.options.map((kind) => tab(kind, t(`import.reconcile.kind.${kind}`), found.counts[kind])),
        ]}
      />
      <MatchFilter filters={filters} here={here} reasons={found.reasons} />
      {found.reasons.length > 0 ? (
        <ChooseAll reasons={found.reasons} why={filters.why} open={open} action={here + query} />
      ) : null}
      <Panel id="list" title={t("import.reconcile.caption")} titleHidden flush>
        <DataTable
          caption={t("import.reconcile.caption")}
          rows={found.matches}
          rowKey={({ kind, externalCode }) => `${kind} ${externalCode}`}
          empty={<EmptyState icon="search" title={t("import.reconcile.none")} text={t("import.reconcile.noneText")} />}
          columns={[
            {
              key: "code",
              header: t("dossier.code"),
              cell: ({ externalCode, dossierId, procedureName }) => (
                <>
                  {dossierId ? <a href={`${path}/dossiers/${dossierId}`}>{externalCode}</a> : externalCode}
                  <span className="sub">{procedureName}</span>
                </>
              ),
            },
            {
              key: "kind",
              header: t("import.reconcile.kindLabel"),
              narrowLabel: t("import.reconcile.kindLabel"),
              cell: ({ kind }) => (
                <Badge tone={kind === "contradicting" ? "gold" : kind === "changed" ? "accent" : "line"}>
                  {t(`import.reconcile.kind.${kind}`)}
                </Badge>
              ),
            },
            {
              key: "received",
              header: t("import.reconcile.received"),
              narrowLabel: t("import.reconcile.received"),
              align: "date",
              cell: ({ receivedOn }) => format.date(receivedOn),
            },
            {
              key: "differences",
              header: t("import.reconcile.differences"),
              cell: (match) => <DifferenceList match={match} open={open} action={here + query} />,
            },
          ]}
        />
        {found.total > 0 ? (
          <Pagination
            label={t("shell.page.nav")}
            page={found.page}
            pages={Math.ceil(found.total / found.pageSize)}
            href={(page) => here + reconciliationQuery(filters, { page })}
            labels={{
              previous: t("shell.page.previous"),
              next: t("shell.page.next"),
              page: (page) => t("shell.page.page", { page }),
            }}
            position={t("shell.page.range", { from: first + 1, to: first + found.matches.length, total: found.total })}
          />
        ) : null}
      </Panel>
    </div>
  );
}
