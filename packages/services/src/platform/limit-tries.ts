import { createHmac } from "node:crypto";
import type { InstallationKey } from "@gandan/auth/seal";
import type { TransactionSql } from "postgres";

/** What the public may do so often in a span of time. */
export interface TryLimit {
  /** "look-up.address": names the limit. */
  area: string;
  /** Whose tries are counted, or on what: an address, a code. Kept as an HMAC. */
  what: string;
  /** Tries allowed in a span, and how long a span is. */
  most: number;
  minutes: number;
}

interface Counting {
  unitId: string;
  now: Date;
  key: InstallationKey;
}

const spanOf = (now: Date, minutes: number) => new Date(now.getTime() - (now.getTime() % (minutes * 60_000)));

const markOf = (key: InstallationKey, unitId: string, { area, what }: TryLimit) =>
  createHmac("sha256", key).update(`${area} ${unitId} ${what}`).digest("hex");

/** Spans that are longer do not occur; older rows tell nothing any more. */
const KEPT_MS = 86_400_000;

/**
 * Counts one more try before it is looked at, so that many at once cannot slip past the limit. Tries of one mark queue
 * up until the transaction ends; name limits always in the same order. The transaction must commit for it to count.
 * @returns minutes until the next try is allowed; 0 when this one is
 */
export async function countTry(sql: TransactionSql, { unitId, now, key }: Counting, limit: TryLimit): Promise<number> {
  const since = spanOf(now, limit.minutes);
  const [row] = await sql<{ tries: number }[]>`
    insert into public_try as t (unit_id, since, area, mark, tries)
    values (${unitId}, ${since}, ${limit.area}, ${markOf(key, unitId, limit)}, 1)
    on conflict (unit_id, since, area, mark) do update set tries = least(t.tries, ${limit.most}) + 1
    returning tries`;
  const tries = row?.tries ?? 1;
  if (tries === 1) {
    await sql`delete from public_try where unit_id = ${unitId} and since < ${new Date(now.getTime() - KEPT_MS)}`;
  }
  if (tries <= limit.most) return 0;
  return Math.max(1, Math.ceil((since.getTime() + limit.minutes * 60_000 - now.getTime()) / 60_000));
}

/** The try was right: it does not count. */
export async function forgetTry(sql: TransactionSql, { unitId, now, key }: Counting, limit: TryLimit): Promise<void> {
  await sql`
    update public_try set tries = greatest(tries - 1, 0)
    where unit_id = ${unitId} and since = ${spanOf(now, limit.minutes)} and area = ${limit.area}
      and mark = ${markOf(key, unitId, limit)}`;
}
