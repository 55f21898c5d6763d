import { installationKey, seal, unseal } from "@gandan/auth/seal";
import { connect } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";

/**
 * Whether a key is the one with which a database was sealed: `right`, another (`wrong`), not given (`missing`), or not known
 * yet, as nothing says with which (`unknown`).
 */
export type KeyState = "right" | "wrong" | "missing" | "unknown";

const AREA = "installation-key";
/** Sealed at the first start, and opened by that key alone. */
const MARK = "Gần Dân";

/**
 * Compares the key of the installation with the mark that the first start has left in the database.
 * @param ownerUrl a migrated database, with the owner's login
 * @param secretKey 32 bytes in base64; null when there is none
 * @throws Error when it is no key
 */
export async function keyState(ownerUrl: string, secretKey: string | null): Promise<KeyState> {
  const key = secretKey === null ? null : installationKey({ GANDAN_SECRET_KEY: secretKey });
  return asOperator(ownerUrl, async (scope) => {
    const [row] = await inUnit(
      scope,
      (_tx, sql) => sql<{ mark: string }[]>`
        select value ->> 'mark' as mark from unit_setting where unit_id = ${OPERATOR_UNIT_ID} and area = ${AREA}`,
    );
    if (!row) return "unknown";
    if (key === null) return "missing";
    try {
      return unseal(key, AREA, row.mark) === MARK ? "right" : "wrong";
    } catch {
      return "wrong";
    }
  });
}

/**
 * Leaves the mark of a key in a database that has none; the first one stays.
 * @throws Error when it is no key
 */
export async function markKey(ownerUrl: string, secretKey: string, now: Date): Promise<void> {
  const key = installationKey({ GANDAN_SECRET_KEY: secretKey });
  return asOperator(ownerUrl, async (scope) => {
    await inUnit(
      scope,
      (_tx, sql) => sql`
        insert into unit_setting (unit_id, area, value, revision, changed_at, changed_by)
        values (${OPERATOR_UNIT_ID}, ${AREA}, ${JSON.stringify({ mark: seal(key, AREA, MARK) })}::text::jsonb, 1, ${now},
          'command-line')
        on conflict (unit_id, area) do nothing`,
    );
  });
}

async function asOperator<T>(
  ownerUrl: string,
  work: (scope: { db: { app: ReturnType<typeof connect> }; unitId: string }) => Promise<T>,
): Promise<T> {
  const app = connect({ url: ownerUrl, role: "app", max: 1, name: "gandan-key" });
  try {
    return await work({ db: { app }, unitId: OPERATOR_UNIT_ID });
  } finally {
    await app.end();
  }
}
