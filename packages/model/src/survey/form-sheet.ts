import type { SurveyForm } from "../model/model-schema";
import type { FormLabels } from "./form-labels";

/** The languages a form is offered in, Vietnamese first. */
export function formLanguages(form: SurveyForm): string[] {
  return ["vi", ...Object.keys(form.translations ?? {})];
}

/** A part of a form as it stands on the sheet: its questions under a heading, or without one. */
interface SheetPart {
  /** Of the section; empty for questions that stand under none. */
  id: string;
  title?: string;
  folded: boolean;
  questions: SurveyForm["questions"];
}

/** A form in one language, in the order in which it is asked. */
export interface FormSheet {
  /** Of the texts; what has no translation is in Vietnamese. */
  language: string;
  title: string;
  intro?: string;
  thanks?: string;
  /** Words around the questions in the language; null where the form brings none. */
  labels: FormLabels | null;
  parts: SheetPart[];
}

/**
 * The form in a language, in parts: questions without a section first, then each section. A language that the form is not
 * offered in gives Vietnamese.
 */
export function formSheet(form: SurveyForm, language: string): FormSheet {
  const spoken = form.translations?.[language] ? language : "vi";
  const questions = form.questions.map((one) => ({ ...one, ...one.translations?.[spoken] }));
  const sections = form.sections ?? [];
  const parts = [
    { id: "", folded: false, questions: questions.filter((one) => !sections.some(({ id }) => id === one.section)) },
    ...sections.map(({ id, title, folded = false, translations }) => ({
      id,
      folded,
      title: translations?.[spoken]?.title ?? title,
      questions: questions.filter(({ section }) => section === id),
    })),
  ];
  const { title, intro, thanks } = { ...form, ...form.translations?.[spoken] };
  return {
    language: spoken,
    title,
    ...(intro === undefined ? {} : { intro }),
    ...(thanks === undefined ? {} : { thanks }),
    labels: form.translations?.[spoken]?.labels ?? null,
    parts: parts.filter((part) => part.questions.length),
  };
}
