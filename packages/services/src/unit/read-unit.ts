import { mayDo, PERMISSIONS, type Permission } from "@gandan/auth/roles";
import type { SignedIn } from "@gandan/auth/session";
import { AppError } from "@gandan/model/error/app-error";
import type { RequestCtx } from "../session/request-ctx";
import { findSuccessors, isEnded, type Successor, type UnitFace } from "./find-unit";
import { findMyUnits } from "./list-my-units";

export interface UnitPage extends UnitFace {
  /** Roles of the person here; never empty. */
  roles: string[];
  /** What these roles may do here: for what a page offers. The services decide by themselves. */
  permissions: Permission[];
  ended: boolean;
  successors: Successor[];
}

/**
 * The unit of an address, for a person who has a role there.
 * @throws AppError NOT_FOUND also when there is such a unit, but no role: who has no role learns nothing
 */
export async function readUnit(ctx: RequestCtx & { session: SignedIn }, slug: string): Promise<UnitPage> {
  const { actor } = ctx.session;
  const unit = (await findMyUnits(ctx)).find((each) => each.slug === slug);
  if (!unit) throw new AppError("NOT_FOUND", "unit.notFound");
  const roles = actor.roles.filter(({ unitId }) => unitId === unit.id).map(({ role }) => role);
  const ended = isEnded(unit, ctx.now);
  const permissions = PERMISSIONS.filter((permission) => mayDo({ actor, unitId: unit.id }, permission));
  return {
    ...unit,
    roles,
    permissions,
    ended,
    successors: ended ? await findSuccessors(ctx.db, unit.id, ctx.now) : [],
  };
}
