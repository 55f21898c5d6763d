import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { DraftLetter } from "@gandan/model/letter/letter-inputs";
import { refuseEnded } from "../adoption/refuse-ended";
import { lockRecording } from "../dossier/lock-recording";

/**
 * Drafts the letter of apology of a dossier that is not finished, or changes its draft as it was seen (`revision`, 0 for
 * the first); a returned draft goes back to be signed. One live letter a dossier. One transaction with its audit.
 * @throws AppError FORBIDDEN; NOT_FOUND dossier.notFound; INVALID unit.ended, letter.dossierOver, letter.newDuePast;
 * CONFLICT letter.changed, letter.signed
 */
export async function draftLetter(ctx: UnitCtx, input: DraftLetter): Promise<{ letterId: string; revision: number }> {
  authorize(ctx, "letter:draft");
  const { unitId, now } = ctx;
  const { dossierId, revision, content } = input;
  return inUnit(ctx, async (_tx, sql) => {
    await lockRecording(sql, unitId);
    await refuseEnded(sql, unitId, localDateOf(toLocalMinute(now)));
    const [dossier] = await sql<{ open: boolean; promisedAt: Date | null }[]>`
      select finished_at is null and ended_at is null and due_at is not null as open, promised_at as "promisedAt"
      from dossier where unit_id = ${unitId} and id = ${dossierId} for update`;
    if (!dossier) throw new AppError("NOT_FOUND", "dossier.notFound");
    if (!dossier.open) throw new AppError("INVALID", "letter.dossierOver");
    const [old] = await sql<{ id: string; state: string; revision: number }[]>`
      select id, state, revision from letter
      where unit_id = ${unitId} and dossier_id = ${dossierId} and kind = 'apology' and state <> 'withdrawn' for update`;
    if (old && !["drafted", "checked", "returned"].includes(old.state)) throw new AppError("CONFLICT", "letter.signed");
    if ((old?.revision ?? 0) !== revision) throw new AppError("CONFLICT", "letter.changed");
    const newDueAt = new Date(content.newDueAt);
    if (newDueAt <= now || (dossier.promisedAt && newDueAt <= dossier.promisedAt)) {
      throw new AppError("INVALID", "letter.newDuePast");
    }
    const actor = ctx.actor.staffId;
    const text = JSON.stringify(content);
    const [row] = old
      ? await sql<{ id: string }[]>`
          update letter set content = ${text}::text::jsonb, state = 'drafted', remark = null, checked_by = null,
            checked_at = null, revision = ${revision + 1}, drafted_by = ${actor}, drafted_at = ${now}
          where unit_id = ${unitId} and id = ${old.id} returning id`
      : await sql<{ id: string }[]>`
          insert into letter (unit_id, dossier_id, kind, state, content, revision, drafted_by, drafted_at)
          values (${unitId}, ${dossierId}, 'apology', 'drafted', ${text}::text::jsonb, 1, ${actor}, ${now})
          returning id`;
    const letterId = row!.id;
    await appendAudit(sql, {
      unitId,
      at: now,
      actor,
      action: old ? "letter.change" : "letter.draft",
      subject: letterId,
      details: { dossierId },
    });
    return { letterId, revision: revision + 1 };
  });
}
