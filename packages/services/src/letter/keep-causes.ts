import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { causesOfUnit, type KeptCause, type UnitCause } from "@gandan/model/letter/delay-causes";
import type { EndCause, MoveCause, SaveCause } from "@gandan/model/letter/kind-inputs";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";

/** The causes of a unit, those in use first. */
export async function loadCauses(sql: TransactionSql, unitId: string): Promise<UnitCause[]> {
  const kept = await sql<KeptCause[]>`
    select cause, title, position, ended_at is not null as ended from delay_cause where unit_id = ${unitId}`;
  return causesOfUnit(kept);
}

/**
 * The list of causes of delay, for its page.
 * @throws AppError FORBIDDEN
 */
export async function listCauses(ctx: UnitCtx): Promise<{ causes: UnitCause[]; mayChange: boolean }> {
  authorize(ctx, "settings:read");
  return inUnit(ctx, async (_tx, sql) => ({
    causes: await loadCauses(sql, ctx.unitId),
    mayChange: mayDo(ctx, "settings:edit"),
  }));
}

/** Changes the list in one transaction with the audit; two at once wait for each other. */
async function changeCauses(
  ctx: UnitCtx,
  action: string,
  change: (causes: UnitCause[]) => { subject: string; details: Record<string, unknown>; write: UnitCause[] },
): Promise<{ cause: string }> {
  authorize(ctx, "settings:edit");
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localDateOf(toLocalMinute(now)));
    await sql`select pg_advisory_xact_lock(hashtextextended(${`causes ${unitId}`}, 0))`;
    const { subject, details, write } = change(await loadCauses(sql, unitId));
    for (const { cause, title, position, ended } of write) {
      await sql`
        insert into delay_cause as c (unit_id, cause, title, position, ended_at, changed_at, changed_by)
        values (${unitId}, ${cause}, ${title}, ${position}, ${ended ? now : null}, ${now}, ${actor})
        on conflict (unit_id, cause) do update set title = excluded.title, position = excluded.position,
          ended_at = case when excluded.ended_at is null then null else coalesce(c.ended_at, excluded.ended_at) end,
          changed_at = excluded.changed_at, changed_by = excluded.changed_by`;
    }
    await appendAudit(sql, { unitId, at: now, actor, action, subject, details });
    return { cause: subject };
  });
}

function causeNamed(causes: readonly UnitCause[], id: string): UnitCause {
  const found = causes.find(({ cause }) => cause === id);
  if (!found) throw new AppError("NOT_FOUND", "letter.causeUnknown");
  return found;
}

/**
 * Adds a cause to the list, or says one in other words; letters that were written keep theirs.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.causeUnknown; CONFLICT letter.causeExists; INVALID unit.ended
 */
export function saveCause(ctx: UnitCtx, { cause, title }: SaveCause): Promise<{ cause: string }> {
  return changeCauses(ctx, cause === null ? "cause.add" : "cause.change", (causes) => {
    const same = (each: UnitCause) => each.title.toLocaleLowerCase("vi") === title.toLocaleLowerCase("vi");
    if (causes.some((each) => same(each) && each.cause !== cause)) throw new AppError("CONFLICT", "letter.causeExists");
    const last = Math.max(-1, ...causes.map(({ position }) => position));
    const before = cause === null ? null : causeNamed(causes, cause);
    const next: UnitCause = before
      ? { ...before, title }
      : { cause: crypto.randomUUID(), title, position: last + 1, ended: false, delivered: false };
    return { subject: next.cause, details: { title, ...(before ? { was: before.title } : {}) }, write: [next] };
  });
}

/**
 * Takes a cause out of the forms, or back into them; it is never deleted.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.causeUnknown; INVALID letter.causeLast, unit.ended
 */
export function endCause(ctx: UnitCtx, { cause, ended }: EndCause): Promise<{ cause: string }> {
  return changeCauses(ctx, ended ? "cause.end" : "cause.resume", (causes) => {
    const before = causeNamed(causes, cause);
    if (ended && causes.every((each) => each.ended || each.cause === cause)) {
      throw new AppError("INVALID", "letter.causeLast");
    }
    return { subject: cause, details: { title: before.title }, write: [{ ...before, ended }] };
  });
}

/**
 * Moves a cause one place up or down in the forms; at the end of the list nothing changes.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.causeUnknown; INVALID unit.ended
 */
export function moveCause(ctx: UnitCtx, { cause, up }: MoveCause): Promise<{ cause: string }> {
  return changeCauses(ctx, "cause.move", (causes) => {
    const { title } = causeNamed(causes, cause);
    const used = causes.filter(({ ended }) => !ended);
    const at = used.findIndex((each) => each.cause === cause);
    const other = used[at + (up ? -1 : 1)];
    const write = at < 0 || !other ? [] : used.map((each, position) => ({ ...each, position }));
    if (other && at >= 0) {
      write[at] = { ...write[at]!, position: at + (up ? -1 : 1) };
      write[at + (up ? -1 : 1)] = { ...other, position: at };
    }
    return { subject: cause, details: { title, up }, write };
  });
}
