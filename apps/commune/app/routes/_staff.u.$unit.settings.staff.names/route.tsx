import { useFormat, useT } from "@gandan/i18n/translation";
import { linkOfficerName, listOfficerNames, unlinkOfficerName } from "@gandan/model/officer-result/officer-inputs";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { Notice } from "@gandan/ui/notice";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { Tabs } from "@gandan/ui/tabs";
import { Toast } from "@gandan/ui/toast";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { NameTable } from "../../staff/name-table";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

type Filters = ReturnType<typeof listOfficerNames.parse>;

const filtersOf = (request: Request) => listOfficerNames.parse(Object.fromEntries(new URL(request.url).searchParams));

/** The address of the list with filters, without what is usual. */
function addressOf(here: string, { show, q, page }: Filters, said: Record<string, string> = {}): string {
  const query = new URLSearchParams(said);
  if (show !== "unknown") query.set("show", show);
  if (q) query.set("q", q);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `${here}?${query}` : here;
}

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const filters = filtersOf(args.request);
  const found = await orResponse(t, caller.officerResult.names({ unitId, ...filters }));
  const query = new URL(args.request.url).searchParams;
  const [given, taken] = [query.get("given"), query.get("taken")];
  const written = given ?? taken;
  const person = found.people.find(({ staffId }) => staffId === query.get("to"))?.name;
  return {
    title: t("shell.titleWithUnit", { page: t("officerResult.names.title"), unit: unit.name }),
    here: `${path}/settings/staff/names`,
    filters,
    found,
    mayGive: !unit.ended,
    done: written
      ? {
          text:
            given && person
              ? t("officerResult.names.done.given", { written, person })
              : t("officerResult.names.done.taken", { written }),
          undo: given ? written : null,
        }
      : null,
  };
}

/** Gives a name to a person, or takes back what was said by hand. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const here = `${path}/settings/staff/names`;
  const filters = filtersOf(args.request);
  const form = Object.fromEntries(await args.request.formData());
  try {
    if (form.intent === "unlink") {
      const asked = unlinkOfficerName.safeParse(form);
      if (!asked.success) return data({ problem: t("error.officerResult.noSuchName") }, 422);
      await caller.officerResult.unlinkName({ unitId, ...asked.data });
      return redirect(addressOf(here, filters, { taken: asked.data.written }));
    }
    const asked = linkOfficerName.safeParse(form);
    if (!asked.success) return data({ problem: t("error.officerResult.noSuchPerson") }, 422);
    await caller.officerResult.linkName({ unitId, ...asked.data });
    return redirect(addressOf(here, filters, { given: asked.data.written, to: asked.data.staffId }));
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ problem: text }, code === "CONFLICT" ? 409 : 422);
  }
}

const SHOWN = ["unknown", "given", "all"] as const;

/** Names of officers on dossiers, with who each is and the way to say so. */
export default function OfficerNames() {
  const { here, filters, found, mayGive, done } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const { names, counts, people, page, pageSize, total } = found;
  const first = { ...filters, page: 1 };
  return (
    <>
      <p className="soft">{t("officerResult.names.lead")}</p>
      {failure ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {done && !failure ? (
        <Toast
          undo={
            done.undo
              ? {
                  action: addressOf(here, filters),
                  label: t("shell.action.undo"),
                  fields: { intent: "unlink", written: done.undo },
                }
              : undefined
          }
        >
          {done.text}
        </Toast>
      ) : null}
      <Tabs
        label={t("officerResult.names.shownLabel")}
        tabs={SHOWN.map((show) => ({
          href: addressOf(here, { ...first, show }),
          label: t(`officerResult.names.show.${show}`),
          count: counts[show] > 0 ? format.number(counts[show]) : undefined,
          current: filters.show === show,
        }))}
      />
      <Panel id="names" title={t("officerResult.names.title")} flush>
        <FilterBar
          label={t("officerResult.names.filters")}
          action={here}
          hidden={filters.show === "unknown" ? {} : { show: filters.show }}
          submit={t("shell.action.filter")}
          clear={
            filters.q
              ? { href: addressOf(here, { ...first, q: "" }), label: t("shell.action.clearFilters") }
              : undefined
          }
        >
          <Field id="q" name="q" control="search" label={t("officerResult.names.search")} defaultValue={filters.q} />
        </FilterBar>
        {names.length === 0 ? (
          <EmptyState
            icon="users"
            title={t(
              filters.show === "unknown" && !filters.q ? "officerResult.names.noneUnknown" : "officerResult.names.none",
            )}
            text={t("officerResult.names.noneText")}
          />
        ) : (
          <NameTable names={names} people={mayGive ? people : []} action={addressOf(here, filters)} />
        )}
      </Panel>
      <Pagination
        label={t("shell.page.nav")}
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(to) => addressOf(here, { ...filters, page: to })}
        labels={{
          previous: t("shell.page.previous"),
          next: t("shell.page.next"),
          page: (to) => t("shell.page.page", { page: to }),
        }}
        position={t("officerResult.names.found", { count: total })}
      />
    </>
  );
}
