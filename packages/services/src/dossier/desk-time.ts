import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { AppError } from "@gandan/model/error/app-error";

/** How far back an officer may state a time: what was forgotten longer is imported, not remembered. */
const LONGEST_MS = 30 * 24 * 60 * 60_000;

/** How far ahead a result may be promised: no term is longer, and the calendar is not known for ever. */
const FARTHEST_MS = 366 * 24 * 60 * 60_000;

/**
 * An appointment that an officer states for what is accepted at `at`.
 * @throws AppError INVALID dossier.duePast, dossier.dueFar
 */
export function statedDue(dueAt: string, at: Date): Date {
  const due = new Date(dueAt);
  if (due <= at) throw new AppError("INVALID", "dossier.duePast");
  if (due.getTime() - at.getTime() > FARTHEST_MS) throw new AppError("INVALID", "dossier.dueFar");
  return due;
}

/** "08:20 12/11/2026" */
function written(instant: Date): string {
  const minute = toLocalMinute(instant);
  const clock = [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return `${clock} ${localDateOf(minute).split("-").reverse().join("/")}`;
}

/**
 * When a deed took place: `now`, or the earlier time that the officer states (minute of the clock of Viet Nam).
 * @param after the last thing known of the dossier; nothing at the desk happens before it
 * @throws AppError INVALID dossier.eventFuture, dossier.longAgo, dossier.eventBefore
 */
export function timeOfDeed(stated: string | undefined, now: Date, after: Date | null): Date {
  const at = stated === undefined ? now : new Date(`${stated}:00+07:00`);
  if (at > now) throw new AppError("INVALID", "dossier.eventFuture");
  if (now.getTime() - at.getTime() > LONGEST_MS) throw new AppError("INVALID", "dossier.longAgo", { days: 30 });
  if (after && at < after) {
    // Within the minute that a form can tell, it is the same moment.
    if (stated !== undefined && after.getTime() - at.getTime() < 60_000) return after;
    throw new AppError("INVALID", "dossier.eventBefore", { time: written(after) });
  }
  return at;
}
