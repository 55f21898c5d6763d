import { type LocalDate, minuteOfDate, toInstant } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import type { AnswerOnTablet } from "@gandan/model/survey/answering-inputs";
import { readAnswers } from "@gandan/model/survey/read-answers";
import type { TransactionSql } from "postgres";
import { inPublicUnit } from "../public/public-unit";
import type { RequestCtx } from "../session/request-ctx";
import { isEnded } from "../unit/find-unit";
import { localToday } from "../unit/local-today";
import { keepSheet, refuseFlood } from "./answer-survey";
import { AnswerWatch } from "./answer-watch";
import { readForm } from "./find-asking";

/** Days that a sheet may wait on a tablet. */
const LONGEST_WAIT_DAYS = 31;

/** What has become of a sheet: "refused" ones will never be taken, and the tablet lets go of them. */
export interface TabletSheetEnd {
  key: string;
  end: "taken" | "refused";
}

/** By the tablet's own clock; apart from what comes as it is answered. */
const tabletWatch = new AnswerWatch();

/**
 * Takes sheets that waited on a tablet, each by itself and once, however often it is sent. A sheet counts for the form
 * and the day it was answered on, also when the form was closed since.
 * @throws AppError TOO_MANY answering.flood; NOT_FOUND unit.notFound
 */
export async function answerOnTablet(
  ctx: RequestCtx,
  { slug, code, sheets }: AnswerOnTablet,
): Promise<TabletSheetEnd[]> {
  refuseFlood(ctx);
  const { unitId, point } = await inPublicUnit(ctx, slug, async (sql, unit) => {
    const [row] = await sql<{ id: string; formSlug: string }[]>`
      select id, form_slug as "formSlug" from survey_point
      where unit_id = ${unit.id} and code = ${code} and kind = 'tablet'`;
    return { unitId: unit.id, point: isEnded(unit, ctx.now) ? undefined : row };
  });
  const ends: TabletSheetEnd[] = [];
  const inOrder = [...sheets].sort((a, b) => a.day.localeCompare(b.day) || a.minute - b.minute);
  for (const sheet of inOrder) {
    // One transaction each: of a batch that breaks off, what was taken stays taken.
    const end = point
      ? await inUnit({ db: ctx.db, unitId }, (_tx, sql) => takeSheet(ctx, sql, { unitId, ...point, sheet }))
      : "refused";
    ends.push({ key: sheet.key, end });
  }
  return ends;
}

interface Waiting {
  unitId: string;
  /** Of the point. */
  id: string;
  formSlug: string;
  sheet: AnswerOnTablet["sheets"][number];
}

async function takeSheet(
  { now }: RequestCtx,
  sql: TransactionSql,
  { unitId, id: pointId, formSlug, sheet }: Waiting,
): Promise<TabletSheetEnd["end"]> {
  const today = localToday(now);
  // A tablet whose clock is ahead answered today.
  const isAhead = sheet.day > today;
  const day: LocalDate = isAhead ? today : sheet.day;
  const [form] = await sql<{ id: string }[]>`
    select id from survey_form
    where unit_id = ${unitId} and id = ${sheet.formId} and slug = ${formSlug} and opened_on <= ${day}::date
      and (closed_on is null or closed_on >= ${day}::date) and ${day}::date >= ${today}::date - ${LONGEST_WAIT_DAYS}::int`;
  if (!form) return "refused";
  const { answers, texts, problems } = readAnswers(await readForm(sql, unitId, form.id), sheet.fields);
  if (problems.length > 0) return "refused";
  await keepSheet(sql, unitId, {
    formId: form.id,
    source: "tablet",
    pointId,
    procedureCode: null,
    officer: null,
    day,
    answers,
    texts,
    marks: () =>
      tabletWatch.marksOf({
        place: pointId,
        device: null,
        group: pointId,
        answered: Object.keys(answers).length,
        seconds: sheet.seconds,
        now: toInstant(minuteOfDate(day) + sheet.minute),
      }),
    spend: `tablet ${unitId} ${sheet.key}`,
  });
  return "taken";
}
