import { mayDo, PERMISSIONS, type Permission } from "@gandan/auth/roles";
import type { SignedIn } from "@gandan/auth/session";
import { AppError } from "@gandan/model/error/app-error";
import type { RequestCtx } from "../session/request-ctx";
import { findSuccessors, findUnitBySlug, isEnded, type Successor, type UnitFace } from "./find-unit";

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
  const unit = await findUnitBySlug(ctx.db, slug, ctx.now);
  const { actor } = ctx.session;
  const roles = actor.roles.filter(({ unitId }) => unitId === unit?.id).map(({ role }) => role);
  if (!unit || roles.length === 0) throw new AppError("NOT_FOUND", "unit.notFound");
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
