import { useT } from "@gandan/i18n/translation";
import type { ComparisonInput } from "@gandan/model/oversight/oversight-inputs";
import type { Period } from "@gandan/model/oversight/period";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { PeriodLinks } from "./period-links";

interface ComparisonFiltersProps {
  action: string;
  input: ComparisonInput;
  indicators: readonly { id: string; title: string }[];
  /** The last day that makes sense. */
  last: string;
  periodHref: (period: Period) => string;
}

/** What is compared, kept in the address. */
export function ComparisonFilters({ action, input, indicators, last, periodHref }: ComparisonFiltersProps) {
  const t = useT();
  const hidden = {
    ...(input.sort === "name" ? {} : { sort: input.sort }),
    ...(input.direction === "up" ? {} : { direction: input.direction }),
  };
  return (
    <>
      <FilterBar
        label={t("oversight.compare.filterLabel")}
        action={action}
        submit={t("shell.action.filter")}
        hidden={hidden}
      >
        <Field id="from" name="from" control="date" label={t("oversight.compare.from")} defaultValue={input.from} />
        <Field id="to" name="to" control="date" label={t("oversight.compare.to")} defaultValue={input.to} />
        <Field
          id="measure"
          name="measure"
          control="select"
          label={t("oversight.compare.measure")}
          defaultValue={input.measure}
          options={[
            { value: "yardstick", label: t("oversight.compare.measureYardstick") },
            { value: "own", label: t("oversight.compare.ownModel") },
          ]}
        />
        <Field
          id="restated"
          name="restated"
          control="select"
          label={t("oversight.compare.merged")}
          defaultValue={input.restated ? "yes" : ""}
          options={[
            { value: "", label: t("unit.asItWas") },
            { value: "yes", label: t("unit.asItIs") },
          ]}
        />
        {indicators.length > 1 ? (
          <Field
            id="indicator"
            name="indicator"
            control="select"
            label={t("oversight.compare.indicator")}
            defaultValue={input.indicator ?? indicators[0]?.id}
            options={indicators.map(({ id, title }) => ({ value: id, label: title }))}
          />
        ) : null}
      </FilterBar>
      <PeriodLinks last={last} current={input} href={periodHref} />
    </>
  );
}
