import type { UnitCtx } from "@gandan/auth/unit-context";
import { dateOfDay, dayNumberOf, type LocalDate, minuteOfDate, toInstant } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import type { SurveyForm } from "@gandan/model/model/model-schema";
import { spanEnd } from "@gandan/model/survey/ten-day-span";
import type { TransactionSql } from "postgres";
import { addPoint } from "../survey/keep-points";
import { moveAnswers } from "../survey/move-answers";
import { readOffers } from "../survey/offered-forms";
import { openForm } from "../survey/open-form";
import { localToday } from "../unit/local-today";
import type { DemoDatabases } from "./demo-leader";
import { demoUnitId } from "./demo-units";
import { type SeededRandom, seededRandom } from "./seeded-random";

/** The commune whose plan asks by QR code (plan of Nam Dong, III); it goes on asking. */
const ASKING = demoUnitId.commune("24649");
const POINTS = ["Quầy số 1", "Quầy số 2", "Sảnh chờ"] as const;
/** Of finished dossiers, those whose citizen answers; between a quarter and a half, by season. */
const answering = (month: number) => 0.28 + 0.12 * Math.sin(month);
/** Made-up words as citizens write them, with none of a person. */
const SAID = [
  "Cán bộ hướng dẫn dễ hiểu, trả kết quả sớm hơn giấy hẹn.",
  "Nên có thêm ghế ngồi ở sảnh chờ.",
  "Mong mở cửa thêm sáng thứ Bảy.",
  "Chưa rõ phải nộp bản sao hay bản chính.",
];

/** The keeper of the model at a moment of the demo: what is written goes through the same verbs as a person's. */
function keeper(db: DemoDatabases, now: Date): UnitCtx {
  const actor = { staffId: "demo", name: "Demo", roles: [{ unitId: ASKING, role: "model-keeper" as const }] };
  return { db, actor, unitId: ASKING, now, language: "vi" };
}

/** Level 1–5 as people of this commune give it: mostly content, less so with one officer, and least with another. */
function levelFor(random: SeededRandom, officer: string | null): number {
  const cross = officer === "Nguyễn Thị A" ? 0.45 : officer?.includes("Lê") ? 0.24 : 0.07;
  const drawn = random.next();
  if (drawn < cross / 3) return 1;
  if (drawn < cross) return 2;
  if (drawn < cross + 0.14) return 3;
  return drawn < 0.62 ? 4 : 5;
}

interface FinishedDossier {
  procedureCode: string;
  officer: string | null;
  day: LocalDate;
}

function sheetOf(
  form: { id: string; source: SurveyForm },
  points: readonly string[],
  dossier: FinishedDossier,
  n: number,
) {
  const random = seededRandom(`sheet ${dossier.day} ${n}`);
  const byToken = random.chance(0.6);
  const source = byToken ? "token" : random.chance(0.85) ? "point" : "paper-mttq";
  const answers: Record<string, number | boolean> = {};
  const texts: Record<string, string> = {};
  for (const question of form.source.questions) {
    if (question.kind === "level5") answers[question.id] = levelFor(random, byToken ? dossier.officer : null);
    else if (question.kind === "yes-no" && random.chance(0.7)) answers[question.id] = random.chance(0.02);
    else if (question.kind === "text" && random.chance(0.03)) texts[question.id] = random.pick(SAID);
  }
  return {
    form_id: form.id,
    day: dossier.day,
    source,
    point_id: source === "point" ? random.pick(points) : null,
    procedure_code: byToken ? dossier.procedureCode : null,
    officer: byToken ? dossier.officer : null,
    answers,
    marks: random.chance(0.02) ? ["quick"] : [],
    texts,
  };
}

/** False where the unit had no form to open yet. */
async function openAndPlace(db: DemoDatabases, opened: Date): Promise<boolean> {
  const ctx = keeper(db, opened);
  const offers = await inUnit(ctx, (_tx, sql) => readOffers(sql, ASKING, opened));
  const offer = offers.find(({ origin }) => origin === "model");
  if (!offer) return false;
  const { source, checksum } = offer;
  await openForm(ctx, { slug: source.id, checksum, minCell: 5 });
  for (const label of POINTS) await addPoint(ctx, { formSlug: source.id, label, kind: "desk" });
  return true;
}

const finishedBetween = (sql: TransactionSql, from: LocalDate, to: LocalDate) => sql<FinishedDossier[]>`
  select procedure_code as "procedureCode", officer, (finished_at at time zone 'Asia/Ho_Chi_Minh')::date as day
  from dossier where unit_id = ${ASKING} and finished_at is not null
    and (finished_at at time zone 'Asia/Ho_Chi_Minh')::date between ${from}::date and ${to}::date
  order by finished_at, id`;

/** What was answered in a span of ten days, in the inbox; the worker's own verb takes it from there. */
async function answerSpan(sql: TransactionSql, from: LocalDate, to: LocalDate): Promise<void> {
  const [form] = await sql<{ id: string; source: SurveyForm }[]>`
    select id, source from survey_form where unit_id = ${ASKING} order by opened_at limit 1`;
  const points = await sql<{ id: string }[]>`select id from survey_point where unit_id = ${ASKING} order by label`;
  const dossiers = await finishedBetween(sql, from, to);
  const sheets = dossiers.flatMap((dossier, n) => {
    const answers = seededRandom(`answers ${dossier.day} ${n}`).chance(answering(Number(dossier.day.slice(5, 7))));
    return answers
      ? [
          sheetOf(
            form!,
            points.map(({ id }) => id),
            dossier,
            n,
          ),
        ]
      : [];
  });
  await sql`
    insert into survey_inbox
      (unit_id, form_id, day, source, point_id, procedure_code, officer, answers, marks, texts)
    select ${ASKING}, n.form_id, n.day, n.source, n.point_id, n.procedure_code, n.officer, n.answers, n.marks, n.texts
    from jsonb_populate_recordset(null::survey_inbox, ${JSON.stringify(sheets)}::jsonb) n`;
}

/**
 * Lets one unit have asked its citizens since its year began: the form of its plan, three points, and sheets of some of
 * those whose dossiers were finished. Goes on where it was cut off; deterministic for a day.
 */
export async function askDemoCitizens(db: DemoDatabases, now: Date): Promise<void> {
  const today = localToday(now);
  const year = Number(today.slice(0, 4)) - (today.slice(5) < "03-01" ? 1 : 0);
  const opened = `${year}-01-05`;
  const scope = { db, unitId: ASKING };
  const [form] = await inUnit(scope, (_tx, sql) => sql`select 1 from survey_form where unit_id = ${ASKING} limit 1`);
  if (!form && !(await openAndPlace(db, toInstant(minuteOfDate(opened, "08:00"))))) return;
  for (let from = `${year}-01-01`; from < today; from = dateOfDay(dayNumberOf(spanEnd(from)) + 1)) {
    const end = spanEnd(from);
    const last = end < today ? end : dateOfDay(dayNumberOf(today) - 1);
    const asked = await inUnit(scope, async (_tx, sql) => {
      const known = await sql`
        select 1 from rollup_survey where unit_id = ${ASKING} and day between ${from}::date and ${last}::date
        union all select 1 from survey_inbox where unit_id = ${ASKING} and day between ${from}::date and ${last}::date
        limit 1`;
      if (known.length === 0) await answerSpan(sql, from < opened ? opened : from, last);
      return known.length === 0;
    });
    const then = toInstant(minuteOfDate(last, "17:00"));
    while (asked && (await moveAnswers(scope, then)) > 0);
  }
}
