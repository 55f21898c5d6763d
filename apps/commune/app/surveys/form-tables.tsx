import { useFormat, useT } from "@gandan/i18n/translation";
import { Badge } from "@gandan/ui/badge";
import { DataTable } from "@gandan/ui/data-table";

interface FormLine {
  formId: string;
  slug: string;
  version: number;
  title: string;
  code: string | null;
  questions: number;
  languages: string[];
  openedOn: string;
  openedBy: string | null;
  closedOn: string | null;
  closedBy: string | null;
  points: number;
}

interface FormTableProps {
  caption: string;
  forms: readonly FormLine[];
  /** Address of the surveys. */
  path: string;
  /** The form that dossiers ask. */
  invited: string | null;
}

const inCapitals = (languages: readonly string[]) => languages.map((one) => one.toUpperCase()).join(", ");

/** Forms that were opened, each with its version. */
export function FormTable({ caption, forms, path, invited }: FormTableProps) {
  const t = useT();
  const format = useFormat();
  return (
    <DataTable
      caption={caption}
      rows={forms}
      rowKey={({ formId }) => formId}
      columns={[
        {
          key: "form",
          header: t("survey.form"),
          cell: ({ formId, slug, title, code, version }) => (
            <>
              <a href={`${path}/forms/${formId}`}>{title}</a>{" "}
              {slug === invited ? <Badge tone="accent">{t("survey.invitation.badge")}</Badge> : null}
              <span className="sub">{[code, t("survey.version", { version })].filter(Boolean).join(" · ")}</span>
            </>
          ),
        },
        {
          key: "questions",
          header: t("survey.outline.question"),
          narrowLabel: t("survey.outline.question"),
          cell: ({ questions, languages, closedOn, points }) => (
            <>
              {`${t("survey.questions", { count: questions })} · ${inCapitals(languages)}`}
              {closedOn === null ? <span className="sub">{t("survey.asksAt", { count: points })}</span> : null}
            </>
          ),
        },
        {
          key: "opened",
          header: t("survey.openedOn"),
          narrowLabel: t("survey.openedOn"),
          cell: ({ openedOn, openedBy }) => (
            <>
              {format.date(openedOn)}
              <span className="sub">{openedBy}</span>
            </>
          ),
        },
        ...(forms.some(({ closedOn }) => closedOn !== null)
          ? [
              {
                key: "closed",
                header: t("survey.closedOn"),
                narrowLabel: t("survey.closedOn"),
                cell: ({ closedOn, closedBy }: FormLine) => (
                  <>
                    {closedOn === null ? "" : format.date(closedOn)}
                    <span className="sub">{closedBy}</span>
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

interface OfferLine {
  slug: string;
  title: string;
  code: string | null;
  origin: "model" | "commitments";
  questions: number;
  languages: string[];
  state: "new" | "changed" | "closed";
}

/** Forms of the model in force that are not open as they stand there. */
export function OfferTable({ offers, path }: { offers: readonly OfferLine[]; path: string }) {
  const t = useT();
  return (
    <DataTable
      caption={t("survey.offered.title")}
      rows={offers}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: "form",
          header: t("survey.form"),
          cell: ({ slug, title, code, origin }) => (
            <>
              <a href={`${path}/offers/${slug}`}>{title}</a>
              <span className="sub">{[code, t(`survey.origin.${origin}`)].filter(Boolean).join(" · ")}</span>
            </>
          ),
        },
        {
          key: "questions",
          header: t("survey.outline.question"),
          narrowLabel: t("survey.outline.question"),
          cell: ({ questions, languages }) =>
            `${t("survey.questions", { count: questions })} · ${inCapitals(languages)}`,
        },
        {
          key: "state",
          header: t("survey.offered.stateLabel"),
          narrowLabel: t("survey.offered.stateLabel"),
          cell: ({ state }) => (
            <Badge tone={state === "changed" ? "accent" : "line"}>{t(`survey.offered.state.${state}`)}</Badge>
          ),
        },
      ]}
    />
  );
}
