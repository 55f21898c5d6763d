import { useFormat, useT } from "@gandan/i18n/translation";
import type { Translate } from "@gandan/i18n/translator";
import { officersBelow } from "@gandan/model/officer-result/officer-inputs";
import { periodKind, quarterOf, shiftDay } from "@gandan/model/oversight/period";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { Stats } from "@gandan/ui/stat";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { queryLink } from "../../oversight/query-link";

/** Nothing here needs a script. */
export const handle = { script: false };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const input = officersBelow.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const below = await orResponse(t, caller.officerResult.below({ unitId, ...input }));
  return {
    title: t("shell.titleWithUnit", { page: t("officerResult.below.title"), unit: unit.name }),
    below,
    path,
    name: quarterName(t, below.quarter, below.to),
  };
}

function quarterName(t: Translate, from: string, to: string): string {
  const named = periodKind({ from, to });
  if (named.kind !== "quarter") return from;
  return t("officerResult.quarterName", { number: ["I", "II", "III", "IV"][named.quarter - 1], year: named.year });
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["below"]["rows"][number];

export default function OfficersBelow() {
  const { below, path, name } = useLoaderData<typeof loader>();
  const { rows, total, quarter, to } = below;
  const t = useT();
  const format = useFormat();
  const here = `${path}/officers`;
  const first = (below.page - 1) * below.pageSize;
  const count = (key: string, of: (round: NonNullable<Row["round"]>) => number) => ({
    key,
    header: t(`officerResult.below.${key}` as "officerResult.below.judged"),
    narrowLabel: t(`officerResult.below.${key}` as "officerResult.below.judged"),
    align: "number" as const,
    cell: ({ round }: Row) => (round ? format.number(of(round)) : "–"),
  });
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.compare") }]}
        current={t("officerResult.below.title")}
      />
      <PageHead title={t("officerResult.below.title")} lead={t("officerResult.below.lead")} />
      <Stats
        panel
        items={[
          { label: t("officerResult.below.judged"), value: format.number(below.judged), note: name },
          { label: t("officerResult.below.above"), value: format.number(below.above) },
          { label: t("officerResult.below.waiting"), value: format.number(below.waiting) },
        ]}
      />
      <Panel
        id="units"
        title={`${t("officerResult.below.caption")}, ${name}`}
        flush
        aside={
          <nav className="row no-print small" aria-label={t("officerResult.below.otherQuarters")}>
            <a href={queryLink(here, { quarter: quarterOf(quarter, -1).from })}>{t("officerResult.below.previous")}</a>
            <a href={queryLink(here, { quarter: shiftDay(to, 1) })}>{t("officerResult.below.next")}</a>
          </nav>
        }
      >
        <DataTable
          caption={t("officerResult.below.caption")}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState icon="landmark" title={t("officerResult.below.none")} />}
          columns={[
            {
              key: "unit",
              header: t("officerResult.below.unit"),
              cell: ({ name: unit, parentName, round }) => (
                <>
                  {unit}
                  <span className="sub">{round ? parentName : t("officerResult.below.nothing")}</span>
                </>
              ),
            },
            count("judged", ({ judged }) => judged),
            count("few", ({ few }) => few),
            count("above", ({ above }) => above),
            count("waiting", ({ told }) => told),
            count("running", ({ informed, replied, decided }) => informed + replied + decided),
            count("closed", ({ closed }) => closed),
            {
              key: "published",
              header: t("officerResult.below.published"),
              narrowLabel: t("officerResult.below.published"),
              align: "date",
              cell: ({ publishedAt }) => (publishedAt ? format.date(publishedAt) : t("officerResult.below.never")),
            },
          ]}
        />
        {total > below.pageSize ? (
          <Pagination
            label={t("shell.page.nav")}
            page={below.page}
            pages={Math.ceil(total / below.pageSize)}
            href={(page) => queryLink(here, { quarter, page: String(page) })}
            labels={{
              previous: t("shell.page.previous"),
              next: t("shell.page.next"),
              page: (page) => t("shell.page.page", { page }),
            }}
            position={t("shell.page.range", { from: first + 1, to: first + rows.length, total })}
          />
        ) : null}
      </Panel>
      <p className="note">{t("officerResult.below.note")}</p>
    </div>
  );
}
