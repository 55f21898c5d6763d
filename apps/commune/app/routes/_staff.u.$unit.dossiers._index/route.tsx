import { useFormat, useT } from "@gandan/i18n/translation";
import { type DossierSort, orderOf, USUAL_SOON_HOURS } from "@gandan/model/dossier/list-dossiers";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { DossierFilterBar, SoonChoice } from "../../dossier/dossier-filter-bar";
import { filtersOf, queryOf } from "../../dossier/dossier-filters";
import { DossierTable } from "../../dossier/dossier-table";
import { QueueBar, QueueFreshness } from "../../dossier/queue-bar";
import { RegisterLinks } from "../../dossier/register-links";
import { Shortcuts } from "../../dossier/shortcuts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const filters = filtersOf(new URL(args.request.url).searchParams);
  const [found, queues] = await orResponse(
    t,
    Promise.all([caller.dossier.list({ unitId, ...filters }), caller.dossier.queues({ unitId, hours: filters.hours })]),
  );
  const last = Math.ceil(found.total / found.pageSize);
  if (last > 0 && filters.page > last) throw redirect(`${path}/dossiers${queryOf(filters, { page: String(last) })}`);
  const title = t("shell.titleWithUnit", { page: t("dossier.title"), unit: unit.name });
  return { title, found, queues, filters, path, mayReceive: found.mayReceive && !unit.ended };
}

export default function Dossiers() {
  const { found, queues, filters, path, mayReceive } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const here = `${path}/dossiers`;
  const unsorted = { ...filters, sort: undefined, direction: undefined, hours: USUAL_SOON_HOURS, page: 1 };
  const filtered = queryOf(unsorted) !== "";
  const queueAlone = filters.queue && queryOf({ ...unsorted, queue: undefined }) === "" ? filters.queue : null;
  const order = orderOf(filters);
  const sorting = (sort: DossierSort) => {
    const current = order.sort === sort;
    const next = current && order.direction === "descending" ? "ascending" : "descending";
    return {
      href: here + queryOf(filters, { sort, direction: next, page: "1" }),
      direction: current ? order.direction : ("none" as const),
    };
  };
  const first = (found.page - 1) * found.pageSize;
  const count = t(found.more ? "dossier.countMore" : "dossier.count", { count: found.total });
  const explained = filters.queue
    ? (t.find(`dossier.queueText.${filters.queue}`, {
        hours: queues.hours,
        until: format.dateTime(queues.soonUntil),
      }) ?? "")
    : "";
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.today") }]}
        current={t("dossier.title")}
      />
      <PageHead
        title={filters.queue ? t(`dossier.queue.${filters.queue}`) : t("dossier.title")}
        lead={explained ? `${count}. ${explained}` : count}
        actions={
          <>
            <ButtonLink icon="download" href={`${here}/export${queryOf(filters, { page: "1" })}`} download>
              {t("shell.action.downloadCsv")}
            </ButtonLink>
            {mayReceive ? (
              <ButtonLink id="receive" kind="primary" icon="plus" href={`${here}/new`}>
                {t("dossier.act.receive")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <div>
        <h2 className="vh">{t("unit.home.queues")}</h2>
        <QueueBar queues={queues} path={path} current={filters.queue} />
        <QueueFreshness asOf={queues.asOf} importedAt={queues.importedAt} />
      </div>
      {filters.queue === "due-soon" ? <SoonChoice path={path} hours={filters.hours} /> : null}
      <DossierFilterBar filters={filters} here={here} filtered={filtered} />
      <Panel id="list" title={t("dossier.list.caption")} titleHidden flush>
        <DossierTable
          caption={t("dossier.list.caption")}
          rows={found.dossiers}
          path={path}
          sorting={{ received: sorting("received"), due: sorting("due"), waiting: sorting("waiting") }}
          waiting={filters.queue === "awaiting-citizen"}
          empty={<NoDossiers />}
        />
        {found.total > 0 ? (
          <Pagination
            label={t("shell.page.nav")}
            page={found.page}
            pages={Math.ceil(found.total / found.pageSize)}
            href={(page) => here + queryOf(filters, { page: String(page) })}
            labels={{
              previous: t("shell.page.previous"),
              next: t("shell.page.next"),
              page: (page) => t("shell.page.page", { page }),
            }}
            position={t("shell.page.range", { from: first + 1, to: first + found.dossiers.length, total: found.total })}
          />
        ) : null}
      </Panel>
      {found.total > 0 ? (
        <RegisterLinks here={here} query={queryOf(filters, { page: "1" })} total={found.total} more={found.more} />
      ) : null}
      <Shortcuts
        shortcuts={[
          { letter: "T", target: "q", label: t("dossier.keys.search") },
          ...(mayReceive ? [{ letter: "N", target: "receive", label: t("dossier.keys.receive") }] : []),
        ]}
      />
    </div>
  );

  function NoDossiers() {
    const all = (
      <ButtonLink kind="quiet" href={here}>
        {t("shell.action.clearFilters")}
      </ButtonLink>
    );
    if (queueAlone) {
      return <EmptyState icon="circle-check" level={2} title={t(`dossier.queueEmpty.${queueAlone}`)} action={all} />;
    }
    if (filtered) {
      const swapped = filters.from && filters.to && filters.from > filters.to;
      const text = swapped ? t("dossier.list.swapped") : t("dossier.list.noneText");
      return <EmptyState icon="folder-open" level={2} title={t("dossier.list.none")} text={text} action={all} />;
    }
    const bring = <ButtonLink href={`${path}/imports`}>{t("dossier.list.bring")}</ButtonLink>;
    return (
      <EmptyState
        icon="folder-open"
        level={2}
        title={t("dossier.list.empty")}
        text={t("dossier.list.emptyText")}
        action={bring}
      />
    );
  }
}
