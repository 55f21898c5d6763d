import { ROLES } from "@gandan/auth/roles";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { inUnit } from "@gandan/db/in-unit";
import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { LetterContent } from "@gandan/model/letter/letter-content";
import { modelSource } from "@gandan/model/model/model-schema";
import { recordDossiers } from "@gandan/services/dossier/record-dossiers";
import { uploadImport } from "@gandan/services/import/upload-import";
import { importFrame } from "@gandan/services/index-frame/draft-frame";
import { readFramePage } from "@gandan/services/index-frame/read-frame-page";
import { draftLetter } from "@gandan/services/letter/draft-letter";
import { createDraft, importYaml } from "@gandan/services/model/create-draft";
import { publishDraft } from "@gandan/services/model/publish-draft";
import { loadJudge } from "@gandan/services/outcome/load-judge";
import { foldRollups } from "@gandan/services/rollup/fold-rollups";
import { uploadStaffList } from "@gandan/services/staff/import-staff-list";
import { addPaper, type PaperBatches } from "./scope-paper";
import { CITIZENS_PHONE, COLLEAGUE, citizenOf, NOW, STAFF, unitCtx } from "./scope-people";
import { addFeedback, addOfficer, addPetition, addSurvey, type PetitionReader } from "./scope-voice";

/** What a letter in these worlds says. */
export const LETTER: LetterContent = {
  honorific: "Ông/Bà",
  addressee: "Nguyễn Văn A",
  cause: "Kết quả xác minh về chậm",
  newDueAt: "2026-11-26T10:00:00.000Z",
  responsible: "Nguyễn Văn B",
  remedy: "",
};
/** A unit with something of everything in it, marked so that any row of it is known wherever it turns up. */
export interface World {
  unitId: string;
  slug: string;
  /** Stands in dossiers, names of applicants and officers, imports and entries. */
  dataMark: string;
  /** Stands in titles of models, adoptions and registers. */
  modelMark: string;
  modelId: string;
  publishedId: string;
  draftId: string;
  draftChecksum: string;
  yaml: string;
  dossierId: string;
  /** Drafts about other dossiers. */
  letterIds: readonly [string, string];
  /** A kind of letter of its own with a text, and a cause of delay. */
  letterKind: string;
  cause: string;
  /** One letter, signed, whose file the typesetter has refused. */
  batchId: string;
  refusedLetterId: string;
  delegationId: string;
  /** One who works here and in no other unit. */
  personId: string;
  /** Lists of staff that were uploaded. */
  staffLists: string[];
  importId: string;
  /** With a photo and a contact; open; declined. */
  feedbackIds: readonly [string, string, string];
  /** About the first dossier, for its desk. */
  noticeId: string;
  /** A petition on paper; STAFF may open it, and two others. */
  petitionId: string;
  petitionReaders: readonly [PetitionReader, PetitionReader];
  /** An open survey form with a point, and the checksum of a form of the model that is not open. */
  surveyFormId: string;
  surveyPointId: string;
  surveyTextId: string;
  paperBatchIds: PaperBatches;
  offerChecksum: string;
  /** The one with a result. */
  finishedDossierId: string;
  /** Told to the chairman; the officer is STAFF. */
  officerResultId: string;
  /** Two drafts and a published one. */
  publicationIds: readonly [string, string, string];
  webhookId: string;
  spareWebhookId: string;
  /** Could not be delivered. */
  deliveryId: string;
  frameId: string;
  /** A published version of a yardstick, applied since some days and again from a day to come. */
  yardstickId: string;
  runningId: string;
  comingId: string;
  /** Drafts of frames for two other years, which nobody else may see. */
  draftFrame: DraftFrame;
  spareFrame: DraftFrame;
}

interface DraftFrame {
  frameId: string;
  checksum: string;
  yaml: string;
}

const yamlOf = (id: string, title: string) => `schema: 1
id: ${id}
title: ${title}
rules:
  dung-hen:
    kind: dossier.on-time
  bo-sung:
    kind: dossier.max-supplements
    max: 1
  cong-bo:
    kind: publication.by-dates
    publication: ket-qua
    by: ["06-10"]
    continuous: true
evidence:
  - id: ket-qua
    title: Kết quả khảo sát
scorecard:
  lines:
    - id: diem
      title: Đúng hẹn
      points: 100
      measured_by: [dung-hen, bo-sung]
surveys:
  - { id: phieu, title: Phiếu, questions: [{ id: chung, kind: level5, text: Hài lòng không? }] }
`;

