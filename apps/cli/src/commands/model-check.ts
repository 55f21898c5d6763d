import { describeModel } from "@gandan/model/model-editing/describe-model";
import { defineCommand, exitCode, UsageError } from "../command";
import { openModel, problemLines } from "../model/open-model";

export const modelCheck = defineCommand({
  usage: "model check FILE",
  summary:
    "Kiểm tra một mô hình: tệp, dòng, cột của từng chỗ cần sửa. · Checks a model; exits with 1 when it has problems.",
  options: {},
  run: async ({ positionals }) => {
    const [name] = positionals;
    if (name === undefined || positionals.length > 1) throw new UsageError("Cần một tệp. · One file is needed.");
    const { loaded } = openModel(name);
    if ("problems" in loaded) {
      const { problems } = loaded;
      return { code: exitCode.problem, text: problemLines(problems), data: { valid: false, problems } };
    }
    const { commitments, unmeasured } = describeModel(loaded.model, "vi");
    return {
      code: exitCode.ok,
      text: `${loaded.model.id}: hợp lệ; ${commitments} điều, ${unmeasured} điều chưa đo. · valid; ${commitments} commitments, ${unmeasured} not measured.`,
      data: { valid: true, id: loaded.model.id, problems: [], commitments, unmeasured },
    };
  },
});
