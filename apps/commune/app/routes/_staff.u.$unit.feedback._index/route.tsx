import { useT } from "@gandan/i18n/translation";
import { listFeedback, SHOWN, TOPICS } from "@gandan/model/feedback/feedback-inputs";
import { publicHref } from "@gandan/site/public/public-places";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { Tabs } from "@gandan/ui/tabs";
import { Toast } from "@gandan/ui/toast";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { FeedbackTable } from "../../feedback/feedback-table";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { searchParams } = new URL(args.request.url);
  const filters = listFeedback.parse(Object.fromEntries(searchParams));
  const [entered] = /^\d{1,6}\/\d{4}$/.exec(searchParams.get("entered") ?? "") ?? [];
  const found = await orResponse(t, caller.feedback.list({ unitId, ...filters }));
  const title = t("shell.titleWithUnit", { page: t("feedback.title"), unit: unit.name });
  return { title, found, filters, path, publicPage: publicHref(unit.slug, "feedback"), entered };
}

/** The unit's feedback: what waits first. */
export default function FeedbackList() {
  const { found, filters, path, publicPage, entered } = useLoaderData<typeof loader>();
  const t = useT();
  const here = `${path}/feedback`;
  const { show, topic, q } = filters;
  const { feedback, counts, total, page, pageSize, mayAnswer } = found;
  const filtered = Boolean(topic || q);
  const first = (page - 1) * pageSize;
  const queryOf = (changes: Record<string, string | undefined>) => {
    const query = Object.entries({ show, topic, q, ...changes }).flatMap(([name, value]) =>
      value && !(name === "show" && value === "open") ? [[name, value]] : [],
    );
    return query.length > 0 ? `?${new URLSearchParams(query)}` : "";
  };
  const listOf = (changes: Record<string, string | undefined>) => `${here}${queryOf(changes)}`;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.today") }]}
        current={t("feedback.title")}
      />
      <PageHead
        title={t("feedback.title")}
        lead={t("feedback.staff.lead")}
        actions={
          <>
            {mayAnswer ? <ButtonLink href={`${here}/new`}>{t("feedback.staff.newTitle")}</ButtonLink> : null}
            <a href={`${here}/settings`}>{t("feedback.settings.link")}</a>
            <a href={publicPage}>{t("feedback.staff.publicPage")}</a>
          </>
        }
      />
      {entered ? <Toast>{t("feedback.staff.done.enteredForLeaders", { number: entered })}</Toast> : null}
      <Tabs
        label={t("feedback.staff.shownLabel")}
        tabs={SHOWN.map((each) => ({
          href: listOf({ show: each, page: undefined }),
          label: t(`feedback.staff.shown.${each}`),
          count: counts[each] ? String(counts[each]) : undefined,
          current: each === show,
        }))}
      />
      <FilterBar
        label={t("feedback.staff.filter")}
        action={here}
        submit={t("shell.action.filter")}
        hidden={show === "open" ? {} : { show }}
        clear={
          filtered
            ? { href: listOf({ topic: undefined, q: undefined }), label: t("shell.action.clearFilters") }
            : undefined
        }
      >
        <Field id="q" name="q" control="search" label={t("feedback.staff.search")} defaultValue={q} maxLength={100} />
        <Field
          id="topic"
          name="topic"
          control="select"
          label={t("feedback.staff.topicLabel")}
          defaultValue={topic ?? ""}
          options={[
            { value: "", label: t("feedback.staff.anyTopic") },
            ...TOPICS.map((each) => ({ value: each, label: t(`feedback.topic.${each}`) })),
          ]}
        />
      </FilterBar>
      {feedback.length === 0 ? (
        <EmptyState
          icon="message-square-text"
          level={2}
          title={t(filtered ? "feedback.staff.noneFound" : "feedback.staff.none")}
          text={filtered ? undefined : t("feedback.staff.noneText")}
        />
      ) : (
        <Panel id="list" title={t("feedback.staff.caption")} titleHidden flush>
          <FeedbackTable feedback={feedback} path={path} />
        </Panel>
      )}
      {feedback.length > 0 ? (
        <p className="row no-print" id="register">
          <span className="muted">{t("feedback.register.label")}</span>
          {(["xlsx", "csv"] as const).map((as) => (
            <a key={as} href={`${here}/register/${as}${queryOf({ page: undefined })}`} download>
              {t(`feedback.register.${as}`)}
            </a>
          ))}
        </p>
      ) : null}
      {total > pageSize ? (
        <Pagination
          label={t("shell.page.nav")}
          page={page}
          pages={Math.ceil(total / pageSize)}
          href={(number) => listOf({ page: String(number) })}
          labels={{
            previous: t("shell.page.previous"),
            next: t("shell.page.next"),
            page: (number) => t("shell.page.page", { page: number }),
          }}
          position={t("shell.page.range", { from: first + 1, to: first + feedback.length, total })}
        />
      ) : null}
    </div>
  );
}
