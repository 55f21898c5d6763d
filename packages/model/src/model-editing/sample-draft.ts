import { loadModel } from "../model/load-model";
import type { ModelSource } from "../model/model-schema";

/** A model that others extend, with a floor, points and a task: what the tests of the editor stand on. */
export const SAMPLE_PARENT = `
schema: 1
id: goc
title: Mô hình gốc
slogans:
  - id: ba-khong
    title: 3 không
    commitments:
      - { id: khong-tre-hen, text: Không trễ hẹn, measured_by: [xong-ngay, xin-loi] }
      - { id: khong-phien-ha, text: Không phiền hà }
criteria:
  - { id: tieu-chi, title: Tiêu chí, measured_by: [xong-ngay] }
rules:
  xong-ngay: { kind: dossier.finished-within, term: 3 working-days, floor: [term] }
  xin-loi: { kind: dossier.apology, requires: [cause], signed_by: [chairman, vice-chairman], floor: true }
  bo-sung: { kind: dossier.max-supplements }
timeline:
  - { id: ky-cam-ket, title: Ký cam kết, due: 2026-12-31 }
scorecard:
  lines:
    - { id: diem-xin-loi, title: Xin lỗi, points: 40, measured_by: [xin-loi] }
    - { id: diem-xong, title: Xong, points: 60, measured_by: [xong-ngay] }
`;

/** A text that extends the sample and says nothing of its own. */
export const SAMPLE_CHILD = "schema: 1\nid: con # giữ nguyên\ntitle: Con\nextends: goc\n";

/** The model of a text, in full. Throws with the problems of a bad one. */
export function sampleModel(text: string): ModelSource {
  const library = (id: string) => (id === "goc" ? sampleModel(SAMPLE_PARENT) : undefined);
  const result = loadModel(text, { file: "m.yaml", library });
  if ("problems" in result) throw new Error(result.problems.map(({ message }) => message.en).join("\n"));
  return result.model;
}
