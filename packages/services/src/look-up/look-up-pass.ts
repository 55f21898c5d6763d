import { type InstallationKey, seal, unseal } from "@gandan/auth/seal";

/** Minutes in which what was found can be read again, in the other language too, without asking once more. */
const MINUTES = 30;

const about = (unitId: string) => `look-up ${unitId}`;

/** Opens one dossier of one unit for a while; nothing of it can be read from outside, and nothing is stored. */
export function givePass(key: InstallationKey, unitId: string, dossierId: string, now: Date): string {
  return seal(key, about(unitId), `${dossierId} ${now.getTime() + MINUTES * 60_000}`);
}

/** The dossier that a pass opens; null when it is over, of another unit, or no pass at all. */
export function readPass(key: InstallationKey, unitId: string, pass: string, now: Date): string | null {
  try {
    const [dossierId, until] = unseal(key, about(unitId), pass).split(" ");
    return dossierId && now.getTime() < Number(until) ? dossierId : null;
  } catch {
    return null;
  }
}
