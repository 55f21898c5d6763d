import type { TransactionSql } from "postgres";

/** By {@link nameKey} the account to which a written name was given by hand. */
export type GivenNames = ReadonlyMap<string, string>;

/** A name as it is compared: "  Lê  Thị LAN" → "lê thị lan". Accents tell people apart. */
export function nameKey(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** The names that somebody in the unit has given to an account. */
export async function loadGivenNames(sql: TransactionSql, unitId: string): Promise<GivenNames> {
  const rows = await sql<{ key: string; staffId: string }[]>`
    select key, staff_id as "staffId" from officer_name where unit_id = ${unitId}`;
  return new Map(rows.map(({ key, staffId }) => [key, staffId]));
}

/**
 * The person whom a name on dossiers means: to whom it was given, as long as that one is here; else the only one who
 * bears it. Null for nobody, or one of several.
 */
export function staffOfName(
  written: string,
  people: readonly { staffId: string; name: string }[],
  given: GivenNames,
): string | null {
  const key = nameKey(written);
  const said = given.get(key);
  if (said !== undefined) return people.some(({ staffId }) => staffId === said) ? said : null;
  const bearing = people.filter(({ name }) => nameKey(name) === key);
  return bearing.length === 1 ? bearing[0]!.staffId : null;
}
