import { useT } from "@gandan/i18n/translation";
import type { Question } from "@gandan/model/model/model-schema";
import { FIELD } from "@gandan/model/survey/read-answers";
import type { Conditions } from "./ask-conditions";
import { Hint, Problem } from "./ask-parts";

/** Best first, as the office's own forms have them. */
export const LEVELS = [5, 4, 3, 2, 1] as const;

interface AskLevelsProps {
  /** One or more questions with levels, each of which stands under the same condition or under none. */
  questions: readonly Question[];
  valuesOf: (question: Question) => readonly string[];
  problemOf: (question: Question) => string | undefined;
  conditions: Conditions;
  when: string | undefined;
}

/**
 * Questions with levels, one below the other: the words of the levels stand once above them all and stay in sight, so that
 * one who has read them reads no more than each question. Read aloud, each level says its own words.
 */
export function AskLevels({ questions, valuesOf, problemOf, conditions, when }: AskLevelsProps) {
  const t = useT();
  const group = conditions.groupOf(questions[0]?.asked_when);
  return (
    <div className={group === null ? "lvl-group" : `lvl-group when-${group}`}>
      <div className="lvl-head" aria-hidden="true">
        {LEVELS.map((level) => (
          <span key={level}>{t(`answering.levelHead.${level}`)}</span>
        ))}
      </div>
      {questions.map((question) => {
        const name = `${FIELD}${question.id}`;
        const problem = problemOf(question);
        return (
          <fieldset
            key={question.id}
            className="ask"
            id={name}
            aria-describedby={problem ? `${name}-problem` : undefined}
          >
            <legend>
              {question.text}
              <Hint question={question} when={when} />
            </legend>
            {problem ? <Problem id={`${name}-problem`} text={problem} /> : null}
            <div className="lvl-row">
              {LEVELS.map((level) => (
                <div className="opt" key={level}>
                  <input
                    type="radio"
                    name={name}
                    id={`${name}-${level}`}
                    value={level}
                    required={question.required && conditions.isAlways(question)}
                    defaultChecked={valuesOf(question).includes(String(level))}
                    className={classOf(conditions.openedBy(question.id, String(level)))}
                  />
                  <label htmlFor={`${name}-${level}`}>
                    <LevelBars level={level} />
                    <span className="lvl-word">{t(`answering.level.${level}`)}</span>
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}

/** What an answer opens, for the style sheet. */
export const classOf = (opens: readonly number[]) => opens.map((group) => `opens-${group}`).join(" ") || undefined;

function LevelBars({ level }: { level: number }) {
  return (
    <span className="lv" aria-hidden="true">
      {[1, 2, 3, 4, 5].map((bar) => (
        <i key={bar} className={bar <= level ? "on" : undefined} />
      ))}
    </span>
  );
}
