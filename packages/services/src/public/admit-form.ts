import { AppError } from "@gandan/model/error/app-error";
import { addressKey, RateLimit } from "../platform/rate-limit";
import type { RequestCtx } from "../session/request-ctx";

const HOUR = 3_600_000;
/** Forms with files that are read of one address for one unit in an hour, right or wrong: more than may be sent. */
const FOR_UNIT = new RateLimit(30, HOUR);
/** For all units: nobody fills the machine by going from one to the next. */
const FOR_ALL = new RateLimit(300, HOUR);

/**
 * Asked before the body of a form with files is read, which may be many megabytes: whether this address may still send
 * one. Counted in the memory of the process, without the database; how many are taken in is counted apart.
 * @throws AppError TOO_MANY with the area's text (minutes)
 */
export function admitForm({ address, now }: RequestCtx, slug: string, area: "feedback" | "petition"): void {
  if (address === null) return;
  const from = addressKey(address);
  const wait = FOR_ALL.take(from, now) ?? FOR_UNIT.take(`${area} ${slug} ${from}`, now);
  if (wait !== null) throw new AppError("TOO_MANY", `${area}.tooMany`, { minutes: Math.ceil(wait / 60) });
}
