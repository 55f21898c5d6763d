import type { AskedWhen, Question, SurveyForm } from "../model/model-schema";

/**
 * A given answer: a level 1–5, true or false, the number of an option from 1, or numbers of options from 1, rising.
 * Free text is kept apart from these.
 */
export type Answer = number | boolean | readonly number[];
/** Answers by question id. */
export type Answers = Readonly<Record<string, Answer>>;

/** The questions as they stand on the sheet: those without a section first, then section by section. */
export function orderedQuestions(form: Pick<SurveyForm, "questions" | "sections">): Question[] {
  const sections = (form.sections ?? []).map(({ id }) => id);
  const placeOf = ({ section }: Question) => (section === undefined ? -1 : sections.indexOf(section));
  return form.questions.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function holds(when: AskedWhen | undefined, asked: ReadonlySet<string>, answers: Answers): boolean {
  if (!when) return true;
  const given = asked.has(when.question) ? answers[when.question] : undefined;
  if (given === undefined) return false;
  return when.answer.some((one) => (Array.isArray(given) ? given.includes(one) : given === one));
}

/**
 * The questions that a citizen with these answers is asked, in the order of the form: whose condition holds, and that of
 * their section. A condition on a question that is itself not asked does not hold, whatever was sent for it.
 */
export function askedQuestions(form: SurveyForm, answers: Answers): Question[] {
  const sections = new Map((form.sections ?? []).map((one) => [one.id, one]));
  const asked = new Set<string>();
  return orderedQuestions(form).filter((question) => {
    const section = question.section === undefined ? undefined : sections.get(question.section);
    const here = holds(section?.asked_when, asked, answers) && holds(question.asked_when, asked, answers);
    if (here) asked.add(question.id);
    return here;
  });
}
