import { useT } from "@gandan/i18n/translation";
import { addPoint, changePoint, POINT_KINDS, pointId, SHEET_SIZES } from "@gandan/model/survey/survey-inputs";
import { Button, ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { Toast } from "@gandan/ui/toast";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { PointTable } from "../../surveys/point-table";

const SAID = {
  added: "survey.said.added",
  changed: "survey.said.changed",
  retired: "survey.said.retired",
  restored: "survey.said.restored",
} as const;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const [list, forms] = await Promise.all([
    orResponse(t, caller.survey.points({ unitId })),
    orResponse(t, caller.survey.forms({ unitId })),
  ]);
  const query = new URL(args.request.url).searchParams;
  const done = query.get("done");
  const retired = pointId.safeParse({ pointId: query.get("point") });
  return {
    title: t("shell.titleWithUnit", { page: `${t("survey.pointsTab")}, ${t("survey.title")}`, unit: unit.name }),
    surveys: `${path}/surveys`,
    tablet: `/p/${unit.slug}/s`,
    ...list,
    forms: forms.open.map(({ slug, title, code }) => ({ slug, title: code ? `${code}, ${title}` : title })),
    done: done !== null && Object.hasOwn(SAID, done) ? (done as keyof typeof SAID) : null,
    restore: done === "retired" && retired.success && list.mayEdit ? retired.data.pointId : null,
  };
}

/** Adds a point, changes one, takes it out of use or into use again: whichever form was sent. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const fields = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const here = `${path}/surveys/points`;
  const none = { values: {} as Record<string, string>, errors: {} as Record<string, string> };
  try {
    const known = pointId.safeParse({ pointId: fields.pointId });
    if (fields.intent === "add") {
      const input = addPoint.safeParse(fields);
      if (!input.success) {
        const wrong = new Set(input.error.issues.map(({ path: [name] }) => name));
        const errors = {
          ...(wrong.has("label") ? { label: t("survey.points.labelError") } : {}),
          ...(wrong.has("formSlug") ? { formSlug: t("survey.points.formError") } : {}),
        };
        return data({ values: fields, errors, problem: null }, 422);
      }
      await caller.survey.addPoint({ unitId, ...input.data });
      return redirect(`${here}?done=added`);
    }
    if (!known.success) return data({ ...none, problem: t("error.survey.pointNotFound") }, 422);
    if (fields.intent === "change") {
      const input = changePoint.safeParse(fields);
      if (!input.success) return data({ ...none, problem: t("survey.points.labelError") }, 422);
      await caller.survey.changePoint({ unitId, ...input.data });
      return redirect(`${here}?done=changed`);
    }
    if (fields.intent === "restore") {
      await caller.survey.restorePoint({ unitId, ...known.data });
      return redirect(`${here}?done=restored`);
    }
    await caller.survey.retirePoint({ unitId, ...known.data });
    return redirect(`${here}?done=retired&point=${known.data.pointId}`);
  } catch (error) {
    return data({ ...none, values: fields, problem: problemOf(t, error).text }, 409);
  }
}

/** Where citizens are asked: each place with its code, to print in three sizes. */
export default function Points() {
  const { surveys, tablet, points, forms, mayEdit, done, restore } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const here = `${surveys}/points`;
  const adding = failure?.values.intent === "add" ? failure : null;
  const printable = points.filter(({ kind, retiredAt, formTitle }) => kind !== "tablet" && !retiredAt && formTitle);
  const undo = restore
    ? { action: here, label: t("shell.action.undo"), fields: { intent: "restore", pointId: restore } }
    : undefined;
  return (
    <>
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {done && !failure ? <Toast undo={undo}>{t(SAID[done])}</Toast> : null}
      {points.length === 0 ? (
        <EmptyState
          icon="message-square-text"
          level={2}
          title={t("survey.points.none")}
          text={forms.length > 0 ? t("survey.points.noneText") : t("survey.points.needForm")}
          action={forms.length > 0 ? undefined : <a href={surveys}>{t("survey.points.toForms")}</a>}
        />
      ) : (
        <Panel id="points" title={t("survey.points.caption")} flush>
          <PointTable points={points} forms={forms} surveys={surveys} tablet={tablet} mayEdit={mayEdit} />
        </Panel>
      )}
      {printable.length > 1 ? (
        <Panel id="all" title={t("survey.points.printAll")}>
          <p className="soft">{t("survey.points.printAllText")}</p>
          <p className="row">
            {SHEET_SIZES.map((size) => (
              <ButtonLink key={size} icon="printer" href={`${surveys}/codes.pdf?size=${size}`}>
                {t(`survey.points.size.${size}`)}
              </ButtonLink>
            ))}
          </p>
        </Panel>
      ) : null}
      {mayEdit && forms.length > 0 ? (
        <Panel id="add" title={t("survey.points.addTitle")}>
          <Form method="post" className="stack" key={points.length}>
            <input type="hidden" name="intent" value="add" />
            <Field
              id="label"
              name="label"
              required
              maxLength={80}
              label={t("survey.points.label")}
              hint={t("survey.points.labelHint")}
              defaultValue={adding?.values.label}
              error={adding?.errors.label}
              autoComplete="off"
            />
            <Field
              id="kind"
              name="kind"
              control="select"
              label={t("survey.points.kindLabel")}
              defaultValue={adding?.values.kind ?? "desk"}
              options={POINT_KINDS.map((kind) => ({ value: kind, label: t(`survey.points.kind.${kind}`) }))}
            />
            <Field
              id="formSlug"
              name="formSlug"
              control="select"
              label={t("survey.points.form")}
              defaultValue={adding?.values.formSlug ?? forms[0]?.slug}
              error={adding?.errors.formSlug}
              options={forms.map(({ slug, title }) => ({ value: slug, label: title }))}
            />
            <div>
              <Button kind="primary">{t("survey.points.add")}</Button>
            </div>
          </Form>
        </Panel>
      ) : null}
    </>
  );
}
