import { orderedQuestions } from "../survey/asked-questions";
import { type FormLabels, wrongGaps } from "../survey/form-labels";
import type { Finding, Path } from "./model-problem";
import { type AskedWhen, type ModelSource, type Question, type SurveyForm, surveyForm } from "./model-schema";

const CHOICES: readonly Question["kind"][] = ["choice", "several"];

/** What to do about an answer that a question does not have; undefined where it has it. */
function wrongAnswer(question: Question, answer: boolean | number): { vi: string; en: string } | undefined {
  const last = question.kind === "level5" ? 5 : (question.options?.length ?? 0);
  if (question.kind === "text")
    return { vi: "hãy dựa vào câu hỏi thuộc loại khác", en: "rest on a question of another kind" };
  if (question.kind === "yes-no") {
    return typeof answer === "boolean" ? undefined : { vi: "hãy ghi true hoặc false", en: "write true or false" };
  }
  if (typeof answer === "number" && answer <= last) return undefined;
  return { vi: `hãy ghi số từ 1 đến ${last}`, en: `write a number from 1 to ${last}` };
}

/** The form as it stands over the one it takes from, in the order in which it is asked. */
function wholeForm(own: SurveyForm, above: SurveyForm | undefined, omit: readonly unknown[]): SurveyForm {
  if (!above) return own;
  const ids = new Set([...own.questions, ...(own.sections ?? [])].map(({ id }) => id));
  const stays = ({ id }: { id: string }) => !ids.has(id) && !omit.includes(id);
  const place = ({ id }: Question) => own.questions.find((one) => one.id === id);
  return {
    ...own,
    sections: [...(above.sections ?? []).filter(stays), ...(own.sections ?? [])],
    questions: [
      ...above.questions.flatMap((one) => place(one) ?? (stays(one) ? [one] : [])),
      ...own.questions.filter(({ id }) => !above.questions.some((one) => one.id === id)),
    ],
  };
}

function checkCondition(when: AskedWhen, before: readonly Question[], form: string, path: Path): Finding[] {
  const on = before.find(({ id }) => id === when.question);
  if (!on) {
    const params = { id: when.question, form };
    return [{ key: "condition-not-before", path: [...path, "asked_when", "question"], at: "value", params }];
  }
  return when.answer.flatMap((answer, index): Finding[] => {
    const remedy = wrongAnswer(on, answer);
    if (!remedy) return [];
    const params = { id: on.id, value: String(answer), ...remedy };
    return [{ key: "condition-answer", path: [...path, "asked_when", "answer", index], at: "value", params }];
  });
}

function checkQuestion(question: Question, path: Path): Finding[] {
  const { id, kind, options = [], translations = {} } = question;
  const isChoice = CHOICES.includes(kind);
  const at = "value" as const;
  const findings: Finding[] = [];
  if (isChoice && options.length < 2) findings.push({ key: "too-few-options", path, at, params: { id } });
  if (!isChoice && options.length) {
    findings.push({ key: "options-without-choice", path: [...path, "options"], at: "key", params: { id, kind } });
  }
  for (const [language, translated] of Object.entries(translations)) {
    const count = translated.options?.length ?? 0;
    if (count === options.length) continue;
    const params = { id, language, count, limit: options.length };
    findings.push({ key: "translation-options", path: [...path, "translations", language], at: "key", params });
  }
  return findings;
}

