import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { CheckLetters } from "@gandan/model/letter/signing-inputs";
import { refuseEnded } from "../adoption/refuse-ended";

interface Draft {
  id: string;
  state: string;
  revision: number;
  draftedBy: string;
}

/**
 * Notes that the office found drafts right as they were seen, before they are signed: all or none. Nobody checks what
 * they wrote themselves; a draft that is changed afterwards is to be checked again.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound; CONFLICT letter.changed; INVALID unit.ended, letter.ownDraft
 */
export async function checkLetters(ctx: UnitCtx, input: CheckLetters): Promise<{ checked: number }> {
  authorize(ctx, "letter:check");
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  const seen = new Map(input.letters.map(({ letterId, revision }) => [letterId, revision]));
  const ids = [...seen.keys()];
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localDateOf(toLocalMinute(now)));
    const drafts = await sql<Draft[]>`
      select id, state, revision, drafted_by as "draftedBy" from letter
      where unit_id = ${unitId} and id = any(${ids}::uuid[]) order by id for update`;
    if (drafts.length !== ids.length) throw new AppError("NOT_FOUND", "letter.notFound");
    for (const { id, state, revision, draftedBy } of drafts) {
      if (state !== "drafted" || revision !== seen.get(id)) throw new AppError("CONFLICT", "letter.changed");
      if (draftedBy === actor) throw new AppError("INVALID", "letter.ownDraft");
    }
    await sql`
      update letter set state = 'checked', checked_by = ${actor}, checked_at = ${now}
      where unit_id = ${unitId} and id = any(${ids}::uuid[])`;
    const subject = ids.length === 1 ? ids[0]! : null;
    await appendAudit(sql, { unitId, at: now, actor, action: "letter.check", subject, details: { letters: ids } });
    return { checked: ids.length };
  });
}
