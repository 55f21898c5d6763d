import { useFormat, useT } from "@gandan/i18n/translation";
import type { AskedWhen, Question, SurveyForm } from "@gandan/model/model/model-schema";
import { formSheet } from "@gandan/model/survey/form-sheet";
import { FIELD, LONGEST_TEXT, type ReadSheet } from "@gandan/model/survey/read-answers";
import { publicHref } from "@gandan/site/public/public-places";
import { conditionsOf } from "./ask-conditions";
import { AskLevels } from "./ask-levels";
import { MayPassOver } from "./ask-parts";
import { AskQuestion } from "./ask-question";
import { runsOf, sheetSeconds } from "./ask-work";
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
  const aboutText = about ? t("answering.about", { procedure: about.procedure, date: format.date(about.on) }) : null;
  // The words of the figure itself are read, too.
  const above = [sheet.title, sheet.intro, t("answering.lead", { seconds: 0 }), t("answering.nameless"), aboutText];
  const around = above.filter((text) => typeof text === "string");
  const seconds = sheetSeconds(sheet, conditions, around, t);

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
  const valuesOf = ({ id }: Question) => values.get(`${FIELD}${id}`) ?? [];
  const ask = ([question, ...more]: Question[]) => {
    if (!question) return null;
    const { id, kind, asked_when: asked } = question;
    const when = asked ? labelOf(asked) : undefined;
    const questions = [question, ...more];
    return kind === "level5" ? (
      <AskLevels key={id} {...{ questions, valuesOf, conditions, when }} problemOf={problemText} />
    ) : (
      <AskQuestion
        key={id}
        {...{ question, conditions, when }}
        values={valuesOf(question)}
        problem={problemText(question)}
      />
    );
  };
  return (
    <div lang={sheet.language}>
      <h1>{sheet.title}</h1>
      <p className="soft ask-lead">
        {sheet.intro ? `${sheet.intro} ` : ""}
        {t("answering.lead", { seconds })} <strong>{t("answering.nameless")}</strong>
      </p>
      {aboutText ? <p className="ask-about">{aboutText}</p> : null}
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
          const runs = runsOf(part.questions, conditions);
          if (!section) return runs.map(ask);
          const group = conditions.groupOf(section.asked_when);
          if (part.folded) {
            const isOpen = part.questions.some((one) => valuesOf(one).some(Boolean) || problemText(one));
            return (
              <details key={part.id} className={group === null ? "ask-fold" : `ask-fold when-${group}`} open={isOpen}>
                <summary>
                  <h2>{part.title}</h2> <span>{t("answering.optional")}</span>
                </summary>
                <MayPassOver.Provider value>{runs.map(ask)}</MayPassOver.Provider>
              </details>
            );
          }
          return (
            <section key={part.id} className={group === null ? "ask-part" : `ask-part when-${group}`}>
              <h2>{part.title}</h2>
              {section.asked_when ? <p className="when-hint hint">{labelOf(section.asked_when)}</p> : null}
              {runs.map(ask)}
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
