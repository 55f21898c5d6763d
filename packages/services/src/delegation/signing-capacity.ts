import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import type { LetterSigner } from "@gandan/documents/letter/signature-block";
import type { Capacity, Position } from "@gandan/model/delegation/delegation-inputs";
import type { SignerRole } from "@gandan/model/dossier/dossier-event";
import { AppError } from "@gandan/model/error/app-error";
import type { TransactionSql } from "postgres";

/** In which way a person signs today. */
export interface SigningCapacity {
  signer: LetterSigner;
  /** As the rules about letters ask for it. */
  role: SignerRole;
  /** Null for those who sign by their own role. */
  delegationId: string | null;
}

interface Held {
  id: string;
  capacity: Capacity;
  position: Position;
  title: string;
  from: LocalDate;
  to: LocalDate;
  holds: boolean;
}

const VICE_TITLE = "Phó Chủ tịch";

/**
 * How the actor signs letters of the unit today: the chairman for the committee, a vice-chairman for the chairman,
 * anybody else by a delegation of today (Nghị định 30/2020/NĐ-CP, Điều 13).
 * @throws AppError FORBIDDEN session.forbidden, or delegation.outside with the dates of a delegation that does not hold
 */
export async function signingCapacity(sql: TransactionSql, ctx: UnitCtx, today: LocalDate): Promise<SigningCapacity> {
  authorize(ctx, "letter:read");
  const { name } = ctx.actor;
  const own = ctx.actor.roles.filter(({ unitId }) => unitId === ctx.unitId).map(({ role }) => role);
  if (own.includes("chairman")) {
    return { signer: { capacity: "head", title: "", name }, role: "chairman", delegationId: null };
  }
  if (own.includes("vice-chairman")) {
    return { signer: { capacity: "deputy", title: VICE_TITLE, name }, role: "vice-chairman", delegationId: null };
  }
  // Those that hold first; else the one to come, else the last one.
  const [held] = await sql<Held[]>`
    select id, capacity, position, title, valid_from as "from", valid_to as "to",
      ended_at is null and ${today}::date between valid_from and valid_to as holds
    from delegation where unit_id = ${ctx.unitId} and staff_id = ${ctx.actor.staffId}
    order by holds desc, (ended_at is null and valid_from > ${today}::date) desc, valid_to desc limit 1`;
  if (held?.holds) {
    const { capacity, title, position, id } = held;
    return { signer: { capacity, title, name }, role: position, delegationId: id };
  }
  if (held) {
    const [from, to] = [held.from, held.to].map((day) => day.split("-").reverse().join("/"));
    throw new AppError("FORBIDDEN", "delegation.outside", { from: from!, to: to! });
  }
  authorize(ctx, "letter:sign");
  throw new AppError("FORBIDDEN", "session.forbidden", { permission: "letter:sign" });
}

/** How the actor signs today, or null when not at all. */
export async function capacityToday(
  sql: TransactionSql,
  ctx: UnitCtx,
  today: LocalDate,
): Promise<SigningCapacity | null> {
  try {
    return await signingCapacity(sql, ctx, today);
  } catch (error) {
    if (error instanceof AppError && error.code === "FORBIDDEN") return null;
    throw error;
  }
}
