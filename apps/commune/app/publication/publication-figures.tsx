import { useFormat, useT } from "@gandan/i18n/translation";
import type { Translate } from "@gandan/i18n/translator";
import {
  integrityShares,
  type PublicationSnapshot,
  type PublishedForm,
  type PublishedQuestion,
} from "@gandan/model/publication/publication-snapshot";
import { wilson } from "@gandan/model/score/wilson";
import { IntervalBar } from "@gandan/ui/chart/interval-bar";
import { ShareList } from "@gandan/ui/chart/share-list";
import { TableBehind } from "@gandan/ui/chart/table-behind";
import { DataTable } from "@gandan/ui/data-table";
import { Panel } from "@gandan/ui/panel";
import { lineLabel } from "../surveys/question-result";

const LEVELS = ["1", "2", "3", "4", "5"] as const;

/** The answers that a question has, by place. */
function answerNames(t: Translate, { kind, options }: PublishedQuestion): string[] {
  if (kind === "level5") return LEVELS.map((level) => t(`officerResult.level.${level}`));
  return kind === "yes-no" ? [t("publication.no"), t("publication.yes")] : (options ?? []);
}

/** The figures of a publication: each share with its number of answers and the bounds of chance. */
export function PublicationFigures({ snapshot }: { snapshot: PublicationSnapshot }) {
  const t = useT();
  return (
    <>
      <p>
        {t("publication.dossiers", { count: snapshot.dossiers })} {t("publication.notSipas")}
      </p>
      {snapshot.forms.length === 0 ? <p className="soft">{t("publication.nothing")}</p> : null}
      {snapshot.forms.map((form) => (
        <FormFigures key={`${form.slug}-${form.version}`} form={form} />
      ))}
    </>
  );
}

function FormFigures({ form }: { form: PublishedForm }) {
  const t = useT();
  const { slug, version, title, sheets, questions } = form;
  const levels = questions.filter(({ kind }) => kind === "level5");
  const others = questions.filter(({ kind }) => kind !== "level5");
  return (
    <Panel
      id={`form-${slug}-${version}`}
      title={version > 1 ? t("publication.formVersion", { title, version }) : title}
      aside={t("publication.sheets", { count: sheets })}
    >
      <div className="stack">
        <Sources form={form} />
        {levels.length > 0 ? <LevelTable questions={levels} caption={title} /> : null}
        {others.map((question) => (
          <Choices key={question.id} question={question} />
        ))}
      </div>
    </Panel>
  );
}

/** Where the sheets came from, how many of those asked answered, and what is doubtful. */
function Sources({ form: { integrity } }: { form: PublishedForm }) {
  const t = useT();
  const format = useFormat();
  const { invited } = integrity;
  const { staffEntered, responseRate } = integrityShares(integrity);
  return (
    <p className="soft">
      {t("publication.sources", { ...integrity, staffShare: format.percent(staffEntered) })}{" "}
      {responseRate === null ? null : t("publication.responseRate", { share: format.percent(responseRate), invited })}{" "}
      {t("publication.doubts", integrity)}
    </p>
  );
}

function LevelTable({ questions, caption }: { questions: readonly PublishedQuestion[]; caption: string }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <DataTable
        flush
        caption={caption}
        rows={questions}
        rowKey={({ id }) => id}
        columns={[
          { key: "question", header: t("publication.question"), cell: ({ text }) => text },
          {
            key: "n",
            header: t("publication.n"),
            narrowLabel: t("publication.n"),
            align: "number",
            cell: ({ n }) => (n === 0 ? "–" : format.number(n)),
          },
          {
            key: "satisfied",
            header: t("publication.satisfied"),
            narrowLabel: t("publication.satisfied"),
            cell: (question) => <Satisfied question={question} />,
          },
        ]}
      />
      <TableBehind
        summary={t("publication.table")}
        caption={caption}
        rowHeader={t("publication.question")}
        columns={[t("publication.answer"), t("publication.n")]}
        rows={questions.flatMap((question) =>
          question.lines.map((line) => ({
            key: `${question.id} ${line.options.join()}`,
            name: question.text,
            cells: [
              lineLabel(t, { kind: question.kind, labels: answerNames(t, question) }, line),
              format.numberSpan(line.low, line.high),
            ],
          })),
        )}
      />
    </>
  );
}

function Satisfied({ question }: { question: PublishedQuestion }) {
  const t = useT();
  const format = useFormat();
  const share = question.satisfied;
  if (!share) return <span className="soft">{t("publication.few")}</span>;
  const { low, high, n } = share;
  const ends = { low: wilson(low, n).low, high: wilson(high, n).high };
  const said = t("publication.interval", { low: format.percent(ends.low), high: format.percent(ends.high) });
  return (
    <>
      <b>{format.percentSpan(low / n, high / n)}</b>
      <IntervalBar at={(low + high) / 2 / n} low={ends.low} high={ends.high} min={0} max={1} label={said} />
      <span className="sub">{said}</span>
    </>
  );
}

function Choices({ question }: { question: PublishedQuestion }) {
  const t = useT();
  const format = useFormat();
  const { id, kind, text, n, lines } = question;
  const names = answerNames(t, question);
  return (
    <div>
      <h3>{text}</h3>
      {n === 0 ? (
        <p className="soft">{t("publication.few")}</p>
      ) : (
        <ShareList
          caption={text}
          columns={{ answer: t("publication.answer"), share: t("publication.share"), number: t("publication.n") }}
          rows={lines.map((line) => ({
            key: `${id}-${line.options.join()}`,
            label: lineLabel(t, { kind, labels: names }, line),
            share: line.low / n,
            text: format.percentSpan(line.low / n, line.high / n),
            number: format.numberSpan(line.low, line.high),
          }))}
        />
      )}
    </div>
  );
}
