import { AppError } from "@gandan/model/error/app-error";
import { hash, verify } from "@node-rs/argon2";

/** Security level 3 asks for 14 characters where there is no second factor. */
const MIN_LENGTH = 14;
const MAX_LENGTH = 256;

/** argon2id, 19 MiB, two passes, one lane (OWASP's first choice). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * The argon2id hash of a new password, in PHC form.
 * @throws AppError INVALID session.passwordLength when it has fewer than 14 or more than 256 characters
 */
export async function hashPassword(password: string): Promise<string> {
  const length = [...password].length;
  if (length < MIN_LENGTH || length > MAX_LENGTH) {
    throw new AppError("INVALID", "session.passwordLength", { min: MIN_LENGTH, max: MAX_LENGTH });
  }
  return hash(password.normalize("NFC"), COST);
}

let nobody: Promise<string> | undefined;

/** True when the password has this hash. Without a hash (unknown name) it works as long and says no. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hash("a password that nobody has", COST);
  const right = await verify(passwordHash ?? (await nobody), password.slice(0, 4 * MAX_LENGTH).normalize("NFC"));
  return right && passwordHash !== null;
}
