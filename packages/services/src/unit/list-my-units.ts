import type { SignedIn } from "@gandan/auth/session";
import type { RequestCtx } from "../session/request-ctx";
import { findUnits, isEnded, type UnitFace } from "./find-unit";

export type MyUnit = UnitFace & { roles: string[]; ended: boolean };

const order = new Intl.Collator("vi");

/** Of a request: the frame of its page and the page itself ask for the same units. */
const asked = new WeakMap<SignedIn, { now: Date; units: Promise<UnitFace[]> }>();

/** The units of the person's roles, in no particular order; asked for once in a request. */
export function findMyUnits({ session, db, now }: RequestCtx & { session: SignedIn }): Promise<UnitFace[]> {
  const known = asked.get(session);
  if (known?.now === now) return known.units;
  const units = findUnits(db, [...new Set(session.actor.roles.map(({ unitId }) => unitId))], now);
  asked.set(session, { now, units });
  return units;
}

/** The units in which the person holds a role today: those that exist first, by name. */
export async function listMyUnits(ctx: RequestCtx & { session: SignedIn }): Promise<MyUnit[]> {
  const { roles } = ctx.session.actor;
  const units = await findMyUnits(ctx);
  return units
    .map((unit) => ({
      ...unit,
      ended: isEnded(unit, ctx.now),
      roles: roles.filter(({ unitId }) => unitId === unit.id).map(({ role }) => role),
    }))
    .sort((a, b) => Number(a.ended) - Number(b.ended) || order.compare(a.name, b.name));
}
