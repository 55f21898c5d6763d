import { useT } from "@gandan/i18n/translation";
import { DOSSIER_STATES } from "@gandan/model/dossier/dossier-facts";
import { DOSSIER_GROUPS } from "@gandan/model/dossier/dossier-group";
import { DOSSIER_QUEUES, type ListDossiers, SOON_HOURS } from "@gandan/model/dossier/list-dossiers";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { Tabs } from "@gandan/ui/tabs";
import { queueHref } from "./dossier-filters";

interface DossierFilterBarProps {
  filters: ListDossiers;
  /** Address of the list. */
  here: string;
  filtered: boolean;
}

/** Search and filters of the list of dossiers. */
export function DossierFilterBar({ filters, here, filtered }: DossierFilterBarProps) {
  const t = useT();
  const any = { value: "", label: t("shell.form.all") };
  const usual = { value: "", label: t("dossier.list.usualOrder") };
  return (
    <FilterBar
      label={t("shell.action.filter")}
      action={here}
      hidden={filters.queue === "due-soon" ? { hours: String(filters.hours) } : {}}
      submit={t("shell.action.filter")}
      clear={filtered ? { href: here, label: t("shell.action.clearFilters") } : undefined}
      more={{
        label: t("dossier.list.more"),
        open: [filters.state, filters.group, filters.from, filters.to].some(Boolean),
        fields: (
          <>
            <Field
              id="state"
              name="state"
              control="select"
              label={t("dossier.stateLabel")}
              defaultValue={filters.state ?? ""}
              options={[any, ...DOSSIER_STATES.map((value) => ({ value, label: t(`dossier.state.${value}`) }))]}
            />
            <Field
              id="group"
              name="group"
              control="select"
              label={t("dossier.groupLabel")}
              defaultValue={filters.group ?? ""}
              options={[any, ...DOSSIER_GROUPS.map((value) => ({ value, label: t(`dossier.group.${value}`) }))]}
            />
            <Field id="from" name="from" control="date" label={t("dossier.list.from")} defaultValue={filters.from} />
            <Field id="to" name="to" control="date" label={t("dossier.list.to")} defaultValue={filters.to} />
            <Field
              id="sort"
              name="sort"
              control="select"
              label={t("dossier.list.sort")}
              defaultValue={filters.sort ?? ""}
              options={[
                usual,
                { value: "received", label: t("dossier.received") },
                { value: "due", label: t("dossier.promised") },
              ]}
            />
            <Field
              id="direction"
              name="direction"
              control="select"
              label={t("dossier.list.order")}
              defaultValue={filters.direction ?? ""}
              options={[
                usual,
                { value: "ascending", label: t("dossier.list.ascending") },
                { value: "descending", label: t("dossier.list.descending") },
              ]}
            />
          </>
        ),
      }}
    >
      <Field
        id="q"
        name="q"
        control="search"
        label={t("dossier.list.query")}
        hint={t("dossier.list.queryHint")}
        defaultValue={filters.q}
      />
      <Field
        id="queue"
        name="queue"
        control="select"
        label={t("unit.home.queues")}
        defaultValue={filters.queue ?? ""}
        options={[any, ...DOSSIER_QUEUES.map((value) => ({ value, label: t(`dossier.queue.${value}`) }))]}
      />
    </FilterBar>
  );
}

/** How far ahead "soon" looks. */
export function SoonChoice({ path, hours }: { path: string; hours: number }) {
  const t = useT();
  return (
    <Tabs
      label={t("dossier.queues.soon")}
      tabs={SOON_HOURS.map((each) => ({
        href: queueHref(path, "due-soon", each),
        label: t("dossier.queues.hours", { hours: each }),
        current: each === hours,
      }))}
    />
  );
}
