import { describe, expect, it } from "vitest";
import { diffModels } from "../model/diff-models";
import { extendModel } from "../model/extend-model";
import { modelJsonSchema } from "../model/json-schema";
import { loadModel } from "../model/load-model";
import { type ModelInput, modelSource } from "../model/model-schema";
import { printModel } from "../model/print-model";
import { FRENCH } from "./form-labels-sample";
import { formSheet } from "./form-sheet";

const source = (labels: unknown): ModelInput =>
  ({
    schema: 1,
    id: "mo-hinh",
    title: "Mô hình",
    surveys: [
      {
        id: "phieu",
        title: "Phiếu",
        translations: { fr: { title: "Questionnaire", ...(labels ? { labels } : {}) } },
        questions: [{ id: "chung", kind: "level5", text: "Chung?", translations: { fr: { text: "En général ?" } } }],
      },
    ],
  }) as ModelInput;
const model = modelSource.parse(source(FRENCH));
const problemsOf = (labels: unknown) => {
  const loaded = loadModel(JSON.stringify(source(labels)), { file: "mo-hinh.yaml" });
  return "problems" in loaded ? loaded.problems : [];
};

describe("words around the questions of a form", () => {
  it("come with the language, for the sheet in it alone", () => {
    expect(formSheet(model.surveys[0]!, "fr").labels).toEqual(FRENCH);
    expect(formSheet(model.surveys[0]!, "vi").labels).toBeNull();
    expect(formSheet(modelSource.parse(source(null)).surveys[0]!, "fr").labels).toBeNull();
  });

  it("are all there or none, each with room for what is filled in", () => {
    expect(problemsOf(FRENCH)).toEqual([]);
    expect(problemsOf(null)).toEqual([]);
    const { send: _, ...some } = FRENCH;
    expect(problemsOf(some)).toMatchObject([{ key: "missing-key", path: "surveys.phieu.translations.fr.labels.send" }]);
    expect(problemsOf({ ...FRENCH, gui: "Envoyer" })).toMatchObject([{ key: "unknown-key" }]);
    const gaps = problemsOf({ ...FRENCH, when: "Si à la question {number} : {reponses}" });
    expect(gaps).toMatchObject([
      { key: "label-gap", path: "surveys.phieu.translations.fr.labels.when" },
      { key: "label-gap-unknown", path: "surveys.phieu.translations.fr.labels.when" },
    ]);
    expect(gaps[0]!.message.vi).toContain("thiếu chỗ điền {answers}");
  });

  it("stand in the schema for editors, and read back from a printed model as they were", () => {
    const text = JSON.stringify(modelJsonSchema());
    const at = text.indexOf('"very_satisfied"');
    expect(at).toBeGreaterThan(0);
    expect(text).toContain(`"required":${JSON.stringify(Object.keys(FRENCH))}`);
    const read = loadModel(printModel(model), { file: "mo-hinh.yaml" });
    expect("model" in read && read.model).toEqual(model);
  });

  it("are kept by a model that takes the form over, unless it brings its own; and told of where they change", () => {
    const child = modelSource.parse({
      ...source(null),
      id: "con",
      extends: "mo-hinh",
      surveys: [{ ...source(null).surveys![0]!, translations: { fr: { title: "Votre avis" } } }],
    });
    expect(extendModel(model, child).surveys[0]!.translations!.fr).toEqual({ title: "Votre avis", labels: FRENCH });
    const own = { ...FRENCH, send: "Valider" };
    child.surveys[0]!.translations = { fr: { title: "Votre avis", labels: own } };
    expect(extendModel(model, child).surveys[0]!.translations!.fr?.labels).toEqual(own);
    const changed = modelSource.parse(source(own));
    const told = diffModels(model, changed);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ change: "changed", area: "survey", path: "surveys.phieu.translations" });
    expect(told[0]!.sentence.vi).toContain("bản dịch");
    expect(diffModels(model, model)).toEqual([]);
  });
});
