import { useT } from "@gandan/i18n/translation";
import { codesBelow, SHEET_SIZES } from "@gandan/model/survey/survey-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ButtonLink } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { queryLink } from "../../oversight/query-link";

/** Nothing here needs a script. */
export const handle = { script: false };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const query = new URL(args.request.url).searchParams;
  const asked = codesBelow.safeParse({ words: query.get("q") ?? "", page: query.get("page") ?? 1 });
  const input = asked.success ? asked.data : codesBelow.parse({});
  return {
    title: t("shell.titleWithUnit", { page: t("survey.below.title"), unit: unit.name }),
    found: await orResponse(t, caller.oversight.surveyCodes({ unitId, ...input })),
    words: input.words,
    path,
  };
}

/** Which units below ask citizens, and the codes of all of them to print at once. */
export default function SurveyCodes() {
  const { found, words, path } = useLoaderData<typeof loader>();
  const { rows, total, codes, page, pageSize } = found;
  const t = useT();
  const here = `${path}/surveys/codes`;
  const file = (size: string, unit?: string) => queryLink(`${here}.pdf`, { size, q: words, ...(unit ? { unit } : {}) });
  const first = (page - 1) * pageSize;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.compare") },
          { href: `${path}/surveys`, label: t("surveyResult.below.title") },
        ]}
        current={t("survey.below.title")}
      />
      <PageHead title={t("survey.below.title")} lead={t("survey.below.lead")} />
      <FilterBar
        label={t("shell.action.filter")}
        action={here}
        submit={t("shell.action.filter")}
        clear={words ? { href: here, label: t("shell.action.clearFilters") } : undefined}
      >
        <Field
          id="words"
          name="q"
          control="search"
          label={t("survey.below.search")}
          defaultValue={words}
          maxLength={100}
        />
      </FilterBar>
      {codes > 0 ? (
        <Panel id="print" title={t("survey.below.print")}>
          <p className="soft">{t("survey.below.printText", { count: codes, units: total })}</p>
          <p className="row">
            {SHEET_SIZES.map((size) => (
              <ButtonLink key={size} icon="printer" href={file(size)}>
                {t(`survey.points.size.${size}`)}
              </ButtonLink>
            ))}
          </p>
        </Panel>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState
          icon="message-square-text"
          level={2}
          title={words ? t("survey.below.noneMatch") : t("survey.below.none")}
          text={words ? undefined : t("survey.below.noneText")}
        />
      ) : (
        <Panel id="units" title={t("unit.below", { count: total })} flush>
          <DataTable
            caption={t("survey.below.title")}
            rows={rows}
            rowKey={({ unit }) => unit.id}
            columns={[
              {
                key: "unit",
                header: t("survey.below.unit"),
                cell: ({ unit }) => (
                  <>
                    {unit.name}
                    <span className="sub">{unit.parentName}</span>
                  </>
                ),
              },
              {
                key: "forms",
                header: t("survey.below.forms"),
                narrowLabel: t("survey.below.forms"),
                cell: ({ forms }) => forms.join("; "),
              },
              {
                key: "points",
                header: t("survey.below.points"),
                narrowLabel: t("survey.below.points"),
                align: "number",
                cell: ({ points, tablets }) => points + tablets,
              },
              {
                key: "print",
                header: t("survey.points.sheets"),
                narrowLabel: t("survey.points.sheets"),
                cell: ({ unit, points }) =>
                  points > 0 ? (
                    <span className="row">
                      {SHEET_SIZES.map((size) => (
                        <a
                          key={size}
                          href={file(size, unit.slug)}
                          aria-label={t("survey.points.printOne", {
                            label: unit.name,
                            size: t(`survey.points.size.${size}`),
                          })}
                        >
                          {t(`survey.points.size.${size}`)}
                        </a>
                      ))}
                    </span>
                  ) : null,
              },
            ]}
          />
        </Panel>
      )}
      {total > pageSize ? (
        <Pagination
          label={t("shell.page.nav")}
          page={page}
          pages={Math.ceil(total / pageSize)}
          href={(number) => queryLink(here, { q: words, page: String(number) })}
          labels={{
            previous: t("shell.page.previous"),
            next: t("shell.page.next"),
            page: (number) => t("shell.page.page", { page: number }),
          }}
          position={t("shell.page.range", { from: first + 1, to: first + rows.length, total })}
        />
      ) : null}
    </div>
  );
}
