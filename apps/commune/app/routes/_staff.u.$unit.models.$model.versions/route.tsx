import { useFormat, useT } from "@gandan/i18n/translation";
import { Badge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { DataTable } from "@gandan/ui/data-table";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { ChangesPanel } from "../../models/change-list";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { model, versions, origin } = await orResponse(
    t,
    caller.model.versions({ unitId, modelId: args.params.model ?? "" }),
  );
  const search = new URL(args.request.url).searchParams;
  const before = search.get("before") ?? versions[1]?.id ?? origin?.versionId;
  const after = search.get("after") ?? versions[0]?.id;
  const diff =
    before && after && before !== after ? await orResponse(t, caller.model.diff({ unitId, before, after })) : null;
  const page = `${t("model.versions.title")} · ${model.title}`;
  return { title: t("shell.titleWithUnit", { page, unit: unit.name }), path, model, versions, origin, diff };
}

/** All versions of a model, and what two of them differ in. */
export default function VersionsPage() {
  const { path, model, versions, origin, diff } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const href = `${path}/models/${model.id}`;
  const rows = versions.map((version, place) => ({ ...version, previous: versions[place + 1]?.id }));
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: `${path}/models`, label: t("model.title") },
          { href, label: model.title },
        ]}
        current={t("model.versions.title")}
      />
      <PageHead title={t("model.versions.title")} lead={model.title} />
      <Panel id="versions" title={t("model.versions.caption")} flush>
        <DataTable
          caption={t("model.versions.caption")}
          rows={rows}
          rowKey={({ id }) => id}
          isCurrent={({ standing }) => standing === "in-force"}
          columns={[
            {
              key: "version",
              header: t("model.library.version"),
              cell: ({ id, version, standing }) => (
                <a href={standing === "draft" ? `${href}/draft` : `${href}?version=${id}`}>
                  {standing === "draft"
                    ? t("model.versions.draft", { version })
                    : t("model.versions.version", { version })}
                </a>
              ),
            },
            {
              key: "state",
              header: t("model.library.state"),
              narrowLabel: t("model.library.state"),
              cell: ({ standing }) => (
                <Badge tone={standing === "in-force" ? "accent" : "line"}>{t(`model.state.${standing}`)}</Badge>
              ),
            },
            {
              key: "from",
              header: t("model.versions.from"),
              narrowLabel: t("model.versions.from"),
              align: "date",
              cell: ({ effectiveFrom }) => format.date(effectiveFrom),
            },
            {
              key: "to",
              header: t("model.versions.to"),
              narrowLabel: t("model.versions.to"),
              align: "date",
              cell: ({ effectiveTo }) => format.date(effectiveTo),
            },
            {
              key: "by",
              header: t("model.versions.publishedBy"),
              narrowLabel: t("model.versions.publishedBy"),
              cell: ({ publisher }) => publisher ?? "–",
            },
            {
              key: "acts",
              header: t("model.versions.compare"),
              headerHidden: true,
              align: "end",
              cell: ({ id, version, previous }) => (
                <span className="row">
                  {previous ? (
                    <a href={`${href}/versions?before=${previous}&after=${id}`}>{t("model.versions.compare")}</a>
                  ) : origin ? (
                    <a href={`${href}/versions?before=${origin.versionId}&after=${id}`}>
                      {t("model.diff.compareOrigin")}
                    </a>
                  ) : null}
                  <a
                    href={`${href}/yaml?version=${id}`}
                    download
                    aria-label={`${t("model.library.download")}: ${version}`}
                  >
                    YAML
                  </a>
                </span>
              ),
            },
          ]}
        />
      </Panel>
      {diff ? <ChangesPanel base={diff.before} /> : null}
    </div>
  );
}
