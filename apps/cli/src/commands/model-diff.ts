import { diffModels } from "@gandan/model/model/diff-models";
import { defineCommand, exitCode, UsageError } from "../command";
import { openGoodModel } from "../model/open-model";

export const modelDiff = defineCommand({
  usage: "model diff A B [--en]",
  summary: "Những gì khác nhau giữa hai mô hình, bằng lời. · What differs between two models, in words.",
  options: { en: { type: "boolean" } },
  run: async ({ values, positionals }) => {
    const [a, b] = positionals;
    if (a === undefined || b === undefined || positionals.length > 2) {
      throw new UsageError("Cần hai mô hình. · Two models are needed.");
    }
    const changes = diffModels(openGoodModel(a), openGoodModel(b));
    const language = values.en ? "en" : "vi";
    const none = values.en ? "No differences." : "Không có gì khác.";
    return {
      code: exitCode.ok,
      text: changes.map(({ sentence }) => sentence[language]).join("\n") || none,
      data: { changes },
    };
  },
});