/** Calendar and procedures, which belong to nobody. */
export async function fillCatalogue({ root }: TestDatabase): Promise<void> {
  await root`insert into calendar_layer (title, source) values ('Cả nước', ${vietNamCalendar as never}::jsonb)`;
  await root`
    insert into procedure (code, effective_from, name, procedure_group, term, confidence)
    values ('2.000815', '2020-01-01', 'Chứng thực bản sao', 'certification', '1 working-days', 'high')`;
}

/** A unit with a published model, its draft, an adoption, dossiers, roll-ups, an import and an entry of an index. */
export async function addWorld(database: TestDatabase, name: string, parentId?: string): Promise<World> {
  const level = parentId ? "commune" : "province";
  const unitId = await newUnit(database.owner, { level, ...(parentId ? { parentId } : {}) });
  const ctx = unitCtx(database, unitId, ROLES);
  const dataMark = `DATA-${name}-ATAD`;
  const modelMark = `MODEL-${name}-LEDOM`;
  const yaml = yamlOf(`mo-hinh-${name.toLowerCase()}`, modelMark);
  const first = await importYaml(ctx, { yaml });
  if ("problems" in first) throw new Error(JSON.stringify(first.problems));
  const { draft } = await checksumOf(database, first.versionId);
  await publishDraft(ctx, {
    versionId: first.versionId,
    checksum: draft,
    effectiveFrom: "2026-11-02",
    basis: modelMark,
    registrations: [{ code: "2.000815", mode: "same-day" }],
  });
  await inUnit(ctx, async (_tx, sql) => {
    const at = (text: string) => new Date(`${text}:00+07:00`).toISOString();
    const event = (time: string, fact: object) => ({ at: at(time), recordedAt: at(time), fact }) as never;
    const judge = await loadJudge(sql, unitId, NOW);
    const batch = [3, 4, 5, 6].map((day) => ({
      externalCode: `${dataMark}-${day}`,
      applicantName: citizenOf(name),
      phone: CITIZENS_PHONE,
      officer: dataMark,
      events: [
        event(`2026-11-0${day}T08:00`, { type: "received", procedure: "2.000815", channel: "direct", flags: [] }),
        event(`2026-11-0${day}T08:00`, { type: "accepted", dueAt: at(`2026-11-0${day}T16:00`) }),
        ...(day === 3 ? [event("2026-11-03T09:00", { type: "finished" })] : []),
      ],
    }));
    await recordDossiers(sql, { unitId, actor: "test", now: NOW, source: "desk" }, judge, batch);
  });
  await foldRollups(ctx, NOW);
  const { root } = database;
  const file = `Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Ngày tiếp nhận;Ngày hẹn trả
${dataMark}-9;2.000815;${dataMark};09/11/2026 08:00;10/11/2026 08:00
${dataMark}-10;khong-co;${dataMark};ngày nào;10/11/2026 08:00
`;
  const bytes = new TextEncoder().encode(file);
  const { importId } = await uploadImport(ctx, { fileName: `${dataMark}.csv`, bytes });
  await root`
    insert into import_mapping (unit_id, name, mapping)
    values (${unitId}, ${dataMark}, ${{ columns: { code: dataMark } } as never}::jsonb)`;
  const frame = {
    schema: 1,
    id: "khung",
    title: modelMark,
    year: 2026,
    level: "commune",
    sample: true,
    total: 10,
    classes: [],
    fields: [
      {
        id: "mot",
        title: modelMark,
        points: 10,
        criteria: [
          { id: "co-khong", title: "Có không", points: 4, leaf: { kind: "yes-no" } },
          { id: "la", title: "Lá", points: 6, leaf: { kind: "yes-no" } },
        ],
      },
    ],
  };
  const [framed] = await root<{ id: string }[]>`
    insert into index_frame (unit_id, slug, year, title, state, source, yaml, published_at)
    values (${unitId}, 'khung', 2026, ${modelMark}, 'published', ${frame as never}::jsonb,
      ${JSON.stringify(frame)}, ${NOW}) returning id`;
  await root`
    insert into index_entry (unit_id, frame_id, leaf, points, note, entered_by)
    values (${unitId}, ${framed!.id}, 'la', 1, ${dataMark}, ${STAFF})`;
  const [dossier, ...others] = await root<{ id: string }[]>`
    select id from dossier where unit_id = ${unitId} order by external_code desc limit 3`;
  const letters = others.map(({ id }) =>
    draftLetter(ctx, { dossierId: id, revision: 0, content: { ...LETTER, addressee: dataMark } }),
  );
  const [one, two] = (await Promise.all(letters)).map(({ letterId }) => letterId);
  // Nobody checks letters of their own.
  await root`update letter set drafted_by = ${COLLEAGUE} where unit_id = ${unitId}`;
  const [notice] = await root<{ id: string }[]>`
    insert into notice (unit_id, dossier_id, kind, at, due_at, audience, issued_at)
    select unit_id, id, 'before-due', ${NOW}, promised_at, 'desk', ${NOW} from dossier
    where unit_id = ${unitId} and id = ${dossier!.id} returning id`;
  const [unit] = await root<{ slug: string }[]>`select slug from unit where id = ${unitId}`;
  const [person] = await root<{ id: string }[]>`
    insert into staff (sign_in_name, name) values (${name.toLowerCase()}, ${dataMark}) returning id`;
  await root`
    insert into staff_role (staff_id, unit_id, role, valid_from) values (${person!.id}, ${unitId}, 'mttq', '2024-01-01')`;
  const list = async (n: number) => {
    const text = `Mã cán bộ;Họ và tên;Tên đăng nhập;Vai trò\nC${n};${dataMark};${name.toLowerCase()}${n};mttq\n`;
    return uploadStaffList(ctx, { fileName: "can-bo.csv", bytes: new TextEncoder().encode(text) });
  };
  const [listOne, listTwo] = [await list(1), await list(2)];
  return {
    unitId,
    slug: unit!.slug,
    personId: person!.id,
    staffLists: [listOne.importId, listTwo.importId],
    dataMark,
    modelMark,
    modelId: first.modelId,
    publishedId: first.versionId,
    ...(await openDraft(database, unitId, first.modelId)),
    yaml,
    dossierId: dossier!.id,
    letterIds: [one!, two!],
    ...(await addSigned(database, unitId, dataMark)),
    ...(await addLetterKind(database, unitId, name.toLowerCase(), dataMark)),
    importId,
    feedbackIds: await addFeedback(database, unitId, name, dataMark),
    noticeId: notice!.id,
    ...(await addOfficer(database, unitId, dataMark)),
    ...(await addPetition(database, ctx, name, dataMark)),
    ...(await addSurvey(database, ctx, dataMark, modelMark)),
    ...(await addPaper(database, unitId, dataMark, COLLEAGUE, NOW)),
    ...(await addWebhooks(database, unitId, dataMark)),
    frameId: framed!.id,
    ...(await addYardstick(database, unitId, modelMark)),
    draftFrame: await draftFrame(ctx, JSON.stringify({ ...frame, year: 2025, title: dataMark })),
    spareFrame: await draftFrame(ctx, JSON.stringify({ ...frame, year: 2024, title: dataMark })),
  };
}

