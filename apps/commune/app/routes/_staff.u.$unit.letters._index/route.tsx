import { useT } from "@gandan/i18n/translation";
import { LETTER_STATES, listLetters } from "@gandan/model/letter/letter-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button, ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { NextBanner } from "@gandan/ui/next-banner";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { Tabs } from "@gandan/ui/tabs";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, unitCaller } from "../../caller.server";
import { type actOnLetter, LETTER_DEEDS } from "../../letter/letter-acts.server";
import { LetterTable } from "../../letter/letter-table";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { searchParams } = new URL(args.request.url);
  const asked = listLetters.parse({
    state: searchParams.get("state") ?? undefined,
    kind: searchParams.get("kind") || undefined,
    q: searchParams.get("q") ?? "",
    page: searchParams.get("page") ?? 1,
  });
  const found = await orResponse(t, caller.letter.list({ unitId, ...asked }));
  const deed = LETTER_DEEDS[searchParams.get("done") ?? ""];
  const title = t("shell.titleWithUnit", { page: t("letter.title"), unit: unit.name });
  const { state = null, kind = null, q } = asked;
  return { title, found, state, kind, q, path, said: deed ? t(deed) : null };
}

export { actOnLetter as action } from "../../letter/letter-acts.server";

export default function Letters() {
  const { found, state, kind, q, path, said } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof actOnLetter>();
  const t = useT();
  const here = `${path}/letters`;
  const { letters, counts, waiting, unready, maySign } = found;
  const rights = { maySign, mayCheck: found.mayCheck, mayDraft: found.mayDraft };
  const total = state
    ? (counts[state] ?? 0)
    : LETTER_STATES.reduce((sum, each) => sum + (each === "withdrawn" ? 0 : (counts[each] ?? 0)), 0);
  const first = (found.page - 1) * found.pageSize;
  const filtered = kind !== null || q !== "";
  /** The list by another state or page, with the other filters as they are. */
  const listOf = (changes: Record<string, string | null>) => {
    const query = Object.entries({ state, kind, q, ...changes }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    );
    return query.length > 0 ? `${here}?${new URLSearchParams(query)}` : here;
  };
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.today") }]}
        current={t("letter.title")}
      />
      <PageHead title={t("letter.title")} lead={t("letter.lead")} />
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {said && !failure ? <Notice tone="met" announce="polite" title={said} /> : null}
      {maySign || found.mayCheck ? (
        <NextBanner
          id="next"
          icon="mail"
          tone={waiting > 0 || unready > 0 ? "pending" : "met"}
          title={
            waiting > 0
              ? t("letter.toSign", { count: waiting })
              : t(unready > 0 ? "letter.noneReady" : "letter.nothingToSign")
          }
          text={waiting > 0 ? t("letter.toSignText") : undefined}
          actions={
            waiting > 0 ? (
              <ButtonLink kind="primary" icon="signature" href={`${here}/sign`}>
                {t(maySign ? "signing.open" : "signing.openCheck", { count: waiting })}
              </ButtonLink>
            ) : undefined
          }
        />
      ) : null}
      {found.mayDraft && unready > 0 ? (
        <Notice tone="pending" title={t("letter.unready", { count: unready })}>
          {t("letter.unreadyText")}
        </Notice>
      ) : null}
      <Tabs
        label={t("letter.stateLabel")}
        tabs={[
          { href: listOf({ state: null }), label: t("letter.all"), current: state === null },
          ...LETTER_STATES.map((each) => ({
            href: listOf({ state: each }),
            label: t(`letter.state.${each}`),
            count: counts[each] ? String(counts[each]) : undefined,
            current: state === each,
          })),
        ]}
      />
      <FilterBar
        label={t("letter.filter")}
        action={here}
        submit={t("letter.filterSubmit")}
        hidden={state ? { state } : {}}
        clear={filtered ? { href: listOf({ kind: null, q: null }), label: t("letter.filterClear") } : undefined}
      >
        <Field
          id="q"
          name="q"
          control="search"
          label={t("letter.search")}
          defaultValue={q}
          maxLength={100}
          placeholder={t("letter.searchHint")}
        />
        <Field
          id="kind"
          name="kind"
          control="select"
          label={t("letter.kind")}
          defaultValue={kind ?? ""}
          options={[
            { value: "", label: t("letter.anyKind") },
            ...found.kinds
              .filter((each) => !each.ended || each.n > 0 || each.kind === kind)
              .map((each) => ({ value: each.kind, label: `${each.title} (${each.n})` })),
          ]}
        />
      </FilterBar>
      {letters.length === 0 ? (
        <EmptyState
          icon="mail"
          title={filtered ? t("letter.noneFound") : state ? t("letter.noneOfState") : t("letter.none")}
          text={filtered ? t("letter.noneFoundText") : state ? undefined : t("letter.noneText")}
        />
      ) : (
        <Panel id="letters" title={t("letter.caption")} titleHidden flush>
          <LetterTable letters={letters} path={path} rights={rights} />
        </Panel>
      )}
      {found.mayDraft ? <NewLetter here={here} kinds={found.kinds} /> : null}
      {total > found.pageSize ? (
        <Pagination
          label={t("shell.page.nav")}
          page={found.page}
          pages={Math.ceil(total / found.pageSize)}
          href={(page) => listOf({ page: String(page) })}
          labels={{
            previous: t("shell.page.previous"),
            next: t("shell.page.next"),
            page: (page) => t("shell.page.page", { page }),
          }}
          position={t("shell.page.range", { from: first + 1, to: first + letters.length, total })}
        />
      ) : null}
    </div>
  );
}

/** Begins a letter about no dossier: of thanks to one who gave advice, of a kind of the unit's own. */
function NewLetter({ here, kinds }: { here: string; kinds: { kind: string; title: string; ended: boolean }[] }) {
  const t = useT();
  const options = kinds
    .filter(({ kind, ended }) => kind !== "apology" && !ended)
    .map(({ kind, title }) => ({ value: kind, label: title }));
  return (
    <Panel id="new-letter" title={t("letter.newLetter")}>
      <form className="row" method="get" action={`${here}/new`}>
        <Field id="new-kind" name="kind" control="select" label={t("letter.kind")} options={options} />
        <Button>{t("letter.begin")}</Button>
      </form>
      <p className="hint">{t("letter.newLetterText")}</p>
    </Panel>
  );
}
