import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import type { PublicFace } from "@gandan/model/public/public-face";
import { RECEPTION_WEEKS } from "@gandan/model/public/reception-days";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";

type Settings = Awaited<ReturnType<Caller["face"]["read"]>>;

interface PublicFaceFormProps {
  settings: Settings;
  /** What was typed and what is wrong with it, when it was not taken. */
  failure: { values: Record<string, string>; errors: Record<string, string> } | undefined;
}

/** A Monday, from which the names of the weekdays are counted. */
const MONDAY = 23;

/** How the unit shows itself to citizens: whom to call, when to come, in which colour. */
export function PublicFaceForm({ settings, failure }: PublicFaceFormProps) {
  const t = useT();
  const format = useFormat();
  const { value, mayChange, duty, dutyMet, changedAt, changedBy } = settings;
  const dutyText = t(`public.settings.dutyOf.${duty.every}`, { times: duty.times });
  const optional = t("shell.form.optional");
  const field = (name: keyof PublicFace) => ({
    id: name,
    name,
    defaultValue: failure?.values[name] ?? value[name],
    error: failure?.errors[name],
    disabled: !mayChange,
    autoComplete: "off",
    label: t(`public.settings.${name}`),
    hint: t(`public.settings.${name}Hint`, { duty: dutyText }),
  });
  const weekdays = ["1", "2", "3", "4", "5", "6"].map((value) => ({
    value,
    label: format.longDate(`2026-11-${MONDAY + Number(value) - 1}`).split(",")[0] ?? value,
  }));
  return (
    <Panel id="public" title={t("public.settings.title")}>
      <Form key={settings.revision} method="post" className="form">
        <input type="hidden" name="intent" value="face" />
        <input type="hidden" name="revision" value={settings.revision} />
        <div className="form-cols">
          <Field {...field("hotline")} control="tel" optional={optional} />
          <Field {...field("hotlineWho")} optional={optional} maxLength={80} />
          <Field {...field("address")} optional={optional} maxLength={200} />
          <Field {...field("email")} control="email" optional={optional} maxLength={200} />
        </div>
        <Field {...field("leaders")} control="textarea" rows={4} optional={optional} maxLength={2000} />
        <h3>{t("public.settings.reception")}</h3>
        {dutyMet ? null : (
          <Notice
            tone="pending"
            title={t("public.settings.dutyNotMet", { duty: dutyText, law: duty.legalReference })}
          />
        )}
        <div className="form-cols">
          <Field {...field("receptionWeekday")} control="select" options={weekdays} />
          <Field
            {...field("receptionWeeks")}
            control="select"
            options={RECEPTION_WEEKS.map((value) => ({ value, label: t(`public.settings.weeks.${value}`) }))}
          />
          <Field {...field("receptionFrom")} required maxLength={5} />
          <Field {...field("receptionTo")} required maxLength={5} />
          <Field {...field("receptionWho")} optional={optional} maxLength={80} />
          <Field {...field("receptionPlace")} optional={optional} maxLength={200} />
        </div>
        <Field {...field("receptionExtra")} control="textarea" rows={3} optional={optional} maxLength={2000} />
        <Field {...field("accent")} optional={optional} maxLength={7} spellCheck={false} />
        {mayChange ? (
          <div>
            <Button kind="primary">{t("shell.action.save")}</Button>
          </div>
        ) : null}
        <p className="hint">
          {changedAt
            ? t("settings.changedLast", { time: format.dateTime(changedAt), person: changedBy ?? "–" })
            : t("settings.never")}
        </p>
      </Form>
    </Panel>
  );
}
