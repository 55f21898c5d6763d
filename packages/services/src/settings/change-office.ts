import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { notePublicChange } from "@gandan/db/public-change";
import { type ChangeOffice, type Office, office } from "@gandan/model/settings/office-inputs";
import { refuseEnded } from "../adoption/refuse-ended";
import { officeOn } from "./office-of-unit";
import { readSetting, type UnitSetting, writeSetting } from "./unit-setting";

export interface OfficeSettings extends UnitSetting<Office> {
  mayChange: boolean;
  /** What stands on papers where the unit has left it empty. */
  usualPlace: string;
}

/**
 * How the unit shows itself on its papers, with who changed it last.
 * @throws AppError FORBIDDEN
 */
export async function readOffice(ctx: UnitCtx): Promise<OfficeSettings> {
  authorize(ctx, "settings:read");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const setting = await readSetting(sql, unitId, "office", office);
    const { usualPlace } = await officeOn(sql, unitId, localDateOf(toLocalMinute(now)));
    return { ...setting, usualPlace, mayChange: mayDo(ctx, "settings:edit") };
  });
}

/**
 * Changes how the unit shows itself on its papers, as it was seen; papers already signed stay as they are.
 * @throws AppError FORBIDDEN; CONFLICT settings.changed; INVALID unit.ended
 */
export async function changeOffice(ctx: UnitCtx, input: ChangeOffice): Promise<void> {
  authorize(ctx, "settings:edit");
  const { unitId, now } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localDateOf(toLocalMinute(now)));
    const seen = await readSetting(sql, unitId, "office", office);
    await writeSetting(sql, ctx, "office", seen, { revision: input.revision, value: input.office });
    await notePublicChange(sql, unitId);
  });
}
