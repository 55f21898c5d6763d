import { surveyToken } from "@gandan/auth/survey-token";
import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import { type SurveyForm, surveyForm } from "@gandan/model/model/model-schema";
import type { SentFields } from "@gandan/model/survey/read-answers";
import { actingAt, adoptOwn, COPY, happened, moment, recordAll, takenIn } from "../dossier/dossier-test-unit";
import type { RequestCtx } from "../session/request-ctx";
import { makeStamp } from "./answer-stamp";

export const KEY = Buffer.alloc(32, 7);

export const form = surveyForm.parse({
  id: "phieu-qr",
  title: "Phiếu khảo sát",
  questions: [
    { id: "chung", kind: "level5", subject: "general", text: "Nhìn chung, Ông/Bà hài lòng ở mức nào?" },
    { id: "thai-do", kind: "level5", subject: "attitude", text: "Thái độ của cán bộ", required: false },
    { id: "phi", kind: "yes-no", text: "Có phải trả khoản nào ngoài phí không?", required: false },
    { id: "y-kien", kind: "text", text: "Ý kiến khác", required: false },
  ],
});

/** A request of somebody without a session, at a moment "2026-11-20T09:50". */
export function visitor(
  { app, oversight }: Pick<TestDatabase, "app" | "oversight">,
  time: string,
  { address = null, userAgent = "Zalo" }: { address?: string | null; userAgent?: string } = {},
): RequestCtx {
  return {
    db: { app, oversight },
    policy: { secondFactor: "offered", idleMinutes: 30, key: KEY },
    session: null,
    gate: null,
    now: moment(time),
    language: "vi",
    host: "localhost",
    userAgent,
    address,
  };
}

/** Opens a form of a unit, as it was opened on 01/11/2026. */
export async function openForm(
  { root }: TestDatabase,
  unitId: string,
  {
    source = form,
    version = 1,
    closedOn = null,
  }: { source?: SurveyForm; version?: number; closedOn?: string | null } = {},
): Promise<string> {
  const [row] = await root<{ id: string }[]>`
    insert into survey_form
      (unit_id, slug, version, title, source, origin, checksum, opened_on, opened_by, opened_at, closed_on)
    values (${unitId}, ${source.id}, ${version}, ${source.title}, ${root.json(source as never)}, 'model',
      ${`v${version}`}, '2026-11-01', 'Lê Văn L', '2026-11-01T01:00:00Z', ${closedOn})
    returning id`;
  return row!.id;
}

/** A unit with an open form, a desk's point and a tablet's. */
export async function askingUnit(database: TestDatabase) {
  const { root } = database;
  const unitId = await newUnit(database.owner);
  await adoptOwn(database, unitId);
  const [unit] = await root<{ slug: string }[]>`select slug from unit where id = ${unitId}`;
  const slug = unit!.slug;
  const formId = await openForm(database, unitId);
  const pointOf = async (code: string, kind: string) => {
    const [row] = await root<{ id: string }[]>`
      insert into survey_point (unit_id, code, form_slug, label, kind, created_by, created_at)
      values (${unitId}, ${code}, ${form.id}, 'Quầy 1', ${kind}, 'Lê Văn L', '2026-11-01T01:00:00Z') returning id`;
    return row!.id;
  };
  const pointId = await pointOf("quay1abc", "desk");
  const tabletId = await pointOf("tablet01", "tablet");
  /** Gives a dossier a token; it was received on 12/11 and, unless told otherwise, has its result on 13/11. */
  const invite = async (code: string, finished: string | null = "2026-11-13T09:00", officer = "Lê Thị Lan") => {
    const after = finished ? [happened(finished, { type: "finished" })] : [];
    const ctx = actingAt(database, unitId, finished ?? "2026-11-12T08:20");
    await recordAll(ctx, [takenIn(code, "2026-11-12T08:20", "2026-11-17T08:20", after, { officer, procedure: COPY })]);
    const [row] = await root<{ id: string }[]>`
      insert into survey_invitation (unit_id, dossier_id, form_slug, issued_on, way)
      select ${unitId}, id, ${form.id}, received_on, 'slip' from dossier
      where unit_id = ${unitId} and external_code = ${code} returning id`;
    return { token: surveyToken(KEY, unitId, row!.id), page: `token ${row!.id}` };
  };
  /** A page opened so many seconds before. */
  const stampAt = (page: string, time: string, seconds = 30) =>
    makeStamp(KEY, page, new Date(moment(time).getTime() - seconds * 1000));
  return { unitId, slug, formId, pointId, tabletId, invite, stampAt };
}

/** Fields of a page: by question id. */
export const sent = (fields: Record<string, string>): SentFields & [string, string][] =>
  Object.entries(fields).map(([id, value]): [string, string] => [`a-${id}`, value]);

/** What waits, and what is kept, as a superuser sees it. */
export async function sheetsOf({ root }: TestDatabase, unitId: string) {
  const columns = root`day::text, source, procedure_code as procedure, officer, answers, marks`;
  const inbox = await root`select ${columns}, texts from survey_inbox where unit_id = ${unitId}`;
  const kept = await root`select ${columns} from survey_response where unit_id = ${unitId}`;
  const spent = await root`select mark from survey_spent where unit_id = ${unitId}`;
  return { inbox: [...inbox], kept: [...kept], spent: spent.length };
}
