import { useFormat, useT } from "@gandan/i18n/translation";
import { listNotices, readNotices, unreadNotices } from "@gandan/model/notice/notice-inputs";
import { ALL_NOTICE_KINDS } from "@gandan/model/notice/notice-kinds";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { Tabs } from "@gandan/ui/tabs";
import { Toast } from "@gandan/ui/toast";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { NoticeTable } from "../../notice/notice-table";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** The filters as the address has them; what makes no sense is left out. */
function filtersOf(query: URLSearchParams) {
  const given = Object.fromEntries(query);
  const parsed = listNotices.safeParse(given);
  return parsed.success ? parsed.data : listNotices.parse({ show: given.show, q: given.q?.slice(0, 100) });
}

/** The address of the page with filters, without what is usual. */
function addressOf(here: string, filters: Partial<Record<string, string | number | undefined>>): string {
  const usual: Record<string, string> = { show: "unread", page: "1" };
  const entries = Object.entries(filters).map(([name, value]) => [name, String(value ?? "")] as [string, string]);
  const query = new URLSearchParams(entries.filter(([name, value]) => value !== "" && usual[name] !== value));
  return query.size > 0 ? `${here}?${query}` : here;
}

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path, ctx } = await unitCaller(args);
  const query = new URL(args.request.url).searchParams;
  const filters = filtersOf(query);
  const found = await orResponse(t, caller.notice.list({ unitId, ...filters }));
  const [, count, batch] = /^(\d{1,5})\.([0-9a-f-]{36})$/.exec(query.get("read") ?? "") ?? [];
  return {
    title: t("shell.titleWithUnit", { page: t("notice.title"), unit: unit.name }),
    path,
    filters,
    found,
    done: batch ? { count: Number(count), batch } : null,
    undone: query.has("undone"),
    /** Reading all reads what this page could know of. */
    asOf: ctx.now.toISOString(),
  };
}

/** Marks what is ticked, one or all as read, or takes the last such click back. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const filters = filtersOf(new URL(args.request.url).searchParams);
  const here = `${path}/notices`;
  try {
    const batch = unreadNotices.safeParse({ batch: form.get("undo") });
    if (batch.success) {
      await caller.notice.unread({ unitId, ...batch.data });
      return redirect(addressOf(here, { ...filters, page: 1, undone: 1 }));
    }
    const [until, one] = [form.get("until"), form.get("one")];
    const wanted = readNotices.safeParse(
      typeof until === "string"
        ? { until, kind: filters.kind }
        : { noticeIds: typeof one === "string" ? [one] : form.getAll("notice") },
    );
    if (!wanted.success) return data({ problem: t("notice.pickError") }, 422);
    const done = await caller.notice.read({ unitId, ...wanted.data });
    return redirect(addressOf(here, { ...filters, page: 1, read: `${done.read}.${done.batch}` }));
  } catch (error) {
    return data({ problem: problemOf(t, error).text }, 409);
  }
}

/** The person's reminders, unread or all, with what to do about each. */
export default function Notices() {
  const { path, filters, found, done, undone, asOf } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const here = `${path}/notices`;
  const { notices, total, unread, page, pageSize } = found;
  const waiting = Object.values(unread).reduce((sum, count) => sum + count, 0);
  const filtered = Boolean(filters.kind || filters.q);
  const first = (page - 1) * pageSize;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.today") }]}
        current={t("notice.title")}
      />
      <PageHead
        title={t("notice.title")}
        lead={t("notice.lead")}
        actions={<a href={`${path}/settings/reminders`}>{t("notice.byMail")}</a>}
      />
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {done && !failure ? (
        <Toast
          undo={
            done.count > 0
              ? { action: addressOf(here, filters), label: t("shell.action.undo"), fields: { undo: done.batch } }
              : undefined
          }
        >
          {t("notice.readDone", { count: done.count })}
        </Toast>
      ) : null}
      {undone && !failure ? <Toast>{t("notice.undone")}</Toast> : null}
      <Tabs
        label={t("notice.shownLabel")}
        tabs={(["unread", "all"] as const).map((show) => ({
          href: addressOf(here, { ...filters, page: 1, show }),
          label: t(`notice.${show}`),
          count: show === "unread" && waiting > 0 ? format.number(waiting) : undefined,
          current: filters.show === show,
        }))}
      />
      <FilterBar
        label={t("notice.filters")}
        action={here}
        hidden={filters.show === "all" ? { show: "all" } : {}}
        submit={t("shell.action.filter")}
        clear={
          filtered
            ? { href: addressOf(here, { show: filters.show }), label: t("shell.action.clearFilters") }
            : undefined
        }
      >
        <Field
          id="kind"
          name="kind"
          control="select"
          label={t("notice.kindLabel")}
          defaultValue={filters.kind ?? ""}
          options={[
            { value: "", label: t("notice.allKinds") },
            ...ALL_NOTICE_KINDS.map((kind) => ({
              value: kind,
              label: `${t(`notice.kind.${kind}`)}${unread[kind] ? ` (${format.number(unread[kind])})` : ""}`,
            })),
          ]}
        />
        <Field
          id="q"
          name="q"
          control="search"
          label={t("notice.code")}
          defaultValue={filters.q ?? ""}
          maxLength={100}
        />
      </FilterBar>
      {notices.length === 0 ? (
        <EmptyState
          icon="bell"
          level={2}
          title={filtered ? t("notice.noneMatch") : t("notice.none")}
          text={filtered ? undefined : t("notice.noneText")}
        />
      ) : (
        <Form method="post" action={addressOf(here, filters)} className="stack">
          <Panel id="notices" title={t("notice.caption")} titleHidden flush>
            <NoticeTable notices={notices} path={path} />
          </Panel>
          {waiting > 0 ? (
            <div className="row no-print">
              <Button>{t("notice.readPicked")}</Button>
              <Button kind="quiet" name="until" value={asOf}>
                {t("notice.readAll")}
              </Button>
            </div>
          ) : null}
        </Form>
      )}
      {total > pageSize ? (
        <Pagination
          label={t("shell.page.nav")}
          page={page}
          pages={Math.ceil(total / pageSize)}
          href={(number) => addressOf(here, { ...filters, page: number })}
          labels={{
            previous: t("shell.page.previous"),
            next: t("shell.page.next"),
            page: (number) => t("shell.page.page", { page: number }),
          }}
          position={t("shell.page.range", { from: first + 1, to: first + notices.length, total })}
        />
      ) : null}
    </div>
  );
}
