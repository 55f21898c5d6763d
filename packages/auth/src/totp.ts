import { Secret, TOTP } from "otpauth";

const PERIOD_SECONDS = 30;
const ISSUER = "Gần Dân";

/** A new secret of 160 bits, in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

const totpOf = (secret: string, label = "") =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });

/** The address by which an authenticator takes the secret up (otpauth://…), for a QR code. */
export const totpUri = (secret: string, signInName: string): string => totpOf(secret, signInName).toString();

/**
 * The half minute since 1970 whose code this is; null when it is no code of now, of the one before or of the one after
 * (RFC 6238 §5.2: clocks differ). The caller sees to it that no step counts twice.
 */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = totpOf(secret).validate({ token: digits, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
}
