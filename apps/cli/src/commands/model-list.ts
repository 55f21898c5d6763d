import { describeModel } from "@gandan/model/model-editing/describe-model";
import { libraryModels } from "@gandan/rulesets/library";
import { defineCommand, exitCode } from "../command";

export const modelList = defineCommand({
  usage: "model list",
  summary: "Các mô hình có sẵn trong thư viện. · The models of the library.",
  options: {},
  run: async () => {
    const models = libraryModels().map(({ id, model, own }) => {
      const { commitments, unmeasured } = describeModel(model, "vi");
      return {
        id,
        type: model.type,
        title: model.title,
        extends: own.extends ?? null,
        commitments,
        measured: commitments - unmeasured,
        rules: Object.keys(model.rules).length,
      };
    });
    const width = Math.max(...models.map(({ id }) => id.length));
    return {
      code: exitCode.ok,
      data: { models },
      text: models.map(({ id, title }) => `${id.padEnd(width)}  ${title}`).join("\n"),
    };
  },
});
