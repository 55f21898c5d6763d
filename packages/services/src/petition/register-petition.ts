import { authorize } from "@gandan/auth/roles";
import type { InstallationKey } from "@gandan/auth/seal";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { minuteOfDate, toInstant } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { RegisterPetition } from "@gandan/model/petition/petition-inputs";
import { refuseEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";
import { fitFile } from "./petition-files";
import { staffBarred } from "./petition-readers";
import { type PetitionReceipt, receivePetition } from "./receive-petition";
import { kindsNamedFor } from "./sealed-register";

/**
 * The moment that stands for a day on which something was done: now for today, else noon, never before what it follows.
 * @throws AppError INVALID petition.future, petition.tooEarly
 */
export function momentOf(on: string, now: Date, after?: Date): Date {
  const today = localToday(now);
  if (on > today) throw new AppError("INVALID", "petition.future");
  const moment = on === today ? now : toInstant(minuteOfDate(on, "12:00"));
  if (!after || moment >= after) return moment;
  if (localToday(after) === on) return after;
  throw new AppError("INVALID", "petition.tooEarly", { date: localToday(after).split("-").reverse().join("/") });
}

/**
 * Writes a petition that came on paper or was told at a reception into the sealed register; only for somebody named for
 * its kind, and closed from the start to readers whom it concerns. The same form sent twice is one petition.
 * @throws AppError FORBIDDEN session.forbidden, petition.notNamed; INVALID unit.ended, petition.future,
 * petition.nobodyNamed, petition.allBarred and of its files those of fitFile
 */
export async function registerPetition(
  ctx: UnitCtx,
  input: RegisterPetition,
  key: InstallationKey,
): Promise<PetitionReceipt> {
  authorize(ctx, "petition:open");
  const { unitId, now } = ctx;
  const { kind, instance, way, text, name, address, contact, on } = input;
  const receivedAt = momentOf(on, now);
  const files = input.files.map(fitFile);
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    const kinds = await kindsNamedFor(sql, ctx);
    if (!kinds.includes(kind)) throw new AppError("FORBIDDEN", "petition.notNamed");
    const barred = await staffBarred(sql, unitId, input, localToday(now));
    return receivePetition(
      sql,
      { unitId, now, key },
      {
        petitionId: input.key,
        kind,
        instance: kind === "complaint" ? instance : 1,
        way,
        text,
        sender: { name, address, contact },
        files,
        receivedAt,
        registeredBy: ctx.actor.staffId,
        barred,
      },
    );
  });
}