/** A kind of letter with a text of its own, and a cause of delay. */
async function addLetterKind({ root }: TestDatabase, unitId: string, name: string, dataMark: string) {
  const [letterKind, cause] = [`thu-${name}`, `ly-do-${name}`];
  await root`
    insert into letter_kind (unit_id, kind, title, tone, occasion, drafting, changed_at, changed_by)
    values (${unitId}, ${letterKind}, ${dataMark}, 'thanks', 'hand', 'never', ${NOW}, ${STAFF})`;
  await root`
    insert into letter_template (unit_id, kind, version, source, saved_at, saved_by)
    values (${unitId}, ${letterKind}, 1, ${`# ${dataMark}\n\nGửi {xưng hô}.\n`}, ${NOW}, ${STAFF})`;
  await root`
    insert into delay_cause (unit_id, cause, title, position, changed_at, changed_by)
    values (${unitId}, ${cause}, ${dataMark}, 20, ${NOW}, ${STAFF})`;
  return { letterKind, cause };
}

/** A delegation, and a letter signed by it that has no file. */
async function addSigned({ root }: TestDatabase, unitId: string, dataMark: string) {
  await root`insert into staff_role (staff_id, unit_id, role, valid_from) values (${COLLEAGUE}, ${unitId}, 'mttq', '2026-01-01')`;
  const [delegation] = await root<{ id: string }[]>`
    insert into delegation
      (unit_id, staff_id, capacity, position, title, reference, valid_from, valid_to, given_by, given_at)
    values (${unitId}, ${COLLEAGUE}, 'authorised', 'officer', ${dataMark}, ${dataMark}, '2026-11-01', '2026-11-30', ${STAFF}, ${NOW})
    returning id`;
  const [batch] = await root<{ id: string }[]>`
    insert into letter_batch (unit_id, signed_by, signed_at, signed) values (${unitId}, ${COLLEAGUE}, ${NOW}, 1) returning id`;
  const content = { ...LETTER, addressee: dataMark };
  const [letter] = await root<{ id: string }[]>`
    insert into letter (unit_id, kind, state, content, drafted_by, drafted_at, signed_by, signed_at, batch_id, year, number)
    values (${unitId}, 'thanks', 'signed', ${content as never}::jsonb, ${STAFF}, ${NOW}, ${COLLEAGUE}, ${NOW}, ${batch!.id}, 2025, 1)
    returning id`;
  await root`
    insert into letter_making (unit_id, letter_id, proof, template, document, asked_at, tries, problem)
    values (${unitId}, ${letter!.id}, ${letter!.id}, '1', '{}', ${NOW}, 3, ${dataMark})`;
  return { delegationId: delegation!.id, batchId: batch!.id, refusedLetterId: letter!.id };
}

