import { useT } from "@gandan/i18n/translation";
import { Field } from "@gandan/ui/field";

interface RoleFieldsProps {
  roles: readonly string[];
  today: string;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** A role with its first and last day. */
export function RoleFields({ roles, today, values, errors }: RoleFieldsProps) {
  const t = useT();
  return (
    <>
      <Field
        id="role"
        name="role"
        control="select"
        label={t("staff.role")}
        defaultValue={values.role ?? ""}
        error={errors.role}
        required
        options={[
          { value: "", label: t("shell.form.choose") },
          ...roles.map((each) => ({ value: each, label: t.find(`session.role.${each}`) ?? each })),
        ]}
      />
      <Field
        id="from"
        name="from"
        control="date"
        label={t("staff.from")}
        defaultValue={values.from ?? today}
        error={errors.from}
        required
      />
      <Field
        id="lastDay"
        name="lastDay"
        control="date"
        label={t("staff.lastDay")}
        hint={t("staff.lastDayHint")}
        optional={t("shell.form.optional")}
        defaultValue={values.lastDay}
        error={errors.lastDay}
      />
    </>
  );
}
