import type { TestDatabase } from "@gandan/db/test-database";
import { SAMPLE_PHOTOS } from "@gandan/model/feedback/sample-photos";
import { registerPetition } from "@gandan/model/petition/petition-inputs";
import { registerPetition as registerOne } from "@gandan/services/petition/register-petition";
import { readOffer } from "@gandan/services/survey/list-forms";
import { CITIZENS_PHONE, COLLEAGUE, citizenOf, NOW, STAFF, type unitCtx } from "./scope-people";

/** Who may open petitions: the row that names them, and the person. */
export interface PetitionReader {
  readerId: string;
  staffId: string;
}

/** Three feedbacks of the citizen of a world. */
export async function addFeedback({ root }: TestDatabase, unitId: string, name: string, dataMark: string) {
  const rows = await root<{ id: string }[]>`
    insert into feedback (unit_id, id, year, number, topic, text, source, state, reason, received_at, waits_since, due_at,
      needs_answer, has_contact, photos, search)
    select ${unitId}, gen_random_uuid(), 2026, n, 'facility', ${dataMark}, 'web',
      case when n = 3 then 'declined' else 'open' end, case when n = 3 then 'spam' end, ${NOW}, ${NOW}, ${NOW}, true, n = 1,
      case when n = 1 then 1 else 0 end, ''
    from generate_series(1, 3) n returning id`;
  const [first] = rows;
  await root`
    insert into feedback_event (unit_id, feedback_id, seq, at, actor, kind)
    select unit_id, id, 1, ${NOW}, 'citizen', 'received' from feedback where unit_id = ${unitId}`;
  await root`
    insert into feedback_contact (unit_id, feedback_id, name, phone, email)
    values (${unitId}, ${first!.id}, ${citizenOf(name)}, ${CITIZENS_PHONE}, '')`;
  await root`
    insert into feedback_photo (unit_id, feedback_id, place, type, width, height, bytes)
    values (${unitId}, ${first!.id}, 1, 'image/png', 1, 1, ${Buffer.from(dataMark)})`;
  return rows.map(({ id }) => id) as [string, string, string];
}

/** A petition of the citizen of a world with two more readers. */
export async function addPetition(
  { root }: TestDatabase,
  ctx: ReturnType<typeof unitCtx>,
  name: string,
  dataMark: string,
): Promise<{ petitionId: string; petitionReaders: readonly [PetitionReader, PetitionReader] }> {
  const { unitId } = ctx;
  const kinds = ["complaint", "denunciation", "recommendation"];
  const nameOne = async (staffId: string) => {
    const [row] = await root<PetitionReader[]>`
      insert into petition_reader (unit_id, staff_id, kinds, reference, named_by, named_at)
      values (${unitId}, ${staffId}, ${kinds}, ${dataMark}, ${STAFF}, ${NOW})
      returning id as "readerId", staff_id as "staffId"`;
    return row!;
  };
  const another = async (n: number) => {
    const [person] = await root<{ id: string }[]>`
      insert into staff (sign_in_name, name) values (${`${name.toLowerCase()}-don-${n}`}, ${dataMark}) returning id`;
    await root`
      insert into staff_role (staff_id, unit_id, role, valid_from)
      values (${person!.id}, ${unitId}, 'desk-officer', '2024-01-01')`;
    return nameOne(person!.id);
  };
  await nameOne(STAFF);
  const petitionReaders = [await another(1), await another(2)] as const;
  const paper = {
    kind: "complaint",
    text: `${dataMark} và những việc khác nữa`,
    name: citizenOf(name),
    address: "Tổ 1",
  };
  const files = [{ name: `${dataMark}.png`, bytes: Buffer.from(SAMPLE_PHOTOS.png, "base64") }];
  const input = registerPetition.parse({ ...paper, files, key: crypto.randomUUID(), way: "post", on: "2026-11-20" });
  const { petitionId } = await registerOne(ctx, input, Buffer.alloc(32));
  return { petitionId, petitionReaders };
}

