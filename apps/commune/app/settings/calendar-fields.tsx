import { useT } from "@gandan/i18n/translation";
import { DAY_KINDS } from "@gandan/model/calendar/own-days";
import { Field } from "@gandan/ui/field";

interface CalendarFieldsProps {
  today: string;
  /** As typed, where something was wrong. */
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** A day that a unit adds to its calendar. */
export function CalendarFields({ today, values, errors }: CalendarFieldsProps) {
  const t = useT();
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: values[name],
    error: errors[name],
    autoComplete: "off",
  });
  return (
    <>
      <Field {...field("date")} control="date" label={t("calendar.date")} min={today} required />
      <Field
        {...field("kind")}
        control="select"
        label={t("calendar.kind")}
        options={DAY_KINDS.map((value) => ({ value, label: t(`calendar.kinds.${value}`) }))}
      />
      <Field
        {...field("insteadOf")}
        control="date"
        label={t("calendar.add.insteadOf")}
        hint={t("calendar.add.insteadOfHint")}
      />
      <Field {...field("name")} label={t("calendar.name")} hint={t("calendar.nameHint")} maxLength={120} required />
      <Field
        {...field("source")}
        label={t("calendar.source")}
        hint={t("calendar.sourceHint")}
        maxLength={200}
        required
      />
    </>
  );
}
