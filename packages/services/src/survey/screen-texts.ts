import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { namesIn } from "@gandan/model/survey/names-in-text";
import type { ListTexts, ScreenText } from "@gandan/model/survey/result-inputs";
import { refuseEnded } from "../adoption/refuse-ended";
import { loadColleagues } from "../notice/unit-colleagues";
import { localToday } from "../unit/local-today";

export interface ListedText {
  id: string;
  formTitle: string;
  question: string;
  /** The first day of its month. */
  month: LocalDate;
  text: string;
  reason: string | null;
  /** Parts of the text that look like a name or a number of somebody. */
  suspects: string[];
  decidedBy: string | null;
}

export interface TextPage {
  state: ListTexts["state"];
  texts: ListedText[];
  total: number;
  waiting: number;
  page: number;
  pageSize: number;
}

const PAGE_SIZE = 50;

/**
 * Free texts for whoever screens them, in an order that tells nothing of when they came. What looks like a name is
 * pointed out; the decision is a person's. That they were read stands in the log.
 * @throws AppError FORBIDDEN
 */
export async function listTexts(ctx: UnitCtx, { state, page }: ListTexts): Promise<TextPage> {
  authorize(ctx, "survey:screen");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const rows = await sql<Omit<ListedText, "suspects">[]>`
      select t.id, f.title as "formTitle", t.month, t.text, t.reason, s.name as "decidedBy",
        coalesce((select q->>'text' from jsonb_array_elements(f.source->'questions') q where q->>'id' = t.question_id),
          t.question_id) as question
      from survey_text t
      join survey_form f on f.unit_id = t.unit_id and f.id = t.form_id
      left join staff s on s.id::text = t.decided_by
      where t.unit_id = ${unitId} and t.state = ${state}
      order by t.month, t.id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`;
    const counts = await sql<{ state: string; n: number }[]>`
      select state, count(*)::int as n from survey_text where unit_id = ${unitId} group by 1`;
    const colleagues = await loadColleagues(sql, unitId, localToday(now));
    const names = colleagues.map(({ name }) => name);
    if (rows.length > 0) {
      await appendAudit(sql, {
        unitId,
        at: now,
        actor: ctx.actor.staffId,
        action: "survey.read-texts",
        details: { state, page, texts: rows.length },
      });
    }
    const countOf = (wanted: string) => counts.find((row) => row.state === wanted)?.n ?? 0;
    return {
      state,
      texts: rows.map((row) => ({ ...row, suspects: namesIn(row.text, names) })),
      total: countOf(state),
      waiting: countOf("waiting"),
      page,
      pageSize: PAGE_SIZE,
    };
  });
}

/**
 * Decides whether a free text is shown. What the citizen wrote is never changed; the decision may be, and each stands in
 * the log.
 * @throws AppError FORBIDDEN; NOT_FOUND survey.textNotFound; INVALID unit.ended
 */
export async function screenText(ctx: UnitCtx, input: ScreenText): Promise<void> {
  authorize(ctx, "survey:screen");
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  const reason = input.decision === "hidden" ? input.reason : null;
  const decided = input.decision !== "waiting";
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    const [row] = await sql<{ was: string }[]>`
      select state as was from survey_text where unit_id = ${unitId} and id = ${input.textId} for update`;
    if (!row) throw new AppError("NOT_FOUND", "survey.textNotFound");
    await sql`
      update survey_text set state = ${input.decision}, reason = ${reason},
        decided_by = ${decided ? actor : null}, decided_at = ${decided ? now : null}
      where unit_id = ${unitId} and id = ${input.textId}`;
    await appendAudit(sql, {
      unitId,
      at: now,
      actor,
      action: "survey.screen",
      subject: input.textId,
      details: { from: row.was, to: input.decision, ...(reason ? { reason } : {}) },
    });
  });
}
