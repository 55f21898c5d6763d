import { useFormat, useT } from "@gandan/i18n/translation";
import type { AskedWhen, Question, SurveyForm } from "@gandan/model/model/model-schema";
import { formSheet } from "@gandan/model/survey/form-sheet";
import { FIELD, LONGEST_TEXT, type ReadSheet } from "@gandan/model/survey/read-answers";
import { publicHref } from "@gandan/site/public/public-places";
import { conditionsOf } from "./ask-conditions";
import { AskQuestion } from "./ask-question";
import type { TabletParts } from "./tablet-parts";

export interface AskSheetProps {
  form: SurveyForm;
  /** Language of the questions. */
  language: string;
  stamp: string;
  about: { procedure: string; on: string } | null;
  unit: { name: string; slug: string };
  /** One sheet for each dossier. */
  once: boolean;
  /** What was sent before, by field. */
  values: ReadonlyMap<string, readonly string[]>;
  problems: ReadSheet["problems"];
  /** Of the whole sheet. */
  trouble?: string | undefined;
  /** Many answer on one device, which keeps what it cannot send: what its script needs. */
  tablet?: Pick<TabletParts, "place" | "formId"> | undefined;
}

/** Seconds that a question takes to read and answer, and one that may be passed over. */
const SECONDS = { required: 4, optional: 2 };

/** A form as a citizen fills it in; sent by the browser alone. */
export function AskSheet(props: AskSheetProps) {
  const { form, language, stamp, about, unit, once, values, problems, trouble, tablet } = props;
  const t = useT();
  const format = useFormat();
  const sheet = formSheet(form, language);
  const conditions = conditionsOf(form);
  const order = sheet.parts.flatMap(({ questions }) => questions);
  const numberOf = new Map(order.map(({ id }, index) => [id, index + 1]));
  const asked = new Map(problems);
  const always = order.filter((question) => conditions.isAlways(question));
  const reading = always.reduce((sum, { required }) => sum + SECONDS[required ? "required" : "optional"], 0);
  const seconds = Math.max(10, Math.ceil(reading / 10) * 10);

  const labelOf = ({ question: id, answer }: AskedWhen): string | undefined => {
    const on = order.find((each) => each.id === id);
    const labels = answer.map((one) => answerLabel(on, one, t));
    const last = labels.pop() ?? "";
    const answers = labels.length > 0 ? t("answering.whenOr", { answers: labels.join(", "), last }) : last;
    return t("answering.when", { number: numberOf.get(id) ?? 0, answers });
  };
  const problemText = ({ id, kind }: Question): string | undefined => {
    const problem = asked.get(id);
    if (problem === undefined || problem === "empty") return undefined;
    if (problem === "required" && kind === "text") return t("answering.problem.requiredText");
    return t(`answering.problem.${problem}`, { max: LONGEST_TEXT });
  };
  const ask = (question: Question) => (
    <AskQuestion
      key={question.id}
      question={question}
      values={values.get(`${FIELD}${question.id}`) ?? []}
      problem={problemText(question)}
      conditions={conditions}
      when={question.asked_when ? labelOf(question.asked_when) : undefined}
    />
  );
  return (
    <div lang={sheet.language}>
      <h1>{sheet.title}</h1>
      <p className="soft ask-lead">
        {sheet.intro ? `${sheet.intro} ` : ""}
        {t("answering.lead", { count: always.length, seconds })} <strong>{t("answering.nameless")}</strong>
      </p>
      {about ? (
        <p className="ask-about">{t("answering.about", { procedure: about.procedure, date: format.date(about.on) })}</p>
      ) : null}
      <Trouble order={order} problems={problems} trouble={trouble} />
      {tablet ? <TabletState thanks={sheet.thanks} language={sheet.language} /> : null}
      <form
        method="post"
        className="ask-form"
        autoComplete="off"
        data-tablet={tablet ? JSON.stringify(tabletParts(t, form, tablet)) : undefined}
      >
        <input type="hidden" name="stamp" value={stamp} />
        {sheet.parts.map((part) => {
          const section = form.sections?.find(({ id }) => id === part.id);
          if (!section) return part.questions.map(ask);
          const group = conditions.groupOf(section.asked_when);
          return (
            <section key={part.id} className={group === null ? "ask-part" : `ask-part when-${group}`}>
              <h2>{part.title}</h2>
              {section.asked_when ? <p className="when-hint hint">{labelOf(section.asked_when)}</p> : null}
              {part.questions.map(ask)}
            </section>
          );
        })}
        <div className="ask-send">
          <button className="btn btn-primary btn-l btn-w" type="submit">
            {t("answering.send")}
          </button>
          <p className="hint">
            {once ? `${t("answering.once")} ` : ""}
            {t("answering.published")}{" "}
            <a href={publicHref(unit.slug, "results")}>{t("answering.results", { unit: unit.name })}</a>.
          </p>
        </div>
      </form>
    </div>
  );
}

/** Where the script of a tablet says what waits, what is missing, and thanks. */
function TabletState({ thanks, language }: { thanks: string | undefined; language: string }) {
  const t = useT();
  return (
    <>
      <p className="hint ask-lead" role="status" data-tablet-state="" />
      <div className="ask-trouble" role="alert" data-tablet-trouble="" hidden>
        <p>
          <strong>{t("answering.tablet.incomplete")}</strong>
        </p>
      </div>
      <div data-tablet-thanks="" hidden>
        <h2 tabIndex={-1}>{t("answering.thanks.title")}</h2>
        <p className="soft ask-lead">
          {t("answering.tablet.next")} {thanks ? <span lang={language}>{thanks}</span> : null}
        </p>
      </div>
      <script type="module" src="/tablet.js" />
    </>
  );
}

function tabletParts(
  t: ReturnType<typeof useT>,
  form: SurveyForm,
  tablet: NonNullable<AskSheetProps["tablet"]>,
): TabletParts {
  const texts = {
    ready: t("answering.tablet.ready"),
    waiting: t("answering.tablet.waiting", { n: "{n}" }),
    offline: t("answering.tablet.offline"),
    refused: t("answering.tablet.refused", { n: "{n}" }),
  };
  return { ...tablet, form, texts };
}

function answerLabel(question: Question | undefined, answer: boolean | number, t: ReturnType<typeof useT>): string {
  if (typeof answer === "boolean") return t(answer ? "answering.yes" : "answering.no");
  if (question?.kind === "level5") return t(`answering.level.${answer as 1 | 2 | 3 | 4 | 5}`);
  return question?.options?.[answer - 1] ?? String(answer);
}

interface TroubleProps extends Pick<AskSheetProps, "problems" | "trouble"> {
  order: readonly Question[];
}

/** What kept the sheet from being taken, each with a way to its question. */
function Trouble({ order, problems, trouble }: TroubleProps) {
  const t = useT();
  const named = problems.filter(([id]) => id !== "");
  const text = trouble ?? (problems.length > 0 && named.length === 0 ? t("answering.problem.empty") : undefined);
  if (text === undefined && named.length === 0) return null;
  return (
    <div className="ask-trouble" role="alert">
      <p>
        <strong>{text ?? t("answering.problem.title", { count: named.length })}</strong>
      </p>
      {named.length > 0 ? (
        <ul>
          {named.map(([id]) => (
            <li key={id}>
              <a href={`#${FIELD}${id}`}>{order.find((question) => question.id === id)?.text ?? ""}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