/** Languages in which a text of this model offers the form: each of its own parts has to be there in all of them. */
function checkTranslations(own: SurveyForm, above: SurveyForm | undefined, path: Path): Finding[] {
  const offered = Object.keys(own.translations ?? {});
  const known = new Set([...offered, ...Object.keys(above?.translations ?? {})]);
  const parts = [
    ...(own.sections ?? []).map((one, index) => ({ one, path: [...path, "sections", index] })),
    ...own.questions.map((one, index) => ({ one, path: [...path, "questions", index] })),
  ];
  return parts.flatMap(({ one, path }): Finding[] => {
    const translated = Object.keys(one.translations ?? {});
    const params = (language: string) => ({ id: one.id, form: own.id, language });
    return [
      ...offered
        .filter((language) => !translated.includes(language))
        .map((language): Finding => ({ key: "translation-missing", path, at: "value", params: params(language) })),
      ...translated
        .filter((language) => !known.has(language))
        .map((language): Finding => {
          const place = [...path, "translations", language];
          return { key: "translation-not-offered", path: place, at: "key", params: params(language) };
        }),
    ];
  });
}

/** Words around the questions that leave no room for what is filled in, or room for what nothing fills. */
function checkLabels({ id, translations = {} }: SurveyForm, path: Path): Finding[] {
  return Object.entries(translations).flatMap(([language, { labels }]) =>
    Object.entries(labels ?? {}).flatMap(([label, words]): Finding[] => {
      const { missing, unknown } = wrongGaps(label as keyof FormLabels, words);
      const place = [...path, "translations", language, "labels", label];
      const params = { form: id, language, label };
      return [
        ...missing.map((gap): Finding => ({ key: "label-gap", path: place, at: "value", params: { ...params, gap } })),
        ...unknown.map(
          (gap): Finding => ({ key: "label-gap-unknown", path: place, at: "value", params: { ...params, gap } }),
        ),
      ];
    }),
  );
}

/**
 * Faults of survey forms that their shape does not show: options, sections and conditions that are not of the same
 * form or come too late, answers that a question does not have, languages that are not complete. Forms with a fault of
 * shape are passed over.
 */
export function checkSurveys(
  surveys: unknown,
  omit: readonly unknown[],
  parent: Pick<ModelSource, "surveys"> | undefined,
): Finding[] {
  if (!Array.isArray(surveys)) return [];
  return surveys.flatMap((value: unknown, at): Finding[] => {
    const parsed = surveyForm.safeParse(value);
    if (!parsed.success) return [];
    const own = parsed.data;
    const above = parent?.surveys.find(({ id }) => id === own.id);
    const form = wholeForm(own, above, omit);
    const path = ["surveys", at];
    const ordered = orderedQuestions(form);
    const inSection = new Map((form.sections ?? []).map((one) => [one.id, one]));
    const findings = own.questions.flatMap((one, index): Finding[] => {
      const place = [...path, "questions", index];
      const before = ordered.slice(
        0,
        ordered.findIndex(({ id }) => id === one.id),
      );
      const foreign = one.section !== undefined && !inSection.has(one.section);
      // A section that is nowhere is a fault of its own.
      const elsewhere = [...surveys, ...(parent?.surveys ?? [])].some((other: unknown) => {
        const sections = surveyForm.safeParse(other).data?.sections ?? [];
        return sections.some(({ id }) => id === one.section);
      });
      const hidden = one.required && inSection.get(one.section ?? "")?.folded === true;
      return [
        ...checkQuestion(one, place),
        ...(hidden
          ? [
              {
                key: "folded-required",
                path: place,
                at: "value",
                params: { id: one.id, section: one.section },
              } as const,
            ]
          : []),
        ...(foreign && elsewhere
          ? [
              {
                key: "section-of-other-form",
                path: [...place, "section"],
                at: "value",
                params: { id: one.section, form: own.id },
              } as const,
            ]
          : []),
        ...(one.asked_when ? checkCondition(one.asked_when, before, own.id, place) : []),
      ];
    });
    for (const [index, section] of (own.sections ?? []).entries()) {
      if (!section.asked_when) continue;
      const first = ordered.findIndex((one) => one.section === section.id);
      const before = ordered.slice(0, first < 0 ? undefined : first);
      findings.push(...checkCondition(section.asked_when, before, own.id, [...path, "sections", index]));
    }
    return [...findings, ...checkTranslations(own, above, path), ...checkLabels(own, path)];
  });
}
