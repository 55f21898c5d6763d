import { AppError } from "@gandan/model/error/app-error";

export const ROLES = [
  "desk-officer",
  "model-keeper",
  "chairman",
  "vice-chairman",
  "mttq",
  "inspector",
  "administrator",
  "oversight-officer",
  "oversight-leader",
  "operator",
] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  "dossier:read",
  "dossier:import",
  "dossier:act",
  "dossier:overrule",
  "letter:read",
  "letter:draft",
  "letter:check",
  "letter:sign",
  "delegation:read",
  "delegation:give",
  "model:read",
  "model:edit",
  "model:publish",
  "adoption:edit",
  "yardstick:apply",
  "score:read",
  "register:read",
  "compare:read",
  "index:read",
  "index:enter",
  "index:edit",
  "index:appraise",
  "unit:import",
  "staff:manage",
  "audit:read",
  "settings:read",
  "settings:edit",
  "notice:read",
  "webhook:edit",
  "survey:read",
  "survey:edit",
  "survey:enter",
  "survey:screen",
  "officer-result:own",
  "officer-result:read",
  "officer-result:decide",
  "publication:read",
  "publication:edit",
  "publication:sign",
  "feedback:read",
  "feedback:answer",
  "feedback:lead",
  "petition:open",
  "petition:name",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const reading: Permission[] = [
  "dossier:read",
  "letter:read",
  "model:read",
  "score:read",
  "index:read",
  "survey:read",
  "publication:read",
];
const lookingDown: Permission[] = [
  "model:read",
  "score:read",
  "register:read",
  "compare:read",
  "index:read",
  "survey:read",
];

const leading: Permission[] = [
  ...reading,
  "dossier:act",
  "dossier:overrule",
  "letter:draft",
  "letter:check",
  "letter:sign",
  "delegation:read",
  "model:publish",
  "adoption:edit",
  "index:enter",
  "audit:read",
  "settings:read",
  "settings:edit",
  "notice:read",
  "survey:edit",
  "survey:screen",
  // Names of officers beside what citizens say of them.
  "officer-result:own",
  "officer-result:read",
  "publication:edit",
  "publication:sign",
  "feedback:read",
  "feedback:answer",
  "feedback:lead",
  "petition:open",
];

/** What each role may do, in the unit for which it is held and there only. */
const PERMISSIONS_OF: Record<Role, readonly Permission[]> = {
  "desk-officer": [
    ...reading,
    "dossier:import",
    "dossier:act",
    "letter:draft",
    "delegation:read",
    "settings:read",
    "notice:read",
    "survey:enter",
    "officer-result:own",
    "feedback:read",
    "feedback:answer",
    // Only may be named: a role by itself opens no petition.
    "petition:open",
  ],
  "model-keeper": [
    ...reading,
    "dossier:import",
    "dossier:act",
    "letter:draft",
    "letter:check",
    "delegation:read",
    "model:edit",
    "model:publish",
    "adoption:edit",
    "index:enter",
    "settings:read",
    "settings:edit",
    "notice:read",
    "survey:edit",
    "survey:enter",
    "survey:screen",
    "officer-result:own",
    "publication:edit",
    "feedback:read",
    "feedback:answer",
    "feedback:lead",
    "petition:open",
  ],
  chairman: [...leading, "petition:name", "officer-result:decide", "delegation:give", "staff:manage", "webhook:edit"],
  "vice-chairman": leading,
  // Asks citizens on its own account: it types in what they wrote, and changes no form.
  mttq: [...reading, "survey:enter", "survey:screen", "notice:read", "feedback:read"],
  // Watches over who reads what, and has no dossier to open.
  inspector: [
    "model:read",
    "score:read",
    "index:read",
    "settings:read",
    "audit:read",
    "survey:read",
    "publication:read",
  ],
  // Looks after accounts, and sees nothing of a citizen.
  administrator: ["model:read", "score:read", "index:read", "settings:read", "staff:manage", "webhook:edit"],
  "oversight-officer": [...lookingDown, "model:edit", "index:appraise"],
  "oversight-leader": [
    ...lookingDown,
    "model:edit",
    "model:publish",
    "yardstick:apply",
    "index:edit",
    "index:appraise",
    "audit:read",
  ],
  operator: [
    "model:read",
    "model:edit",
    "model:publish",
    "index:read",
    "index:edit",
    "unit:import",
    "staff:manage",
    "audit:read",
  ],
};

const OF_A_UNIT: readonly Role[] = ["desk-officer", "model-keeper", "mttq"];
const BY_CHAIRMAN: readonly Role[] = [...OF_A_UNIT, "inspector", "administrator", "vice-chairman", "chairman"];

/** Which roles a role gives and ends: nobody makes anyone mightier than themselves. */
const GIVEN_BY: Partial<Record<Role, readonly Role[]>> = {
  administrator: OF_A_UNIT,
  chairman: BY_CHAIRMAN,
  operator: ["operator"],
};

/** The part of a `UnitCtx` that permissions go by. */
interface RoleHolder {
  actor: { roles: readonly { unitId: string; role: Role }[] };
  unitId: string;
}

/** True for a role of the list; the database holds text. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** True when the actor holds, in the unit of the context, a role that has the permission. */
export function mayDo(ctx: RoleHolder, permission: Permission): boolean {
  return ctx.actor.roles.some(({ unitId, role }) => unitId === ctx.unitId && PERMISSIONS_OF[role].includes(permission));
}

/** The roles that the actor may give, change and end in the unit of the context, in the order of `ROLES`. */
export function rolesToGive(ctx: RoleHolder): Role[] {
  const given = ctx.actor.roles.flatMap(({ unitId, role }) => (unitId === ctx.unitId ? (GIVEN_BY[role] ?? []) : []));
  return ROLES.filter((role) => given.includes(role));
}

/** The roles that have a permission in the unit for which they are held. */
export function rolesThatMay(permission: Permission): Role[] {
  return ROLES.filter((role) => PERMISSIONS_OF[role].includes(permission));
}

/**
 * Refuses what the actor may not do in the unit of the context. A role above a unit gives nothing inside it.
 * @throws AppError FORBIDDEN session.forbidden
 */
export function authorize(ctx: RoleHolder, permission: Permission): void {
  if (!mayDo(ctx, permission)) throw new AppError("FORBIDDEN", "session.forbidden", { permission });
}
