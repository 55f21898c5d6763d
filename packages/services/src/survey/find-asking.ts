import { invitationOf, spentMark } from "@gandan/auth/survey-token";
import { type LocalDate, localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { type SurveyForm, surveyForm } from "@gandan/model/model/model-schema";
import type { AskAtPoint, AskByToken } from "@gandan/model/survey/answering-inputs";
import type { TransactionSql } from "postgres";
import { inPublicUnit } from "../public/public-unit";
import type { RequestCtx } from "../session/request-ctx";
import { localToday } from "../unit/local-today";
import { makeStamp } from "./answer-stamp";

/** Days after the result in which a token can be used. */
const TOKEN_DAYS = 90;

/** Why nothing is asked: said kindly, each by a page of its own. */
export type NotAsking =
  | { state: "unknown" | "retired" | "closed" }
  /** The open version of its form, for what it says to those who answered. */
  | { state: "spent"; form: SurveyForm | null }
  /** The dossier of the token has no result yet; its appointment, where there is one. */
  | { state: "early"; dueAt: Date | null }
  | { state: "expired"; on: LocalDate };

/** What a sheet is about and how it comes. */
export interface Asked {
  state: "open";
  formId: string;
  form: SurveyForm;
  source: "token" | "point" | "tablet";
  pointId: string | null;
  procedureCode: string | null;
  officer: string | null;
  /** Shown above the questions: of a token, the procedure and the day of its result. */
  about: { procedure: string; on: LocalDate } | null;
  /** Of the page, for its stamp. */
  page: string;
}

export type Asking = (Pick<Asked, "state" | "formId" | "form" | "about" | "source"> & { stamp: string }) | NotAsking;

/**
 * The form that is asked at a point today.
 * @throws AppError NOT_FOUND unit.notFound
 */
export function askAtPoint(ctx: RequestCtx, { slug, code }: AskAtPoint): Promise<Asking> {
  return inPublicUnit(ctx, slug, async (sql, unit) => stamped(ctx, await findAtPoint(sql, unit.id, code)));
}

/**
 * The form that a token opens, with what it is about.
 * @throws AppError NOT_FOUND unit.notFound
 */
export function askByToken(ctx: RequestCtx, { slug, token }: AskByToken): Promise<Asking> {
  return inPublicUnit(ctx, slug, async (sql, unit) => stamped(ctx, await findByToken(ctx, sql, unit.id, token)));
}

function stamped({ policy, now }: RequestCtx, found: Asked | NotAsking): Asking {
  if (found.state !== "open") return found;
  const { state, formId, form, about, source, page } = found;
  return { state, formId, form, about, source, stamp: makeStamp(policy.key, page, now) };
}

/** What a point asks: the open version of its form. */
export async function findAtPoint(sql: TransactionSql, unitId: string, code: string): Promise<Asked | NotAsking> {
  const [point] = await sql<{ id: string; kind: string; retired: boolean; formId: string | null }[]>`
    select p.id, p.kind, p.retired_at is not null as retired, f.id as "formId" from survey_point p
    left join lateral (
      select id from survey_form
      where unit_id = p.unit_id and slug = p.form_slug and closed_on is null order by version desc limit 1) f on true
    where p.unit_id = ${unitId} and p.code = ${code}`;
  if (!point) return { state: "unknown" };
  if (point.retired) return { state: "retired" };
  if (point.formId === null) return { state: "closed" };
  return {
    state: "open",
    formId: point.formId,
    form: await readForm(sql, unitId, point.formId),
    source: point.kind === "tablet" ? "tablet" : "point",
    pointId: point.id,
    procedureCode: null,
    officer: null,
    about: null,
    page: `point ${point.id}`,
  };
}

interface Invited {
  procedureCode: string;
  procedure: string;
  officer: string | null;
  dueAt: Date | null;
  /** Finished, or ended without a result. */
  overAt: Date | null;
  formId: string | null;
  spent: boolean;
}

/**
 * What a token asks about: its dossier, once it has a result or its appointment is past – whoever waits in vain may say
 * so –, for {@link TOKEN_DAYS} days. Procedure and officer are read now; nothing of the dossier stays with the answer.
 */
export async function findByToken(
  { policy, now }: RequestCtx,
  sql: TransactionSql,
  unitId: string,
  token: string,
): Promise<Asked | NotAsking> {
  const invitationId = invitationOf(policy.key, unitId, token);
  if (invitationId === null) return { state: "unknown" };
  const [row] = await sql<Invited[]>`
    select d.procedure_code as "procedureCode", coalesce(p.name, d.procedure_code) as procedure,
      nullif(btrim(d.officer), '') as officer, coalesce(d.promised_at, d.due_at) as "dueAt",
      coalesce(d.finished_at, d.ended_at) as "overAt", f.id as "formId",
      exists (select from survey_spent where unit_id = i.unit_id and mark = ${spentMark(token)}) as spent
    from survey_invitation i
    join dossier d on d.unit_id = i.unit_id and d.id = i.dossier_id
    left join lateral (
      select name from procedure where code = d.procedure_code and effective_from <= d.received_on
      order by effective_from desc limit 1) p on true
    left join lateral (
      select id from survey_form
      where unit_id = i.unit_id and slug = i.form_slug and closed_on is null order by version desc limit 1) f on true
    where i.unit_id = ${unitId} and i.id = ${invitationId}`;
  if (!row) return { state: "unknown" };
  const form = row.formId === null ? null : await readForm(sql, unitId, row.formId);
  if (row.spent) return { state: "spent", form };
  const askedFrom = row.overAt ?? (row.dueAt && row.dueAt <= now ? row.dueAt : null);
  if (!askedFrom) return { state: "early", dueAt: row.dueAt };
  const expires = localDateOf(toLocalMinute(askedFrom.getTime() + TOKEN_DAYS * 86_400_000));
  if (expires < localToday(now)) return { state: "expired", on: expires };
  if (row.formId === null || form === null) return { state: "closed" };
  const on = localDateOf(toLocalMinute(askedFrom));
  return {
    state: "open",
    formId: row.formId,
    form,
    source: "token",
    pointId: null,
    procedureCode: row.procedureCode,
    officer: row.officer,
    about: { procedure: row.procedure, on },
    page: `token ${invitationId}`,
  };
}

/** Open forms never change: read and checked once by a process. */
const forms = new Map<string, SurveyForm>();
const MOST_FORMS = 2_000;

/** The questions of a form of the unit as they were frozen. */
export async function readForm(sql: TransactionSql, unitId: string, formId: string): Promise<SurveyForm> {
  const key = `${unitId} ${formId}`;
  const known = forms.get(key);
  if (known) return known;
  const [row] = await sql<{ source: unknown }[]>`
    select source from survey_form where unit_id = ${unitId} and id = ${formId}`;
  const form = surveyForm.parse(row?.source);
  if (forms.size >= MOST_FORMS) forms.clear();
  forms.set(key, form);
  return form;
}
