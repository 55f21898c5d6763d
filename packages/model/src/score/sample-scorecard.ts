import { type ModelSource, modelSource } from "../model/model-schema";
import type { Tally } from "../outcome/tally";
import type { Indicators } from "./score-model";

/** A model with a line of dossiers, one of two rules, one of a survey and one of a task: 100 points. */
export const sampleModel: ModelSource = modelSource.parse({
  schema: 1,
  id: "mau",
  title: "Mẫu",
  slogans: [
    {
      id: "ba-khong",
      title: "3 không",
      commitments: [
        { id: "khong-tre-hen", text: "Không trễ hẹn", clause: "II.1.1", measured_by: ["dung-hen", "xin-loi"] },
        { id: "khong-bo-sung", text: "Không bổ sung hồ sơ quá 1 lần", measured_by: ["bo-sung"] },
      ],
    },
  ],
  rules: {
    "dung-hen": { kind: "dossier.on-time", clause: "II.1.1" },
    "xin-loi": { kind: "dossier.apology", title: "Thư xin lỗi", clause: "II.2.2" },
    "bo-sung": { kind: "dossier.max-supplements" },
    "hai-long": { kind: "survey.satisfied-share", question: "chung", at_least: 0.9 },
    "ra-mat": { kind: "task.done", task: "ra-mat" },
  },
  scorecard: {
    total: 100,
    min_n: 10,
    rank_min_n: 100,
    lines: [
      { id: "tre-hen", title: "Không trễ hẹn", points: 40, measured_by: ["dung-hen", "xin-loi"], clause: "IV.1" },
      {
        id: "bo-sung",
        title: "Không bổ sung quá 1 lần",
        points: 20,
        measured_by: ["bo-sung"],
        zero_at: 0.5,
        full_at: 0.9,
      },
      { id: "hai-long", title: "Hài lòng", points: 30, measured_by: ["hai-long", "cau-hoi-chung"] },
      { id: "ra-mat", title: "Ra mắt", points: 10, measured_by: ["ra-mat"] },
    ],
  },
});

/** met of n, nothing pending. */
export function tallyOf(met: number, n: number): Tally {
  return { met, missed: n - met, pending: 0, notApplicable: 0 };
}

/** Indicators by rule id from [met, n]. */
export function indicatorsOf(counts: Record<string, readonly [met: number, n: number]>): Indicators {
  return new Map(Object.entries(counts).map(([id, [met, n]]) => [id, tallyOf(met, n)]));
}
