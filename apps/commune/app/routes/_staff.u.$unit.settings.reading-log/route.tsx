import { useFormat, useT } from "@gandan/i18n/translation";
import { READING_WAYS, readReadingLog } from "@gandan/model/reading-log/reading-log-inputs";
import { ButtonLink } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { Notice } from "@gandan/ui/notice";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { readingDetail } from "../../reading-log/reading-detail";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const filters = readReadingLog.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const log = await orResponse(t, caller.readingLog.read({ unitId, ...filters }));
  const title = t("shell.titleWithUnit", { page: `${t("readingLog.tab")}, ${t("settings.title")}`, unit: unit.name });
  const mayOpen = unit.permissions.includes("dossier:read");
  return { title, log, filters, home: path, path: `${path}/settings/reading-log`, mayOpen };
}

export default function ReadingLogPage() {
  const { log, filters, home, path, mayOpen } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const { page, ...asked } = filters;
  const filtered = Object.values(asked).some((value) => value !== "");
  const query = (number: number) => new URLSearchParams({ ...asked, page: String(number) }).toString();
  const count = { count: log.total };
  return (
    <>
      {log.unknownDossier ? <Notice tone="pending" title={t("readingLog.unknownDossier")} /> : null}
      {filters.dossier && !log.unknownDossier ? <Notice tone="info" title={t("readingLog.listsNote")} /> : null}
      {filters.way === "lookedUp" ? <Notice tone="info" title={t("readingLog.lookUpsNote")} /> : null}
      <Panel id="readings" title={t("readingLog.title")} flush>
        <p className="panel-p soft">{t("readingLog.lead")}</p>
        <FilterBar
          label={t("readingLog.filter")}
          action={path}
          submit={t("shell.action.filter")}
          clear={filtered ? { href: path, label: t("shell.action.clearFilters") } : undefined}
        >
          <Field
            id="person"
            name="person"
            control="select"
            label={t("readingLog.person")}
            defaultValue={filters.person}
            options={[
              { value: "", label: t("readingLog.anyone") },
              ...log.people.map(({ staffId, name }) => ({ value: staffId, label: name })),
            ]}
          />
          <Field
            id="dossier"
            name="dossier"
            label={t("readingLog.dossier")}
            placeholder={t("readingLog.dossierHint")}
            defaultValue={filters.dossier}
            spellCheck={false}
          />
          <Field
            id="way"
            name="way"
            control="select"
            label={t("readingLog.way")}
            defaultValue={filters.way}
            options={[
              { value: "", label: t("readingLog.anyWay") },
              ...READING_WAYS.map((way) => ({ value: way, label: t(`readingLog.ways.${way}`) })),
            ]}
          />
          <Field id="from" name="from" control="date" label={t("readingLog.from")} defaultValue={filters.from} />
          <Field id="to" name="to" control="date" label={t("readingLog.to")} defaultValue={filters.to} />
        </FilterBar>
        <DataTable
          caption={t("readingLog.caption")}
          rows={log.readings}
          rowKey={({ seq }) => String(seq)}
          empty={<EmptyState icon="info" title={t("readingLog.none")} text={t("readingLog.noneText")} />}
          columns={[
            {
              key: "at",
              header: t("readingLog.at"),
              cell: ({ at }) => format.dateTime(at),
              nowrap: true,
            },
            {
              key: "person",
              header: t("readingLog.person"),
              narrowLabel: t("readingLog.person"),
              cell: ({ person, signInName, personId }) => (
                <>
                  {person ??
                    (personId === "citizen" ? t("readingLog.citizen") : t("readingLog.someone", { id: personId }))}
                  {signInName ? <span className="sub">{signInName}</span> : null}
                </>
              ),
            },
            {
              key: "act",
              header: t("readingLog.act"),
              narrowLabel: t("readingLog.act"),
              cell: ({ action }) => t(`readingLog.does.${action}`),
            },
            {
              key: "about",
              header: t("readingLog.about"),
              narrowLabel: t("readingLog.about"),
              cell: ({ dossierId, dossierCode }) =>
                dossierId && mayOpen ? (
                  <a href={`${home}/dossiers/${dossierId}`}>{dossierCode}</a>
                ) : (
                  (dossierCode ?? "–")
                ),
            },
            {
              key: "details",
              header: t("readingLog.details"),
              narrowLabel: t("readingLog.details"),
              cell: ({ details }) => readingDetail(t, details) || "–",
            },
          ]}
        />
      </Panel>
      <Pagination
        label={t("shell.page.nav")}
        page={log.page}
        pages={Math.ceil(log.total / log.pageSize)}
        href={(number) => `${path}?${query(number)}`}
        labels={{
          previous: t("shell.page.previous"),
          next: t("shell.page.next"),
          page: (number) => t("shell.page.page", { page: number }),
        }}
        position={log.more ? t("readingLog.foundMore", count) : t("readingLog.found", count)}
      />
      <div className="no-print">
        <ButtonLink href={`${path}.csv?${query(1)}`} download>
          {t("shell.action.downloadCsv")}
        </ButtonLink>
      </div>
    </>
  );
}
