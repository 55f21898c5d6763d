import { type Leader, publicFace, readLeaders } from "@gandan/model/public/public-face";
import type { PublicUnitInput } from "@gandan/model/public/public-inputs";
import {
  type ReceptionDay,
  type ReceptionDuty,
  readExtraDays,
  receptionDays,
  receptionDuty,
} from "@gandan/model/public/reception-days";
import { office } from "@gandan/model/settings/office-inputs";
import { loadCalendar } from "../outcome/load-judge";
import type { RequestCtx } from "../session/request-ctx";
import { readSetting } from "../settings/unit-setting";
import { localToday } from "../unit/local-today";
import { FACE_AREA, inPublicUnit } from "./public-unit";

export interface PublicContact {
  phone: string | null;
  deskName: string;
  hotline: string;
  hotlineWho: string;
  address: string;
  email: string;
  leaders: Leader[];
  place: string;
  /** The next two months. */
  days: ReceptionDay[];
  /** What the law asks of a commune's chairman today. */
  duty: ReceptionDuty;
}

const DAYS_AHEAD = 62;

/** Whom to call, and when citizens are received. @throws AppError NOT_FOUND unit.notFound */
export function readContact(ctx: RequestCtx, { slug }: PublicUnitInput): Promise<PublicContact> {
  return inPublicUnit(ctx, slug, async (sql, { id }) => {
    const [{ value: face }, { value: desk }, calendar] = await Promise.all([
      readSetting(sql, id, FACE_AREA, publicFace),
      readSetting(sql, id, "office", office),
      loadCalendar(sql, id, ctx.now),
    ]);
    const today = localToday(ctx.now);
    const usual = {
      weekday: Number(face.receptionWeekday),
      weeks: face.receptionWeeks,
      from: face.receptionFrom,
      to: face.receptionTo,
      who: face.receptionWho,
    };
    const days = receptionDays(usual, readExtraDays(face.receptionExtra) ?? [], calendar, {
      from: today,
      days: DAYS_AHEAD,
    });
    const { hotline, hotlineWho, address, email, receptionPlace: place } = face;
    return {
      phone: desk.phone || null,
      deskName: desk.deskName,
      hotline,
      hotlineWho,
      address,
      email,
      leaders: readLeaders(face.leaders) ?? [],
      place,
      days,
      duty: receptionDuty(today),
    };
  });
}
