import { describeModel, type Measure } from "@gandan/model/model-editing/describe-model";
import { defineCommand, exitCode, UsageError } from "../command";
import { openGoodModel } from "../model/open-model";

const SIGN = { rule: "=", question: "?", evidence: "@", task: "#" } as const;
const clauseOf = (clause: string | null) => (clause ? ` (${clause})` : "");
const line = ({ type, id, title, sentence, clause }: Measure) =>
  `      ${SIGN[type]} ${id}: ${sentence ?? title}${clauseOf(clause)}`;

export const modelShow = defineCommand({
  usage: "model show MODEL [--en]",
  summary:
    "Các điều của một mô hình và cách đo từng điều; = quy tắc, ? câu hỏi, @ tài liệu, # nhiệm vụ. · What a model promises, and what measures it.",
  options: { en: { type: "boolean" } },
  run: async ({ values, positionals }) => {
    const [name] = positionals;
    if (name === undefined || positionals.length > 1) throw new UsageError("Cần một mô hình. · One model is needed.");
    const language = values.en ? "en" : "vi";
    const model = openGoodModel(name);
    const described = describeModel(model, language);
    const text = [
      model.title,
      ...described.slogans.flatMap(({ title, commitments }) => [
        "",
        `  ${title}`,
        ...commitments.flatMap((one) => [`    - ${one.text}${clauseOf(one.clause)}`, ...one.measures.map(line)]),
      ]),
      "",
      ...(model.scorecard?.lines ?? []).map(({ title, points }) => `  ${String(points).padStart(4)}  ${title}`),
    ].join("\n");
    return { code: exitCode.ok, text, data: { model, described } };
  },
});
