import { useFormat, useT } from "@gandan/i18n/translation";
import { draftPublication, listPublications, standPublication } from "@gandan/model/publication/publication-inputs";
import { Badge } from "@gandan/ui/badge";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { NextPublication } from "../../publication/next-publication";
import { WantedTable } from "../../publication/wanted-table";

const DONE = {
  stand: "publication.standDone",
  end: "publication.standEnded",
  dropped: "publication.done.dropped",
} as const;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const query = new URL(args.request.url).searchParams;
  const found = await orResponse(
    t,
    caller.publication.list({ unitId, ...listPublications.parse({ page: query.get("page") ?? 1 }) }),
  );
  const done = query.get("done") ?? "";
  return {
    title: t("shell.titleWithUnit", { page: t("publication.title"), unit: unit.name }),
    path,
    ...found,
    said: done in DONE ? t(DONE[done as keyof typeof DONE]) : null,
  };
}

/** Draws up a draft, or switches standing publication. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = Object.fromEntries(await args.request.formData());
  const here = `${path}/publications`;
  const standing = standPublication.safeParse({ slug: form.slug, on: form.on === "1" });
  const drafting = draftPublication.safeParse(form);
  try {
    if (form.intent === "stand" && standing.success) {
      await caller.publication.stand({ unitId, ...standing.data });
      return redirect(`${here}?done=${standing.data.on ? "stand" : "end"}`);
    }
    if (!drafting.success) return data({ problem: t("error.publication.unknown") }, 422);
    const { publicationId } = await caller.publication.draft({ unitId, ...drafting.data });
    return redirect(`${here}/${publicationId}?done=drafted`);
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ problem: text }, code === "CONFLICT" ? 409 : 422);
  }
}

export default function Publications() {
  const { path, wanted, publications, total, page, pageSize, may, lastYear, said } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const first = (page - 1) * pageSize;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.today") }]}
        current={t("publication.title")}
      />
      <PageHead title={t("publication.title")} lead={t("publication.lead")} />
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {said && !failure ? <Notice tone="met" announce="polite" title={said} /> : null}
      <NextPublication path={path} wanted={wanted} may={may} />
      {wanted.length === 0 ? (
        <EmptyState
          icon="calendar"
          level={2}
          title={t("publication.wantedNone")}
          text={t("publication.wantedNoneText")}
        />
      ) : (
        <Panel id="wanted" title={t("publication.wanted")} flush>
          <WantedTable path={path} wanted={wanted} may={may} yearBefore={lastYear} />
        </Panel>
      )}
      {publications.length === 0 ? (
        <EmptyState icon="file-text" level={2} title={t("publication.none")} text={t("publication.noneText")} />
      ) : (
        <Panel id="all" title={t("publication.all")} flush>
          <DataTable
            caption={t("publication.caption")}
            rows={publications}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "title",
                header: t("publication.what"),
                cell: ({ id, title, corrects }) => (
                  <>
                    <a href={`${path}/publications/${id}`}>{title}</a>
                    {corrects ? <span className="sub">{t("publication.correction")}</span> : null}
                  </>
                ),
              },
              {
                key: "period",
                header: t("publication.period"),
                narrowLabel: t("publication.period"),
                nowrap: true,
                cell: ({ from, to }) => t("publication.span", { from: format.date(from), to: format.date(to) }),
              },
              {
                key: "state",
                header: t("publication.stateLabel"),
                narrowLabel: t("publication.stateLabel"),
                cell: ({ state, corrected }) => (
                  <Badge tone={state === "draft" ? "accent" : "line"}>
                    {t(corrected ? "publication.corrected" : `publication.state.${state}`)}
                  </Badge>
                ),
              },
              {
                key: "signed",
                header: t("publication.signed"),
                narrowLabel: t("publication.signed"),
                cell: ({ signedAt, signer }) =>
                  signedAt ? (
                    <>
                      {format.dateTime(signedAt)}
                      <span className="sub">{signer}</span>
                    </>
                  ) : (
                    "–"
                  ),
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
          href={(number) => `${path}/publications?page=${number}`}
          labels={{
            previous: t("shell.page.previous"),
            next: t("shell.page.next"),
            page: (number) => t("shell.page.page", { page: number }),
          }}
          position={t("shell.page.range", { from: first + 1, to: first + publications.length, total })}
        />
      ) : null}
    </div>
  );
}
