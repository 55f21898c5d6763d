import { createHash } from "node:crypto";
import { spentMark } from "@gandan/auth/survey-token";
import type { LocalDate } from "@gandan/calendar/local-time";
import { AppError } from "@gandan/model/error/app-error";
import type { AnswerAtPoint, AnswerByToken } from "@gandan/model/survey/answering-inputs";
import { type ReadSheet, readAnswers } from "@gandan/model/survey/read-answers";
import type { TransactionSql } from "postgres";
import { addressKey, RateLimit } from "../platform/rate-limit";
import { inPublicUnit } from "../public/public-unit";
import type { RequestCtx } from "../session/request-ctx";
import { isEnded, type UnitFace } from "../unit/find-unit";
import { localToday } from "../unit/local-today";
import { readStamp } from "./answer-stamp";
import { type AnswerMark, answerWatch } from "./answer-watch";
import { type Asked, findAtPoint, findByToken, type NotAsking } from "./find-asking";

/** Hours for which a page that was opened can be sent. */
const STAMP_HOURS = 24;

export type Answered =
  /** `again` when this very page was taken before: its answer was lost on the way, or it was pressed twice. */
  | { state: "taken"; again: boolean; formId: string }
  | { state: "refused"; problems: ReadSheet["problems"] }
  /** The page was open for too long: nothing was taken, the same answers can be sent from a new page. */
  | { state: "stale" }
  | NotAsking;

/** Sheets from one address in a minute: a hall full of people on one Wi-Fi stays below it. */
const perAddress = new RateLimit(40, 60_000);

/** @throws AppError TOO_MANY answering.flood */
export function refuseFlood({ address, now }: RequestCtx): void {
  const wait = perAddress.take(addressKey(address), now);
  if (wait !== null) throw new AppError("TOO_MANY", "answering.flood", { seconds: wait });
}

/**
 * Takes a sheet from the page of a point. Nothing of who sent it is kept.
 * @throws AppError TOO_MANY answering.flood; NOT_FOUND unit.notFound
 */
export async function answerAtPoint(ctx: RequestCtx, input: AnswerAtPoint): Promise<Answered> {
  refuseFlood(ctx);
  return inPublicUnit(ctx, input.slug, async (sql, unit) => {
    const asked = await findAtPoint(sql, unit.id, input.code);
    return takePage(ctx, sql, unit, asked, { ...input, spend: `stamp ${input.stamp}` });
  });
}

/**
 * Takes the one sheet of a token: spending it and keeping the answers is one transaction, and nothing that is kept leads
 * from one to the other.
 * @throws AppError TOO_MANY answering.flood; NOT_FOUND unit.notFound
 */
export async function answerByToken(ctx: RequestCtx, input: AnswerByToken): Promise<Answered> {
  refuseFlood(ctx);
  return inPublicUnit(ctx, input.slug, async (sql, unit) => {
    const asked = await findByToken(ctx, sql, unit.id, input.token);
    return takePage(ctx, sql, unit, asked, { ...input, spend: input.token });
  });
}

interface Sent {
  stamp: string;
  fields: AnswerAtPoint["fields"];
  /** What can be spent once. */
  spend: string;
}

async function takePage(
  ctx: RequestCtx,
  sql: TransactionSql,
  unit: UnitFace,
  asked: Asked | NotAsking,
  { stamp, fields, spend }: Sent,
): Promise<Answered> {
  if (asked.state !== "open") return asked;
  const { now, policy } = ctx;
  if (isEnded(unit, now)) return { state: "closed" };
  const openedAt = readStamp(policy.key, asked.page, stamp);
  const seconds = openedAt ? (now.getTime() - openedAt.getTime()) / 1000 : null;
  if (seconds === null || seconds > STAMP_HOURS * 3600) return { state: "stale" };
  const { answers, texts, problems } = readAnswers(asked.form, fields);
  if (problems.length > 0) return { state: "refused", problems };
  const isNew = await keepSheet(sql, unit.id, {
    ...asked,
    day: localToday(now),
    answers,
    texts,
    marks: () =>
      answerWatch.marksOf({
        place: asked.pointId ?? unit.id,
        // Many answer on one tablet by design.
        device: asked.source === "tablet" ? null : deviceOf(ctx),
        group: asked.pointId ?? `${unit.id} ${addressKey(ctx.address)}`,
        answered: Object.keys(answers).length,
        seconds,
        now,
      }),
    spend,
  });
  if (!isNew && asked.source === "token") return { state: "spent", form: asked.form };
  return { state: "taken", again: !isNew, formId: asked.formId };
}

/** What tells devices apart for a day; see {@link answerWatch}. Null where the address is not known. */
function deviceOf({ address, userAgent }: RequestCtx): string | null {
  return address === null
    ? null
    : createHash("sha256")
        .update(`${addressKey(address)} ${userAgent ?? ""}`)
        .digest("hex");
}

export interface NewSheet extends Pick<Asked, "formId" | "source" | "pointId" | "procedureCode" | "officer"> {
  day: LocalDate;
  answers: ReadSheet["answers"];
  texts: ReadSheet["texts"];
  /** Asked only for a sheet that is new. */
  marks: () => readonly AnswerMark[];
  /** A token, or a key of the sheet: of two sheets with the same, one is kept. */
  spend: string;
}

/** Keeps a sheet and spends what it came with, both or neither; false when that was spent before. */
export async function keepSheet(sql: TransactionSql, unitId: string, sheet: NewSheet): Promise<boolean> {
  const spent = await sql`
    insert into survey_spent (unit_id, mark) values (${unitId}, ${spentMark(sheet.spend)})
    on conflict do nothing returning 1`;
  if (spent.length === 0) return false;
  await sql`
    insert into survey_inbox
      (unit_id, form_id, day, source, point_id, procedure_code, officer, answers, marks, texts)
    values (${unitId}, ${sheet.formId}, ${sheet.day}, ${sheet.source}, ${sheet.pointId}, ${sheet.procedureCode},
      ${sheet.officer}, ${sql.json(sheet.answers as never)}, ${[...sheet.marks()]}::text[],
      ${sql.json(sheet.texts)})`;
  return true;
}
