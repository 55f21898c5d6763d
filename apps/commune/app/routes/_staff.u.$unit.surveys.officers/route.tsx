import { useFormat, useT } from "@gandan/i18n/translation";
import { listOfficerResults } from "@gandan/model/officer-result/officer-inputs";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { Panel } from "@gandan/ui/panel";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { OfficerShare } from "../../officer-result/officer-share";
import { quarterName } from "../../officer-result/quarter-name";
import { ResultState } from "../../officer-result/result-state";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** Leaders see the officers of a quarter, an officer the own results of all quarters. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const leads = unit.permissions.includes("officer-result:read");
  const asked = listOfficerResults.parse({
    quarter: new URL(args.request.url).searchParams.get("quarter") ?? undefined,
  });
  const [all, own] = await Promise.all([
    leads ? orResponse(t, caller.officerResult.list({ unitId, ...asked })) : null,
    leads ? [] : orResponse(t, caller.officerResult.own({ unitId })),
  ]);
  const page = t(leads ? "officerResult.title" : "officerResult.ownTitle");
  return { title: t("shell.titleWithUnit", { page, unit: unit.name }), path, all, own };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Officers() {
  const { path, all, own } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <p className="soft">{t(all ? "officerResult.lead" : "officerResult.ownLead")}</p>
      {all ? <Everyone path={path} all={all} /> : <Own path={path} own={own} />}
    </>
  );
}

function Everyone({ path, all }: { path: string; all: NonNullable<Loaded["all"]> }) {
  const t = useT();
  const format = useFormat();
  const { quarters, quarter, rule, officers, frozenAt } = all;
  if (!quarter || !rule) {
    return <EmptyState icon="users" level={2} title={t("officerResult.none")} text={t("officerResult.noneText")} />;
  }
  const { above, minN } = rule;
  return (
    <>
      <FilterBar
        label={t("officerResult.quarter")}
        action={`${path}/surveys/officers`}
        submit={t("officerResult.show")}
      >
        <Field
          id="quarter"
          name="quarter"
          control="select"
          label={t("officerResult.quarter")}
          defaultValue={quarter}
          options={quarters.map((value) => ({ value, label: quarterName(t, value) }))}
        />
      </FilterBar>
      <p className="soft">
        {above === null
          ? t("officerResult.noRule", { minN })
          : t("officerResult.rule", { share: format.percent(above, 0), minN })}{" "}
        {frozenAt ? t("officerResult.frozen", { time: format.dateTime(frozenAt) }) : null}
      </p>
      {officers.length === 0 ? (
        <EmptyState icon="users" level={2} title={t("officerResult.none")} text={t("officerResult.noneText")} />
      ) : (
        <Panel id="officers" title={quarterName(t, quarter)} flush>
          <DataTable
            caption={t("officerResult.caption")}
            rows={officers}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "officer",
                header: t("officerResult.officer"),
                cell: ({ id, officer, state }) =>
                  state === "few" ? officer : <a href={`${path}/surveys/officers/${id}`}>{officer}</a>,
              },
              {
                key: "share",
                header: t("officerResult.share"),
                narrowLabel: t("officerResult.share"),
                cell: ({ share }) => <OfficerShare share={share} above={above} />,
              },
              {
                key: "state",
                header: t("officerResult.stateLabel"),
                narrowLabel: t("officerResult.stateLabel"),
                cell: ({ state }) =>
                  state === "few" ? (
                    <span className="sub">{t("officerResult.fewText")}</span>
                  ) : (
                    <ResultState state={state} />
                  ),
              },
            ]}
          />
        </Panel>
      )}
    </>
  );
}

function Own({ path, own }: { path: string; own: Loaded["own"] }) {
  const t = useT();
  if (own.length === 0) {
    return <EmptyState icon="users" level={2} title={t("officerResult.none")} text={t("officerResult.ownNoneText")} />;
  }
  return (
    <Panel id="own" title={t("officerResult.ownTitle")} flush>
      <DataTable
        caption={t("officerResult.ownTitle")}
        rows={own}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "quarter",
            header: t("officerResult.quarter"),
            cell: ({ id, quarter, state }) =>
              state === "few" ? (
                quarterName(t, quarter)
              ) : (
                <a href={`${path}/surveys/officers/${id}`}>{quarterName(t, quarter)}</a>
              ),
          },
          {
            key: "share",
            header: t("officerResult.share"),
            narrowLabel: t("officerResult.share"),
            cell: ({ share }) => <OfficerShare share={share} above={null} />,
          },
          {
            key: "state",
            header: t("officerResult.stateLabel"),
            narrowLabel: t("officerResult.stateLabel"),
            cell: ({ state }) => <ResultState state={state} />,
          },
        ]}
      />
    </Panel>
  );
}
