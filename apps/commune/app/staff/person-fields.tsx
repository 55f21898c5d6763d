import { useT } from "@gandan/i18n/translation";
import { Field } from "@gandan/ui/field";

interface PersonFieldsProps {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  /** Somebody new chooses a sign-in name; it stays from then on. */
  isNew?: boolean;
}

/** Name, addresses, code and title of a person. */
export function PersonFields({ values, errors, isNew }: PersonFieldsProps) {
  const t = useT();
  const optional = t("shell.form.optional");
  const field = (name: "name" | "email" | "code" | "title" | "signInName") => ({
    id: name,
    name,
    defaultValue: values[name],
    error: errors[name],
    autoComplete: "off",
    spellCheck: false,
  });
  return (
    <>
      <Field {...field("name")} label={t("staff.name")} required maxLength={120} />
      {isNew ? (
        <Field
          {...field("signInName")}
          label={t("staff.signInName")}
          hint={t("staff.signInNameHint")}
          required
          maxLength={120}
        />
      ) : null}
      <Field
        {...field("email")}
        control="email"
        label={t("staff.email")}
        hint={t("staff.emailHint")}
        optional={optional}
      />
      <Field {...field("code")} label={t("staff.code")} hint={t("staff.codeHint")} optional={optional} maxLength={40} />
      <Field {...field("title")} label={t("staff.jobTitle")} optional={optional} maxLength={120} />
    </>
  );
}
