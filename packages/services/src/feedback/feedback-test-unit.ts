import type { Role } from "@gandan/auth/roles";
import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { SendFeedback } from "@gandan/model/feedback/feedback-inputs";
import { modelSource } from "@gandan/model/model/model-schema";
import { adoptOwn, moment } from "../dossier/dossier-test-unit";
import { addPerson } from "../notice/notice-test-unit";
import type { RequestCtx } from "../session/request-ctx";
import { beginFeedback, sendFeedback } from "./send-feedback";

/** Answers feedback within three working days. */
export const listening = modelSource.parse({
  schema: 1,
  id: "lang-nghe",
  title: "Lắng nghe",
  rules: { "gop-y": { kind: "feedback.answered", within: "3 working-days" } },
  scorecard: { min_n: 1, lines: [{ id: "diem-gop-y", title: "Trả lời góp ý", points: 100, measured_by: ["gop-y"] }] },
});

const KEY = Buffer.alloc(32, 7);
export const NOTHING = { name: "", phone: "", email: "" };
/** A Friday morning. */
export const START = "2026-11-20T08:00";

/** A unit that promised to answer, the people who do, and anybody who asks its public page from an address. */
export async function listeningUnit(database: TestDatabase) {
  const unitId = await newUnit(database.owner);
  await adoptOwn(database, unitId, "2026-01-01", null, listening);
  const [row] = await database.root<{ slug: string }[]>`select slug from unit where id = ${unitId}`;
  const slug = row!.slug;
  const person = (name: string, role: Role) => addPerson(database, unitId, name, role);
  const [lan, chairman, mttq] = await Promise.all([
    person("Lê Thị Lan", "desk-officer"),
    person("Nguyễn Văn Chủ", "chairman"),
    person("Phạm Văn Mặt", "mttq"),
  ]);
  const anybody = (time: string, address: string | null = "203.0.113.9", seconds = 0): RequestCtx => ({
    db: { app: database.app, oversight: database.oversight },
    policy: { secondFactor: "offered", idleMinutes: 30, key: KEY },
    session: null,
    gate: null,
    now: new Date(moment(time).getTime() + seconds * 1000),
    language: "vi",
    host: "localhost",
    userAgent: null,
    address,
  });
  /** Opens the form, writes for a minute and sends it. */
  const tell = async (changes: Partial<SendFeedback> = {}, time = START, address: string | null = "203.0.113.9") => {
    const { stamp } = await beginFeedback(anybody(time, address), { slug });
    return sendFeedback(anybody(time, address, 60), feedbackOf(slug, stamp, changes));
  };
  const idOf = async (number: string) => {
    const [one] = await database.root<{ id: string }[]>`
      select id from feedback where unit_id = ${unitId} and number = ${Number(number.split("/")[0])}`;
    return one!.id;
  };
  return { unitId, slug, lan, chairman, mttq, anybody, tell, idOf };
}

/** What a citizen sends. */
export const feedbackOf = (slug: string, stamp: string, changes: Partial<SendFeedback> = {}): SendFeedback => ({
  slug,
  stamp,
  topic: "facility",
  text: "Ghế chờ ở bộ phận một cửa bị hỏng, người già phải đứng.",
  place: "Nhà văn hóa tổ dân phố 3",
  contact: NOTHING,
  trap: "",
  photos: [],
  ...changes,
});
