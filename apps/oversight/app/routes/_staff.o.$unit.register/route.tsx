import { useFormat, useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { Tabs } from "@gandan/ui/tabs";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { queryLink } from "../../oversight/query-link";
import { readRegisterSearch } from "../../oversight/read-search.server";
import { RegisterTable } from "../../oversight/register-table";

const STATES = ["adopted", "declined", "silent"] as const;

/** Nothing here needs a script: the page goes out without one, and without its data a second time. */
export const handle = { script: false };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, ctx, t, unit, unitId, path } = await unitCaller(args);
  const invalid = t("error.invalid");
  const input = readRegisterSearch({ request: args.request, now: ctx.now, validTo: unit.validTo, invalid });
  const register = await orResponse(t, caller.oversight.register({ unitId, ...input }));
  return {
    title: t("shell.titleWithUnit", { page: t("oversight.register.title"), unit: unit.name }),
    register,
    input,
    path,
  };
}

export default function Register() {
  const { register, input, path } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const here = `${path}/register`;
  const query = {
    on: input.on,
    state: input.state,
    q: input.words,
    sort: input.sort === "name" ? undefined : input.sort,
    direction: input.direction === "down" ? "down" : undefined,
  };
  const { counts } = register;
  const total = counts.adopted + counts.declined + counts.silent;
  const filtered = input.state !== undefined || input.words !== "";
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.compare") }]}
        current={t("oversight.register.title")}
      />
      <PageHead
        title={t("oversight.register.titleOn", { date: format.date(register.on) })}
        lead={t("oversight.register.summary", counts)}
        actions={
          <>
            <ButtonLink icon="file-text" href={queryLink(`${path}/register.pdf`, query)} download>
              {t("oversight.register.pdf")}
            </ButtonLink>
            <ButtonLink icon="download" href={queryLink(`${path}/register.docx`, query)} download>
              {t("oversight.register.docx")}
            </ButtonLink>
            <ButtonLink icon="download" href={queryLink(`${path}/register.xlsx`, query)} download>
              {t("shell.action.download")}
            </ButtonLink>
          </>
        }
      />
      <FilterBar
        label={t("shell.action.filter")}
        action={here}
        submit={t("shell.action.filter")}
        hidden={Object.fromEntries(
          Object.entries({ state: query.state, sort: query.sort, direction: query.direction }).filter(
            (entry): entry is [string, string] => entry[1] !== undefined,
          ),
        )}
        clear={
          filtered ? { href: queryLink(here, { on: input.on }), label: t("shell.action.clearFilters") } : undefined
        }
      >
        <Field id="on" name="on" control="date" label={t("oversight.register.on")} defaultValue={input.on} />
        <Field
          id="words"
          name="q"
          control="search"
          label={t("oversight.register.words")}
          defaultValue={input.words}
          maxLength={100}
        />
      </FilterBar>
      <Tabs
        label={t("oversight.register.state")}
        tabs={[undefined, ...STATES].map((state) => ({
          href: queryLink(here, { ...query, state }),
          label: state ? t(`oversight.register.${state}`) : t("oversight.register.all"),
          count: format.number(state ? counts[state] : total),
          current: state === input.state,
        }))}
      />
      <Panel id="rows" title={t("oversight.register.rows", { count: register.rows.length })} flush>
        <RegisterTable
          rows={register.rows}
          unitHref={(slug) => `${path}/units/${slug}`}
          sort={(key) => {
            const current = input.sort === key;
            const next = current && input.direction === "up" ? "down" : undefined;
            return {
              href: queryLink(here, { ...query, sort: key === "name" ? undefined : key, direction: next }),
              direction: !current ? "none" : input.direction === "up" ? "ascending" : "descending",
            };
          }}
          empty={
            <EmptyState
              icon="list-checks"
              title={total === 0 ? t("oversight.register.empty") : t("oversight.register.noMatch")}
            />
          }
        />
      </Panel>
    </div>
  );
}
