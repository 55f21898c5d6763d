import type { Caller } from "@gandan/api/root.router";
import { useT } from "@gandan/i18n/translation";
import { type PublicUnit, publicHref } from "@gandan/site/public/public-places";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { PageHead } from "@gandan/ui/page-head";
import { capital, termWords } from "./term-words";

type Procedures = Awaited<ReturnType<Caller["public"]["procedures"]>>;
type Procedure = Procedures[number];

interface ProceduresPageProps {
  unit: PublicUnit;
  procedures: Procedures;
  /** Words looked for; "" for all. */
  words: string;
}

/** Procedures with term and fee: all by field, or those that words mean. */
export function ProceduresPage({ unit, procedures, words }: ProceduresPageProps) {
  const t = useT();
  const here = publicHref(unit.slug, "procedures");
  const count = procedures.length;
  const lead = words ? t("public.procedures.found", { count, words }) : t("public.procedures.lead", { count });
  const groups = words ? [[t("public.procedures.title"), procedures] as const] : byField(procedures);
  return (
    <div className="stack-5">
      <PageHead title={t("public.procedures.title")} lead={lead} />
      <form method="get" action={here} className="stack" {...SEARCH}>
        <Field
          id="q"
          name="q"
          label={t("public.procedures.search")}
          hint={t("public.procedures.searchHint")}
          defaultValue={words}
          maxLength={100}
          autoComplete="off"
        />
        <div className="row">
          <Button kind="primary">{t("public.procedures.searchButton")}</Button>
          {words ? <a href={here}>{t("public.procedures.all")}</a> : null}
        </div>
      </form>
      {count === 0 ? (
        <EmptyState
          level={2}
          icon="search"
          title={t("public.procedures.empty")}
          text={t("public.procedures.emptyText")}
        />
      ) : (
        groups.map(([field, rows]) => {
          const title = field ?? t("public.procedures.otherField");
          return (
            <section key={title}>
              {words ? null : <h2>{title}</h2>}
              <ProcedureTable here={here} caption={t("public.procedures.caption", { field: title })} rows={rows} />
            </section>
          );
        })
      )}
    </div>
  );
}

/** The element `search` is unknown to older browsers. */
const SEARCH = { role: "search" } as const;

function byField(procedures: Procedures): [string | null, Procedure[]][] {
  const groups = new Map<string | null, Procedure[]>();
  for (const procedure of procedures) {
    const group = groups.get(procedure.field);
    if (group) group.push(procedure);
    else groups.set(procedure.field, [procedure]);
  }
  return [...groups];
}

function ProcedureTable({ here, caption, rows }: { here: string; caption: string; rows: Procedure[] }) {
  const t = useT();
  return (
    <DataTable
      caption={caption}
      flush
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        {
          key: "name",
          header: t("public.procedures.name"),
          cell: ({ code, name }) => (
            <a className="main" href={`${here}/${encodeURIComponent(code)}`}>
              {name}
            </a>
          ),
        },
        {
          key: "term",
          header: t("public.procedures.term"),
          narrowLabel: t("public.procedures.term"),
          cell: ({ term, sameDay }) =>
            sameDay ? <Badge>{t("public.procedures.sameDay")}</Badge> : capital(termWords(t, term)),
        },
        {
          key: "fee",
          header: t("public.procedures.fee"),
          narrowLabel: t("public.procedures.fee"),
          cell: ({ fee }) => fee ?? t("public.procedures.feeAsk"),
        },
      ]}
    />
  );
}
