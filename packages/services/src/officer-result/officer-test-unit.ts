import { randomUUID } from "node:crypto";
import type { Role } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import { modelSource } from "@gandan/model/model/model-schema";
import { adoptOwn } from "../dossier/dossier-test-unit";
import { personOf } from "../letter/letter-test-unit";

/** A model that wants the chairman told of more than a quarter of dissatisfied answers, from ten answers on. */
export const officerModel = modelSource.parse({
  schema: 1,
  id: "hai-long",
  title: "Sự hài lòng của người dân",
  rules: {
    "can-bo": { kind: "officer.dissatisfied-share", levels: [1, 2], above: 0.25, min_n: 10 },
    "cong-bo": {
      kind: "publication.by-dates",
      publication: "ket-qua-khao-sat",
      by: ["06-10", "11-10"],
      before: true,
      continuous: true,
      clause: "III.6.a",
    },
  },
  evidence: [{ id: "ket-qua-khao-sat", title: "Kết quả khảo sát sự hài lòng" }],
  scorecard: {
    min_n: 1,
    lines: [{ id: "diem", title: "Hài lòng", points: 100, measured_by: ["can-bo", "cong-bo"] }],
  },
});

/** A form with a general question and one about the officer. */
export const officerForm = {
  id: "phieu-qr",
  title: "Phiếu khảo sát",
  questions: [
    { id: "chung", kind: "level5", subject: "general", text: "Nhìn chung, Ông/Bà hài lòng ở mức nào?", required: true },
    { id: "thai-do", kind: "level5", subject: "attitude", text: "Thái độ của cán bộ", required: false },
  ],
};

interface SurveyedUnit {
  unitId: string;
  formId: string;
  chairman: UnitCtx;
  vice: UnitCtx;
  officer: UnitCtx;
}

/** A moment after the third quarter of 2026, when its answers are all in. */
const AFTER_QUARTER = "2026-10-05T08:00";

/** A unit that runs {@link officerModel} with an open form, and people of the office at a moment. */
export async function surveyedUnit(database: TestDatabase, time = AFTER_QUARTER): Promise<SurveyedUnit> {
  const unitId = await newUnit(database.owner);
  await adoptOwn(database, unitId, "2026-01-01", null, officerModel);
  const formId = randomUUID();
  await database.root`
    insert into survey_form (unit_id, id, slug, version, title, source, origin, checksum, opened_on, opened_by, opened_at)
    values (${unitId}, ${formId}, 'phieu-qr', 1, ${officerForm.title}, ${officerForm as never}::jsonb, 'model', '',
      '2026-01-01', 'test', '2026-01-01T00:00:00Z')`;
  const person = (name: string, role: Role) => personOf(database, unitId, name, [role], time);
  return {
    unitId,
    formId,
    chairman: await person("Lê Văn Chủ", "chairman"),
    vice: await person("Trần Thị Phó", "vice-chairman"),
    officer: await person("Nguyễn Thị Hoa", "desk-officer"),
  };
}

/** Answers as the roll-ups hold them: of one day and question, by officer and among those of the whole. */
export async function countAnswers(
  { root }: TestDatabase,
  { unitId, formId }: { unitId: string; formId: string },
  counts: readonly { officer?: string; day?: string; question?: string; counts: number[] }[],
): Promise<void> {
  for (const { officer, day = "2026-08-11", question = "chung", counts: added } of counts) {
    for (const value of officer === undefined ? [""] : ["", officer]) {
      await root`
        insert into rollup_survey as r (unit_id, form_id, day, dimension, value, question_id, counts, as_of)
        values (${unitId}, ${formId}, ${day}, ${value ? "officer" : "all"}, ${value}, ${question}, ${added}, now())
        on conflict (unit_id, form_id, dimension, day, value, question_id) do update set counts = (
          select array_agg(coalesce(a, 0) + coalesce(b, 0) order by i)
          from unnest(r.counts, excluded.counts) with ordinality as u(a, b, i))`;
    }
  }
}