async function draftFrame(ctx: ReturnType<typeof unitCtx>, yaml: string): Promise<DraftFrame> {
  const taken = await importFrame(ctx, { yaml });
  if ("problems" in taken) throw new Error(JSON.stringify(taken.problems));
  const { frameId } = taken;
  return { frameId, checksum: (await readFramePage(ctx, { frameId })).checksum, yaml };
}

/** Two addresses for the unit's events, and an event that one of them did not take. */
async function addWebhooks({ root }: TestDatabase, unitId: string, mark: string) {
  const [webhook, spare] = await root<{ id: string }[]>`
    insert into webhook (unit_id, url, secret, events, state, created_by, created_at, updated_at)
    select ${unitId}, 'https://xa.example/' || ${mark} || n, '', '{reminder.late}', 'active', ${STAFF}, ${NOW}, ${NOW}
    from generate_series(1, 2) n returning id`;
  const [delivery] = await root<{ id: string }[]>`
    insert into webhook_delivery (unit_id, webhook_id, event, body, state, send_at, created_at)
    values (${unitId}, ${webhook!.id}, 'ping', ${mark}, 'failed', ${NOW}, ${NOW}) returning id`;
  return { webhookId: webhook!.id, spareWebhookId: spare!.id, deliveryId: delivery!.id };
}

/** A yardstick of the unit's own with two applications, after all that its dossiers are received on. */
async function addYardstick({ root }: TestDatabase, unitId: string, mark: string) {
  const source = {
    schema: 1,
    id: "thuoc-do",
    type: "yardstick",
    title: mark,
    rules: { dung: { kind: "dossier.on-time" } },
  };
  const [model] = await root<{ id: string }[]>`
    insert into model (unit_id, slug, type, title) values (${unitId}, 'thuoc-do', 'yardstick', ${mark}) returning id`;
  const [version] = await root<{ id: string }[]>`
    insert into model_version (unit_id, model_id, version, state, source, yaml, checksum, dossier_rule_ids, effective_from)
    values (${unitId}, ${model!.id}, 1, 'published', ${modelSource.parse(source) as never}::jsonb, '', '', '{dung}', '2026-01-01')
    returning id`;
  const apply = async (from: string, to: string | null) => {
    const [row] = await root<{ id: string }[]>`
      insert into yardstick_application (unit_id, model_unit_id, version_id, valid_from, valid_to, basis)
      values (${unitId}, ${unitId}, ${version!.id}, ${from}, ${to}, ${mark}) returning id`;
    return row!.id;
  };
  const runningId = await apply("2026-11-20", "2027-01-01");
  return { yardstickId: version!.id, runningId, comingId: await apply("2027-05-01", null) };
}

/** The draft of a unit's model as it stands; opens one when there is none. */
export async function openDraft(database: TestDatabase, unitId: string, modelId: string) {
  const { versionId } = await createDraft(unitCtx(database, unitId, ROLES), { modelId });
  // As if it had been changed before: there is something to take back.
  await database.root`update model_version set undo_yaml = yaml where id = ${versionId}`;
  const { draft } = await checksumOf(database, versionId);
  return { draftId: versionId, draftChecksum: draft };
}

async function checksumOf({ root }: TestDatabase, versionId: string): Promise<{ draft: string }> {
  const [row] = await root<{ draft: string }[]>`select checksum as draft from model_version where id = ${versionId}`;
  return row!;
}
