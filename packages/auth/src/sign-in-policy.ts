import type { Role } from "./roles";
import { type InstallationKey, installationKey } from "./seal";

const USUAL_IDLE_MINUTES = 30;

/** Who may do what cannot be undone, or make others able to: their password alone is not enough (security level 3). */
const ROLES_WITH_SECOND_FACTOR: readonly Role[] = ["chairman", "administrator", "operator"];

/** How people of this installation sign in. */
export interface SignInPolicy {
  /** `required`: chairmen, administrators and operators do nothing before they have one. `offered`: nobody must. */
  secondFactor: "required" | "offered";
  /** After so many minutes without a request the password is asked for again. */
  idleMinutes: number;
  key: InstallationKey;
}

/**
 * The policy from GANDAN_SECOND_FACTOR (required unless it says "offered"), GANDAN_IDLE_MINUTES (30; 5 to 480) and
 * GANDAN_SECRET_KEY.
 * @throws Error for a value that means nothing
 */
export function signInPolicy(env: Readonly<Record<string, string | undefined>>): SignInPolicy {
  const secondFactor = env.GANDAN_SECOND_FACTOR || "required";
  if (secondFactor !== "required" && secondFactor !== "offered") {
    throw new Error('GANDAN_SECOND_FACTOR must be "required" or "offered".');
  }
  const idleMinutes = Number(env.GANDAN_IDLE_MINUTES || USUAL_IDLE_MINUTES);
  if (!Number.isInteger(idleMinutes) || idleMinutes < 5 || idleMinutes > 480) {
    throw new Error("GANDAN_IDLE_MINUTES must be a whole number from 5 to 480.");
  }
  return { secondFactor, idleMinutes, key: installationKey(env) };
}

/** True when someone with these roles must have a second factor here. */
export function needsSecondFactor(policy: SignInPolicy, roles: readonly { role: Role }[]): boolean {
  return policy.secondFactor === "required" && roles.some(({ role }) => ROLES_WITH_SECOND_FACTOR.includes(role));
}
