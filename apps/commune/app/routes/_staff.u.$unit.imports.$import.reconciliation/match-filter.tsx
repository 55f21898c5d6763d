import { useT } from "@gandan/i18n/translation";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import type { ReconciliationPage } from "../../import/import-page";
import type { reconciliationFilters } from "../../import/reconciliation-query";

interface MatchFilterProps {
  filters: ReturnType<typeof reconciliationFilters>;
  here: string;
  reasons: ReconciliationPage["reasons"];
}

/** By the beginning of a code, and by why something contradicts. */
export function MatchFilter({ filters, here, reasons }: MatchFilterProps) {
  const t = useT();
  return (
    <FilterBar
      label={t("import.reconcile.filter")}
      action={here}
      submit={t("shell.action.filter")}
      clear={filters.q || filters.why ? { href: here, label: t("shell.action.clearFilters") } : undefined}
      hidden={filters.kind ? { kind: filters.kind } : {}}
    >
      <Field
        id="q"
        name="q"
        control="search"
        label={t("import.reconcile.code")}
        hint={t("import.reconcile.codeHint")}
        defaultValue={filters.q ?? ""}
        maxLength={100}
      />
      {reasons.length > 0 ? (
        <Field
          id="why"
          name="why"
          control="select"
          label={t("import.reconcile.whyLabel")}
          defaultValue={filters.why ?? ""}
          options={[
            { value: "", label: t("import.reconcile.anyWhy") },
            ...reasons.map(({ why }) => ({ value: why, label: t(`import.reconcile.why.${why}`) })),
          ]}
        />
      ) : null}
    </FilterBar>
  );
}
