import { modelSource } from "@gandan/model/model/model-schema";

/** What the province of these tests applies to all below it. */
export const yardstick = modelSource.parse({
  schema: 1,
  id: "thuoc-do",
  type: "yardstick",
  title: "Thước đo thử",
  rules: {
    "dung-hen": { kind: "dossier.on-time", title: "Trả đúng hẹn", clause: "Điều 1" },
    "bo-sung": { kind: "dossier.max-supplements", max: 1 },
  },
  scorecard: {
    min_n: 2,
    rank_min_n: 3,
    lines: [
      { id: "diem-dung-hen", title: "Đúng hẹn", points: 60, measured_by: ["dung-hen"] },
      { id: "diem-bo-sung", title: "Bổ sung một lần", points: 40, measured_by: ["bo-sung"] },
    ],
  },
});

/** A model that one of its units runs beside it. */
export const own = modelSource.parse({
  schema: 1,
  id: "rieng",
  title: "Mô hình riêng",
  rules: { "dung-hen": { kind: "dossier.on-time" } },
  scorecard: { min_n: 2, lines: [{ id: "diem", title: "Đúng hẹn", points: 10, measured_by: ["dung-hen"] }] },
});
