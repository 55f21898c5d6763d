import { useFormat, useT } from "@gandan/i18n/translation";
import { listPetitions, SHOWN } from "@gandan/model/petition/petition-inputs";
import { PETITION_KINDS } from "@gandan/model/petition/petition-terms";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { Tabs } from "@gandan/ui/tabs";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { PetitionTable } from "../../petition/petition-table";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const filters = listPetitions.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const list = await orResponse(t, caller.petition.list({ unitId, ...filters }));
  const title = t("shell.titleWithUnit", { page: t("petition.title"), unit: unit.name });
  return { title, path, filters, list, ended: unit.ended };
}

/** The sealed register as far as it is open to the person: lines without what petitions say. */
export default function Petitions() {
  const { path, filters, list, ended } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const here = `${path}/petitions`;
  const { show, kind, q } = filters;
  const address = (change: Record<string, string | number>) => {
    const all = Object.entries({ show, kind, q, ...change }).map(([name, value]) => [name, String(value)]);
    const query = new URLSearchParams(
      all.filter(([name, value]) => value !== "" && !(name === "show" && value === "open") && value !== "1"),
    );
    return query.size > 0 ? `${here}?${query}` : here;
  };
  const counts: Partial<Record<string, number>> = list.counts;
  const named = list.kinds.length > 0;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.today") }]}
        current={t("petition.title")}
      />
      <PageHead
        title={t("petition.title")}
        lead={t("petition.list.lead")}
        actions={
          <>
            <a href={`${here}/readers`}>{t("petition.list.readers")}</a>
            {named && !ended ? <ButtonLink href={`${here}/new`}>{t("petition.list.register")}</ButtonLink> : null}
          </>
        }
      />
      {named && ended && list.counts.open > 0 ? (
        <Notice tone="pending" title={t("petition.list.toHandOver", { count: list.counts.open })}>
          {t("petition.list.toHandOverText")}
        </Notice>
      ) : null}
      {named ? (
        <>
          <Tabs
            label={t("petition.list.shown")}
            tabs={SHOWN.map((each) => ({
              href: address({ show: each }),
              label: t(`petition.list.${each}`),
              count: counts[each] ? format.number(counts[each]) : undefined,
              current: each === show,
            }))}
          />
          <FilterBar
            label={t("petition.list.filters")}
            action={here}
            hidden={show === "open" ? {} : { show }}
            submit={t("shell.action.filter")}
            clear={
              kind || q ? { href: address({ kind: "", q: "" }), label: t("shell.action.clearFilters") } : undefined
            }
          >
            <Field
              id="kind"
              name="kind"
              control="select"
              label={t("petition.list.kind")}
              defaultValue={kind}
              options={[
                { value: "", label: t("petition.list.anyKind") },
                ...PETITION_KINDS.filter((each) => list.kinds.includes(each)).map((each) => ({
                  value: each,
                  label: t(`petition.kind.${each}`),
                })),
              ]}
            />
            <Field
              id="q"
              name="q"
              control="search"
              label={t("petition.list.number")}
              hint={t("petition.list.numberHint")}
              defaultValue={q}
              maxLength={20}
            />
          </FilterBar>
          {list.petitions.length === 0 ? (
            <EmptyState
              icon="lock"
              level={2}
              title={t(kind || q ? "petition.list.noneMatch" : "petition.list.none")}
              text={kind || q ? undefined : t("petition.list.noneText")}
            />
          ) : (
            <Panel id="petitions" title={t("petition.list.caption")} titleHidden flush>
              <PetitionTable petitions={list.petitions} path={path} />
            </Panel>
          )}
          {list.petitions.length > 0 ? (
            <p className="row no-print" id="register">
              <a href={address({}).replace(here, `${here}/register`)} download>
                {t("petition.register.download")}
              </a>
              <span className="hint">{t("petition.register.hint")}</span>
            </p>
          ) : null}
          <Pagination
            label={t("shell.page.nav")}
            page={list.page}
            pages={Math.ceil(list.total / list.pageSize)}
            href={(page) => address({ page })}
            labels={{
              previous: t("shell.page.previous"),
              next: t("shell.page.next"),
              page: (page) => t("shell.page.page", { page }),
            }}
            position={t("petition.list.found", { count: list.total })}
          />
        </>
      ) : (
        <EmptyState
          icon="lock"
          level={2}
          title={t("petition.list.notNamed")}
          text={t("petition.list.notNamedText")}
          action={<ButtonLink href={`${here}/readers`}>{t("petition.list.readers")}</ButtonLink>}
        />
      )}
    </div>
  );
}
