import { useFormat, useT } from "@gandan/i18n/translation";
import { dropDay, readCalendar } from "@gandan/model/calendar/calendar-inputs";
import { Button } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { ErrorSummary } from "@gandan/ui/error-summary";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { CalendarFields } from "../../settings/calendar-fields";
import { readDay } from "../../settings/calendar-form.server";
import { CalendarTable } from "../../settings/calendar-table";
import { DayButton } from "../../settings/day-button";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { searchParams } = new URL(args.request.url);
  const { year } = readCalendar.catch({}).parse({ year: searchParams.get("year") || undefined });
  const calendar = await orResponse(t, caller.calendar.read({ unitId, year }));
  const page = `${t("calendar.tab")}, ${t("settings.title")}`;
  const added = searchParams.get("added");
  return {
    title: t("shell.titleWithUnit", { page, unit: unit.name }),
    path,
    ...calendar,
    mayChange: calendar.mayChange && !unit.ended,
    /** Just added: offered to be taken out again at once. */
    added: calendar.days.find(({ date, own }) => own && date === added) ?? null,
    /** Just taken out: offered to be put back as the log has it, whatever an address says. */
    dropped: calendar.dropped?.date === searchParams.get("dropped") ? calendar.dropped : null,
  };
}

/** Adds a day of the unit's own, or takes one out: whichever form was sent. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const { input, values, errors = {} } = readDay(form, t);
  const wrong = (problem: string | null, status = 422) => data({ values, errors, problem }, status);
  const told = new URLSearchParams();
  try {
    if (form.get("intent") === "drop") {
      const dropping = dropDay.safeParse(values);
      if (!dropping.success) return data({ values, errors: {}, problem: t("error.invalid") }, 422);
      await caller.calendar.dropDay({ unitId, ...dropping.data });
      told.set("year", dropping.data.date.slice(0, 4));
      told.set("dropped", dropping.data.date);
    } else {
      if (!input) return wrong(null);
      await caller.calendar.addDay({ unitId, ...input });
      told.set("year", input.day.date.slice(0, 4));
      told.set("added", input.day.date);
    }
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return wrong(text, code === "CONFLICT" ? 409 : 422);
  }
  throw redirect(`${path}/settings/calendar?${told}`);
}

export default function CalendarPage() {
  const { path, year, years, known, days, revision, changedAt, changedBy, mayChange, today, added, dropped } =
    useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const wrong = Object.entries(failure?.errors ?? {});
  const coming = days.filter(({ date }) => date >= today);
  const past = days.filter(({ date }) => date < today);
  const day = (date: string) => date.split("-").reverse().join("/");
  return (
    <>
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      <ErrorSummary
        title={t("shell.form.errors", { count: wrong.length })}
        text={t("shell.form.notSaved")}
        errors={wrong.map(([name, text]) => ({ id: name, text: String(text) }))}
      />
      {added && !failure ? (
        <Notice tone="met" announce="polite" title={t("calendar.add.done", { date: day(added.date) })}>
          {mayChange ? <DayButton day={added} revision={revision} intent="drop" text={t("calendar.undo")} /> : null}
        </Notice>
      ) : null}
      {dropped && !failure ? (
        <Notice tone="met" announce="polite" title={t("calendar.drop.done", { date: day(dropped.date) })}>
          {mayChange ? <DayButton day={dropped} revision={revision} intent="add" text={t("calendar.undo")} /> : null}
        </Notice>
      ) : null}
      {mayChange ? null : <Notice tone="info" title={t("settings.readOnly")} />}
      {known ? null : <Notice tone="pending" title={t("calendar.unknown", { year })} />}
      {days.some(({ promised }) => promised > 0) ? <Notice tone="pending" title={t("calendar.promisedWarn")} /> : null}
      <FilterBar
        key={year}
        label={t("calendar.choose")}
        action={`${path}/settings/calendar`}
        submit={t("calendar.show")}
      >
        <Field
          id="year"
          name="year"
          control="select"
          label={t("calendar.year")}
          defaultValue={String(year)}
          options={years.map((each) => ({ value: String(each), label: String(each) }))}
        />
      </FilterBar>
      <Panel id="days" title={t("calendar.title", { year })} flush>
        <p className="panel-p muted">{t("calendar.lead")}</p>
        {days.length === 0 ? (
          <EmptyState icon="calendar" level={3} title={t("calendar.none")} text={t("calendar.noneText")} />
        ) : null}
        {coming.length > 0 ? (
          <CalendarTable
            caption={t("calendar.caption", { year })}
            path={path}
            days={coming}
            revision={mayChange ? revision : null}
          />
        ) : null}
        {past.length > 0 ? (
          <details className="more panel-p" open={coming.length === 0}>
            <summary>{t("calendar.past", { count: past.length })}</summary>
            <CalendarTable caption={t("calendar.pastCaption", { year })} path={path} days={past} revision={null} />
          </details>
        ) : null}
        {changedAt ? (
          <p className="panel-p hint">
            {t("settings.changedLast", { time: format.dateTime(changedAt), person: changedBy ?? "–" })}
          </p>
        ) : null}
      </Panel>
      {mayChange ? (
        <Panel id="add" title={t("calendar.add.title")}>
          <Form method="post" className="stack" key={revision}>
            <p className="soft">{t("calendar.add.lead")}</p>
            <input type="hidden" name="revision" value={revision} />
            <CalendarFields today={today} values={failure?.values ?? {}} errors={failure?.errors ?? {}} />
            <div>
              <Button kind="primary" name="intent" value="add">
                {t("calendar.add.submit")}
              </Button>
            </div>
          </Form>
        </Panel>
      ) : null}
    </>
  );
}
