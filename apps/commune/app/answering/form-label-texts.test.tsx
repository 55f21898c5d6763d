import { OwnTextsProvider, TranslationProvider } from "@gandan/i18n/translation";
import { surveyForm } from "@gandan/model/model/model-schema";
import { FRENCH } from "@gandan/model/survey/form-labels-sample";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AskSheet } from "./ask-sheet";
import { labelTexts } from "./form-label-texts";

const fr = (text: string, options?: string[]) => ({ translations: { fr: { text, ...(options ? { options } : {}) } } });
const form = surveyForm.parse({
  id: "phieu",
  title: "Phieu",
  translations: { fr: { title: "Questionnaire", labels: FRENCH } },
  questions: [
    { id: "chung", kind: "level5", text: "Chung", ...fr("En général ?") },
    { id: "tien", kind: "yes-no", text: "Tien", ...fr("Avez-vous payé ?"), required: false },
    {
      id: "gi",
      kind: "several",
      text: "Gi",
      options: ["A", "B"],
      asked_when: { question: "chung", answer: [1, 2] },
      ...fr("Quoi ?", ["Attente", "Accueil"]),
    },
    { id: "khac", kind: "text", text: "Khac", required: false, ...fr("Autre chose ?") },
  ],
});

const sheetIn = (language: string, texts: ReturnType<typeof labelTexts> | null) =>
  renderToStaticMarkup(
    <TranslationProvider language="vi">
      <OwnTextsProvider texts={texts}>
        <AskSheet
          form={form}
          language={language}
          stamp=""
          about={{ procedure: "Acte de naissance", on: "2026-11-20" }}
          unit={{ name: "Xa Thu", slug: "xa-thu-1" }}
          once
          values={new Map()}
          problems={[
            ["chung", "required"],
            ["khac", "required"],
          ]}
        />
      </OwnTextsProvider>
    </TranslationProvider>,
  );

it("a sheet in a language of the form's own has every word in it, none in Vietnamese", () => {
  const html = sheetIn("fr", labelTexts(FRENCH));
  for (const said of [
    "Très mécontent",
    "Oui",
    "Envoyer",
    "Facultatif",
    "Plusieurs réponses possibles",
    "Seulement si, à la question 1, vous choisissez : Très mécontent ou Mécontent",
    "Dossier concerné : Acte de naissance, le 20/11/2026",
    "la page des résultats de Xa Thu",
    "Non envoyé : 2 question(s) à revoir.",
    "Choisissez une réponse.",
    "Écrivez une réponse.",
  ]) {
    expect(html.replaceAll("&#x27;", "'")).toContain(said);
  }
  expect(html).toMatch(/Environ \d+ secondes\./);
  expect(html).not.toContain("{");
  // Letters that French does not have.
  expect(html).not.toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]/i);
  expect(sheetIn("vi", null)).toContain("Gửi phiếu");
});
