import { useFormat, useT } from "@gandan/i18n/translation";
import { listStaff } from "@gandan/model/staff/staff-inputs";
import { Badge } from "@gandan/ui/badge";
import { Button, ButtonLink } from "@gandan/ui/button";
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

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const filters = listStaff.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const found = await orResponse(t, caller.staff.list({ unitId, ...filters }));
  const title = t("shell.titleWithUnit", { page: `${t("staff.tab")}, ${t("settings.title")}`, unit: unit.name });
  return { title, found, filters, path: `${path}/settings/staff`, mayAdd: !unit.ended };
}

const STATES = ["working", "ended", "no-password", "all"] as const;

export default function StaffPage() {
  const { found, filters, path, mayAdd } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const { q, role, state } = filters;
  const filtered = q !== "" || role !== "" || state !== "working";
  const roleName = (each: string) => t.find(`session.role.${each}`) ?? each;
  const roles = ["desk-officer", "model-keeper", "chairman", "vice-chairman", "mttq", "inspector", "administrator"];
  const address = (page: number) => `${path}?${new URLSearchParams({ q, role, state, page: String(page) })}`;
  return (
    <>
      {found.counts.withoutPassword > 0 && mayAdd ? (
        <Notice
          tone="pending"
          title={t("staff.waiting", { count: found.counts.withoutPassword })}
          action={
            <form method="post" action={`${path}/links.csv`}>
              <Button>{t("staff.waitingDo")}</Button>
            </form>
          }
        >
          {t("staff.waitingText")}
        </Notice>
      ) : null}
      <Panel
        id="staff"
        title={t("staff.title")}
        aside={t("staff.counts", { working: found.counts.working, ended: found.counts.ended })}
        flush
      >
        <FilterBar
          label={t("staff.filter")}
          action={path}
          submit={t("shell.action.filter")}
          clear={filtered ? { href: path, label: t("shell.action.clearFilters") } : undefined}
        >
          <Field id="q" name="q" control="search" label={t("staff.search")} defaultValue={q} />
          <Field
            id="role"
            name="role"
            control="select"
            label={t("staff.role")}
            defaultValue={role}
            options={[
              { value: "", label: t("staff.anyRole") },
              ...roles.map((each) => ({ value: each, label: roleName(each) })),
            ]}
          />
          <Field
            id="state"
            name="state"
            control="select"
            label={t("staff.state")}
            defaultValue={state}
            options={STATES.map((each) => ({ value: each, label: t(`staff.states.${each}`) }))}
          />
        </FilterBar>
        <DataTable
          caption={t("staff.caption")}
          rows={found.people}
          rowKey={({ staffId }) => staffId}
          empty={<EmptyState icon="info" title={t("staff.none")} text={t("staff.noneText")} />}
          columns={[
            {
              key: "name",
              header: t("staff.name"),
              cell: ({ staffId, name, title, signInName }) => (
                <>
                  <a href={`${path}/${staffId}`}>{name}</a>
                  <span className="sub">{[title, signInName].filter(Boolean).join(" · ")}</span>
                </>
              ),
            },
            {
              key: "code",
              header: t("staff.code"),
              narrowLabel: t("staff.code"),
              cell: ({ code }) => code ?? "–",
            },
            {
              key: "roles",
              header: t("staff.role"),
              narrowLabel: t("staff.role"),
              cell: ({ open, roles: held }) =>
                open.length > 0 ? open.map(roleName).join(", ") : (held[0] && roleName(held[0].role)) || "–",
            },
            {
              key: "standing",
              header: t("staff.state"),
              narrowLabel: t("staff.state"),
              cell: ({ standing, hasPassword }) => (
                <>
                  {t(`staff.standing.${standing}`)}{" "}
                  {hasPassword || standing === "ended" ? null : <Badge tone="line">{t("staff.noPassword")}</Badge>}
                </>
              ),
            },
            {
              key: "last",
              header: t("staff.lastSignIn"),
              narrowLabel: t("staff.lastSignIn"),
              align: "date",
              cell: ({ lastSignInAt }) => (lastSignInAt ? format.dateTime(lastSignInAt) : t("staff.neverIn")),
            },
          ]}
        />
      </Panel>
      <Pagination
        label={t("shell.page.nav")}
        page={found.page}
        pages={Math.ceil(found.found / found.pageSize)}
        href={address}
        labels={{
          previous: t("shell.page.previous"),
          next: t("shell.page.next"),
          page: (page) => t("shell.page.page", { page }),
        }}
        position={t("staff.found", { count: found.found })}
      />
      {mayAdd ? (
        <div className="row no-print">
          <ButtonLink kind="primary" href={`${path}/new`}>
            {t("staff.add")}
          </ButtonLink>
          <ButtonLink href={`${path}/import`}>{t("staff.import")}</ButtonLink>
          <ButtonLink href={`${path}/names`}>{t("officerResult.names.way")}</ButtonLink>
        </div>
      ) : null}
    </>
  );
}
