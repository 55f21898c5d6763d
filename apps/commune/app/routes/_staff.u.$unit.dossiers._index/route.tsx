import { useT } from "@gandan/i18n/translation";
import { DOSSIER_STATES } from "@gandan/model/dossier/dossier-facts";
import { DOSSIER_GROUPS } from "@gandan/model/dossier/dossier-group";
import { DOSSIER_QUEUES } from "@gandan/model/dossier/list-dossiers";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { filtersOf, queryOf } from "../../dossier/dossier-filters";
import { DossierTable } from "../../dossier/dossier-table";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const filters = filtersOf(new URL(args.request.url).searchParams);
  const found = await orResponse(t, caller.dossier.list({ unitId, ...filters }));
  const last = Math.ceil(found.total / found.pageSize);
  if (last > 0 && filters.page > last) throw redirect(`${path}/dossiers${queryOf(filters, { page: String(last) })}`);
  const title = t("shell.titleWithUnit", { page: t("dossier.title"), unit: unit.name });
  return { title, found, filters, path, mayReceive: found.mayReceive && !unit.ended };
}

export default function Dossiers() {
  const { found, filters, path, mayReceive } = useLoaderData<typeof loader>();
  const t = useT();
  const here = `${path}/dossiers`;
  const unsorted = { ...filters, sort: "received", direction: "descending", page: 1 } as const;
  const filtered = queryOf(unsorted) !== "";
  const queueAlone = filters.queue && queryOf({ ...unsorted, queue: undefined }) === "" ? filters.queue : null;
  const any = { value: "", label: t("shell.form.all") };
  const sorting = (sort: "received" | "due") => {
    const current = filters.sort === sort;
    const next = current && filters.direction === "descending" ? "ascending" : "descending";
    return {
      href: here + queryOf(filters, { sort, direction: next, page: "1" }),
      direction: current ? filters.direction : ("none" as const),
    };
  };
  const first = (found.page - 1) * found.pageSize;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.today") }]}
        current={t("dossier.title")}
      />
      <PageHead
        title={filters.queue ? t(`dossier.queue.${filters.queue}`) : t("dossier.title")}
        lead={t("dossier.count", { count: found.total })}
        actions={
          <>
            <ButtonLink icon="download" href={`${here}/export${queryOf(filters, { page: "1" })}`} download>
              {t("shell.action.downloadCsv")}
            </ButtonLink>
            {mayReceive ? (
              <ButtonLink kind="primary" icon="plus" href={`${here}/new`}>
                {t("dossier.act.receive")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <FilterBar
        label={t("shell.action.filter")}
        action={here}
        submit={t("shell.action.filter")}
        clear={filtered ? { href: here, label: t("shell.action.clearFilters") } : undefined}
        more={{
          label: t("dossier.list.more"),
          open: [filters.state, filters.group, filters.from, filters.to].some(Boolean),
          fields: (
            <>
              <Field
                id="state"
                name="state"
                control="select"
                label={t("dossier.stateLabel")}
                defaultValue={filters.state ?? ""}
                options={[any, ...DOSSIER_STATES.map((value) => ({ value, label: t(`dossier.state.${value}`) }))]}
              />
              <Field
                id="group"
                name="group"
                control="select"
                label={t("dossier.groupLabel")}
                defaultValue={filters.group ?? ""}
                options={[any, ...DOSSIER_GROUPS.map((value) => ({ value, label: t(`dossier.group.${value}`) }))]}
              />
              <Field id="from" name="from" control="date" label={t("dossier.list.from")} defaultValue={filters.from} />
              <Field id="to" name="to" control="date" label={t("dossier.list.to")} defaultValue={filters.to} />
              <Field
                id="sort"
                name="sort"
                control="select"
                label={t("dossier.list.sort")}
                defaultValue={filters.sort}
                options={[
                  { value: "received", label: t("dossier.received") },
                  { value: "due", label: t("dossier.promised") },
                ]}
              />
              <Field
                id="direction"
                name="direction"
                control="select"
                label={t("dossier.list.order")}
                defaultValue={filters.direction}
                options={[
                  { value: "ascending", label: t("dossier.list.ascending") },
                  { value: "descending", label: t("dossier.list.descending") },
                ]}
              />
            </>
          ),
        }}
      >
        <Field id="q" name="q" control="search" label={t("dossier.list.query")} defaultValue={filters.q} />
        <Field
          id="queue"
          name="queue"
          control="select"
          label={t("unit.home.queues")}
          defaultValue={filters.queue ?? ""}
          options={[any, ...DOSSIER_QUEUES.map((value) => ({ value, label: t(`dossier.queue.${value}`) }))]}
        />
      </FilterBar>
      <Panel id="list" title={t("dossier.list.caption")} titleHidden flush>
        <DossierTable
          caption={t("dossier.list.caption")}
          rows={found.dossiers}
          path={path}
          sorting={{ received: sorting("received"), due: sorting("due") }}
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
