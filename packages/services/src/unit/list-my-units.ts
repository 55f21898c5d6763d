import type { SignedIn } from "@gandan/auth/session";
import type { RequestCtx } from "../session/request-ctx";
import { findUnits, isEnded, type UnitFace } from "./find-unit";

export type MyUnit = UnitFace & { roles: string[]; ended: boolean };

const order = new Intl.Collator("vi");

/** The units in which the person holds a role today: those that exist first, by name. */
export async function listMyUnits(ctx: RequestCtx & { session: SignedIn }): Promise<MyUnit[]> {
  const { roles } = ctx.session.actor;
  const units = await findUnits(ctx.db, [...new Set(roles.map(({ unitId }) => unitId))], ctx.now);
  return units
    .map((unit) => ({
      ...unit,
      ended: isEnded(unit, ctx.now),
      roles: roles.filter(({ unitId }) => unitId === unit.id).map(({ role }) => role),
    }))
    .sort((a, b) => Number(a.ended) - Number(b.ended) || order.compare(a.name, b.name));
}
