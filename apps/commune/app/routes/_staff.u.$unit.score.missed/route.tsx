import { reasonText } from "@gandan/i18n/reason/reason-text";
import { useFormat, useT } from "@gandan/i18n/translation";
import { missedDossiers } from "@gandan/model/score/score-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { RuleReasons } from "../../score/rule-reasons";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const search = new URL(args.request.url).searchParams;
  const input = missedDossiers.safeParse(Object.fromEntries(search));
  if (!input.success) throw new Response(t("error.invalid"), { status: 400, statusText: "INVALID" });
  const found = await orResponse(t, caller.score.missed({ unitId, ...input.data }));
  const rule = found.rule.title ?? found.rule.sentence;
  const heading = t("score.missedTitle", { rule });
  return {
    title: t("shell.titleWithUnit", { page: heading, unit: unit.name }),
    heading,
    found,
    path,
    input: input.data,
  };
}

export default function Missed() {
  const { heading, found, path, input } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const scoreHref = `${path}/score?${new URLSearchParams({ from: input.from, to: input.to })}`;
  const hrefOf = (page: number) =>
    `${path}/score/missed?${new URLSearchParams({ ...input, page: String(page) } as Record<string, string>)}`;
  const first = (found.page - 1) * found.pageSize;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.today") },
          { href: scoreHref, label: t("score.title") },
        ]}
        current={found.title}
      />
      <PageHead
        title={heading}
        lead={t("score.missedLead", {
          count: found.total,
          from: format.date(input.from),
          to: format.date(input.to),
        })}
      />
      <Panel id="rule" title={found.rule.title ?? found.title}>
        <RuleReasons rule={found.rule} missedHref="#dossiers" path={path} />
      </Panel>
      <Panel id="dossiers" title={t("score.dossiersBehind")} flush>
        <DataTable
          caption={t("score.dossiersBehind")}
          rows={found.dossiers}
          rowKey={({ id }) => id}
          empty={<EmptyState icon="circle-check" title={t("score.missedNone")} />}
          columns={[
            {
              key: "code",
              header: t("score.dossier"),
              nowrap: true,
              cell: ({ id, externalCode }) => <a href={`${path}/dossiers/${id}`}>{externalCode}</a>,
            },
            { key: "procedure", header: t("score.procedure"), cell: ({ procedureName }) => procedureName },
            {
              key: "received",
              header: t("score.received"),
              narrowLabel: t("score.received"),
              align: "date",
              cell: ({ receivedAt }) => format.dateTime(receivedAt),
            },
            {
              key: "due",
              header: t("score.due"),
              narrowLabel: t("score.due"),
              align: "date",
              cell: ({ dueAt }) => format.dateTime(dueAt),
            },
            {
              key: "reason",
              header: t("score.reason"),
              cell: ({ judgement }) => reasonText(t, judgement.reason),
            },
          ]}
        />
        <Pagination
          label={t("shell.page.nav")}
          page={found.page}
          pages={Math.ceil(found.total / found.pageSize)}
          href={hrefOf}
          labels={{
            previous: t("shell.page.previous"),
            next: t("shell.page.next"),
            page: (page) => t("shell.page.page", { page }),
          }}
          position={t("shell.page.range", {
            from: Math.min(first + 1, found.total),
            to: first + found.dossiers.length,
            total: found.total,
          })}
        />
      </Panel>
    </div>
  );
}