/** What citizens say of an officer who is STAFF, and drafts and a publication of the unit. */
export async function addOfficer({ root }: TestDatabase, unitId: string, dataMark: string) {
  await root`
    insert into officer_round
      (unit_id, quarter, frozen_at, rule, judged, few, above, told, informed, replied, decided, closed)
    values (${unitId}, '2026-07-01', ${NOW}, '{"levels":[1,2],"above":0.25,"minN":10}', 1, 0, 1, 1, 0, 0, 0, 0)`;
  const [result] = await root<{ id: string }[]>`
    insert into officer_result (unit_id, quarter, officer, staff_id, levels, questions, state)
    values (${unitId}, '2026-07-01', ${dataMark}, ${STAFF}, '{5,5,0,5,5}', '[]', 'told') returning id`;
  await root`
    insert into officer_name (unit_id, key, written, staff_id, linked_by, linked_at)
    values (${unitId}, ${`${dataMark} (v)`.toLowerCase()}, ${`${dataMark} (V)`}, ${COLLEAGUE}, ${STAFF}, ${NOW})`;
  const rows = await root<{ id: string }[]>`
    insert into publication
      (unit_id, id, slug, title, period_from, period_to, state, snapshot, drafted_by, drafted_at, signed_at)
    select ${unitId}, gen_random_uuid(), 'cu-' || n, ${dataMark}, '2026-01-01', '2026-06-30',
      case when n = 3 then 'published' else 'draft' end, '{"schema":1,"dossiers":1,"forms":[]}', ${STAFF}, ${NOW},
      case when n = 3 then ${NOW}::timestamptz end
    from generate_series(1, 3) n returning id`;
  await root`
    insert into publication_file (unit_id, publication_id, pdf, hash)
    values (${unitId}, ${rows[2]!.id}, ${Buffer.from(dataMark)}, '')`;
  return { officerResultId: result!.id, publicationIds: rows.map(({ id }) => id) as [string, string, string] };
}

/** An open form that tokens of dossiers ask, and a point. */
export async function addSurvey({ root }: TestDatabase, ctx: ReturnType<typeof unitCtx>, mark: string, title: string) {
  const { unitId } = ctx;
  const source = {
    id: "phieu-khac",
    title,
    questions: [{ id: "chung", kind: "level5", text: "Hài lòng không?" }],
  };
  const [form] = await root<{ id: string }[]>`
    insert into survey_form
      (unit_id, slug, version, title, source, origin, checksum, opened_on, opened_by, opened_at)
    values (${unitId}, 'phieu-khac', 1, ${title}, ${source as never}::jsonb, 'model', '', '2026-11-02', ${STAFF}, ${NOW})
    returning id`;
  const [point] = await root<{ id: string }[]>`
    insert into survey_point (unit_id, code, form_slug, label, kind, created_by, created_at)
    values (${unitId}, left(md5(${mark}), 8), 'phieu-khac', ${mark}, 'desk', ${STAFF}, ${NOW}) returning id`;
  await root`
    insert into unit_setting (unit_id, area, value, revision, changed_at, changed_by)
    values (${unitId}, 'survey-invitation', '{"formSlug": "phieu-khac"}', 1, ${NOW}, ${STAFF})`;
  const [text] = await root<{ id: string }[]>`
    insert into survey_text (unit_id, form_id, question_id, month, text, state)
    values (${unitId}, ${form!.id}, 'y-kien', '2026-11-01', ${mark}, 'waiting') returning id`;
  const [dossier] = await root<{ id: string }[]>`
    select id from dossier where unit_id = ${unitId} and finished_at is not null limit 1`;
  const { checksum } = await readOffer(ctx, { slug: "phieu" });
  const finishedDossierId = dossier!.id;
  return {
    surveyFormId: form!.id,
    surveyPointId: point!.id,
    surveyTextId: text!.id,
    offerChecksum: checksum,
    finishedDossierId,
  };
}
