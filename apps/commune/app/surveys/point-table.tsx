import { useT } from "@gandan/i18n/translation";
import { type PointKind, SHEET_SIZES } from "@gandan/model/survey/survey-inputs";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { Field } from "@gandan/ui/field";
import { Form } from "@remix-run/react";

interface PointLine {
  pointId: string;
  code: string;
  label: string;
  kind: PointKind;
  formSlug: string;
  formTitle: string | null;
  retiredAt: Date | null;
}

interface PointTableProps {
  points: readonly PointLine[];
  /** Open forms. */
  forms: readonly { slug: string; title: string }[];
  /** Address of the surveys. */
  surveys: string;
  /** Address before a point's code. */
  tablet: string;
  mayEdit: boolean;
}

/** Places where citizens are asked; each can be printed, changed, taken out of use and back. */
export function PointTable({ points, forms, surveys, tablet, mayEdit }: PointTableProps) {
  const t = useT();
  return (
    <DataTable
      caption={t("survey.points.caption")}
      rows={points}
      rowKey={({ pointId }) => pointId}
      columns={[
        {
          key: "label",
          header: t("survey.points.label"),
          cell: ({ label, kind, retiredAt }) => (
            <>
              {label} {retiredAt ? <Badge tone="line">{t("survey.points.retired")}</Badge> : null}
              <span className="sub">{t(`survey.points.kind.${kind}`)}</span>
            </>
          ),
        },
        {
          key: "form",
          header: t("survey.points.form"),
          narrowLabel: t("survey.points.form"),
          cell: ({ formTitle }) => formTitle ?? <span className="muted">{t("survey.points.formClosed")}</span>,
        },
        {
          key: "code",
          header: t("survey.points.code"),
          narrowLabel: t("survey.points.code"),
          cell: (point) => <Codes point={point} surveys={surveys} tablet={tablet} />,
        },
        ...(mayEdit
          ? [
              {
                key: "change",
                header: t("survey.points.change"),
                headerHidden: true,
                cell: (point: PointLine) => <Change point={point} forms={forms} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Codes({ point, surveys, tablet }: { point: PointLine } & Pick<PointTableProps, "surveys" | "tablet">) {
  const t = useT();
  const { pointId, code, label, kind, formTitle, retiredAt } = point;
  if (retiredAt || !formTitle) return <code>{code}</code>;
  if (kind === "tablet") {
    return (
      <>
        <code>{code}</code> <a href={`${tablet}/${code}?tablet`}>{t("survey.points.tablet")}</a>
      </>
    );
  }
  return (
    <>
      <code>{code}</code>
      <span className="row">
        {SHEET_SIZES.map((size) => (
          <a
            key={size}
            href={`${surveys}/codes.pdf?size=${size}&point=${pointId}`}
            aria-label={t("survey.points.printOne", { label, size: t(`survey.points.size.${size}`) })}
          >
            {t(`survey.points.size.${size}`)}
          </a>
        ))}
      </span>
    </>
  );
}

function Change({ point, forms }: { point: PointLine; forms: PointTableProps["forms"] }) {
  const t = useT();
  const { pointId, label, formSlug, retiredAt } = point;
  if (retiredAt) {
    return (
      <Form method="post">
        <input type="hidden" name="pointId" value={pointId} />
        <Button size="small" name="intent" value="restore" label={`${t("survey.points.restore")}: ${label}`}>
          {t("survey.points.restore")}
        </Button>
      </Form>
    );
  }
  return (
    <details>
      <summary aria-label={`${t("survey.points.change")}: ${label}`}>{t("survey.points.change")}</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="pointId" value={pointId} />
        <Field
          id={`label-${pointId}`}
          name="label"
          required
          maxLength={80}
          label={t("survey.points.label")}
          defaultValue={label}
          autoComplete="off"
        />
        <Field
          id={`form-${pointId}`}
          name="formSlug"
          control="select"
          label={t("survey.points.form")}
          defaultValue={formSlug}
          options={[
            ...forms.map(({ slug, title }) => ({ value: slug, label: title })),
            ...(forms.some(({ slug }) => slug === formSlug)
              ? []
              : [{ value: formSlug, label: t("survey.points.formClosed") }]),
          ]}
        />
        <div className="row">
          <Button size="small" name="intent" value="change">
            {t("survey.points.save")}
          </Button>
          <Button
            size="small"
            kind="quiet"
            name="intent"
            value="retire"
            label={`${t("survey.points.retire")}: ${label}`}
          >
            {t("survey.points.retire")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
