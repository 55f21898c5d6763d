import type { ModelSource, SurveyForm } from "../model/model-schema";

/** Id of the form that is made from commitments; a model's own forms have others. */
export const COMMITMENTS_FORM = "loi-hua";

const TITLE = { vi: "Ông/Bà thấy chúng tôi giữ lời hứa thế nào?", en: "How well do we keep our promises?" };
const INTRO = {
  vi: "Những điều dưới đây không máy nào đo được. Chỉ Ông/Bà mới biết. Ông/Bà bỏ qua câu nào chưa rõ.",
  en: "No machine can measure what follows. Only you know. Leave out what you cannot tell.",
};

const quoted = (text: string) => `“${text.replace(/[.;,]$/, "")}”`;

/**
 * A form that asks citizens about each commitment that neither a rule nor a question of the model measures, under its
 * slogan; null where there is none. Promises are quoted as they were made, in any language.
 */
export function commitmentsForm(model: Pick<ModelSource, "slogans" | "rules" | "surveys">): SurveyForm | null {
  const measuring = new Set([
    ...Object.keys(model.rules),
    ...model.surveys.flatMap(({ questions }) => questions.map(({ id }) => id)),
  ]);
  const asked = new Set<string>();
  const slogans = model.slogans.flatMap(({ id, title, commitments }) => {
    const open = commitments.filter(({ text, measured_by }) => {
      // Two slogans may promise the same in the same words: it is asked once.
      const words = quoted(text).normalize("NFC").toLowerCase();
      if (asked.has(words) || measured_by.some((name) => measuring.has(name))) return false;
      asked.add(words);
      return true;
    });
    return open.length > 0 ? [{ id, title, commitments: open }] : [];
  });
  if (slogans.length === 0) return null;
  const questions = slogans.flatMap(({ id: section, commitments }) =>
    commitments.map(({ id, text }): SurveyForm["questions"][number] => ({
      id: `hoi-${id}`,
      kind: "level5",
      text: `Chúng tôi hứa ${quoted(text)}. Ông/Bà hài lòng ở mức nào?`,
      subject: "commitment",
      commitment: id,
      required: false,
      section,
      translations: { en: { text: `We promise ${quoted(text)}. How satisfied are you?` } },
    })),
  );
  return {
    id: COMMITMENTS_FORM,
    title: TITLE.vi,
    intro: INTRO.vi,
    translations: { en: { title: TITLE.en, intro: INTRO.en } },
    sections: slogans.map(({ id, title }) => ({ id, title, translations: { en: { title } } })),
    questions,
  };
}
