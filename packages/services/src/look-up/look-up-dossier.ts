import { timingSafeEqual } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { AppError } from "@gandan/model/error/app-error";
import { type LookUpDossier, PHONE_DIGITS, type SecondFactor } from "@gandan/model/look-up/look-up-inputs";
import type { TransactionSql } from "postgres";
import { countTry, forgetTry, type TryLimit } from "../platform/limit-tries";
import { addressKey, RateLimit } from "../platform/rate-limit";
import { inPublicUnit } from "../public/public-unit";
import type { RequestCtx } from "../session/request-ctx";
import { givePass } from "./look-up-pass";
import { slipCode } from "./slip-code";

/** Whole networks of mobile phones come from one address. */
const ADDRESS_LIMIT = { area: "look-up.address", most: 30, minutes: 10 };
const SLIP_LIMIT = { area: "look-up.slip", most: 30, minutes: 60 };
/** Four digits are soon guessed: the code of the slip goes on when these are spent. */
const PHONE_LIMIT = { area: "look-up.phone", most: 5, minutes: 24 * 60 };

/** Right or wrong, more than this from one address in a minute is no network of people: it does not reach the database. */
const flood = new RateLimit(300, 60_000);

/** A refusal takes so long, whatever it is for. */
const REFUSAL_MS = 150;

/** Compared with where there is no dossier. */
const NO_DOSSIER = "00000000-0000-0000-0000-000000000000";

interface Found {
  id: string;
  phoneTail: string | null;
}

/** By the code as typed, in capitals, in small letters: provinces write theirs either way. */
async function findByCode(sql: TransactionSql, unitId: string, code: string): Promise<Found | undefined> {
  const [row] = await sql<Found[]>`
    select id, phone_tail as "phoneTail" from dossier
    where unit_id = ${unitId} and external_code = any(${[code, code.toUpperCase(), code.toLowerCase()]})
    order by external_code = ${code} desc limit 1`;
  return row;
}

const lastDigits = (phoneTail: string | null) =>
  [...(phoneTail ?? "").slice(0, PHONE_DIGITS).padEnd(PHONE_DIGITS, "-")].reverse().join("");

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const limitsOf = (address: string | null, code: string, { kind }: SecondFactor): TryLimit[] => [
  { ...ADDRESS_LIMIT, what: addressKey(address) },
  { ...(kind === "phone" ? PHONE_LIMIT : SLIP_LIMIT), what: code.toUpperCase() },
];

/**
 * Finds a dossier for who knows its number and what stands on its slip, and gives a pass to read how it stands. A number
 * that does not exist is refused like a wrong code: by the same words, after the same work and the same time, and both
 * count. Found ones are logged.
 * @throws AppError NOT_FOUND unit.notFound, lookUp.notFound; TOO_MANY lookUp.tooMany, lookUp.tooManyPhone (minutes)
 */
export async function lookUpDossier(ctx: RequestCtx, { slug, code, factor }: LookUpDossier): Promise<{ pass: string }> {
  const began = performance.now();
  const { now, address } = ctx;
  const { key } = ctx.policy;
  if (flood.take(addressKey(address), now) !== null) throw new AppError("TOO_MANY", "lookUp.tooMany", { minutes: 1 });
  const answer = await inPublicUnit(ctx, slug, async (sql, unit) => {
    const counting = { unitId: unit.id, now, key };
    const limits = limitsOf(address, code, factor);
    for (const limit of limits) {
      const minutes = await countTry(sql, counting, limit);
      if (minutes > 0) return { minutes, area: limit.area };
    }
    const found = await findByCode(sql, unit.id, code);
    const slip = slipCode(key, unit.id, found?.id ?? NO_DOSSIER);
    const phone = lastDigits(found?.phoneTail ?? null);
    const right = sameText(factor.kind === "slip" ? slip : phone, factor.text);
    if (!found || !right) return null;
    for (const limit of limits) await forgetTry(sql, counting, limit);
    await appendAudit(sql, {
      unitId: unit.id,
      at: now,
      actor: "citizen",
      action: "dossier.look-up",
      subject: found.id,
      details: { by: factor.kind },
    });
    return { pass: givePass(key, unit.id, found.id, now) };
  });
  if (!answer) {
    await setTimeout(Math.max(0, REFUSAL_MS - (performance.now() - began)));
    throw new AppError("NOT_FOUND", "lookUp.notFound");
  }
  if (answer.pass !== undefined) return { pass: answer.pass };
  const { minutes, area } = answer;
  if (area === PHONE_LIMIT.area) {
    throw new AppError("TOO_MANY", "lookUp.tooManyPhone", { hours: Math.ceil(minutes / 60) });
  }
  throw new AppError("TOO_MANY", "lookUp.tooMany", { minutes });
}
