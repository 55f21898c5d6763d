import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { type ChangeSigning, type Signing, signing } from "@gandan/model/letter/signing-inputs";
import { refuseEnded } from "../adoption/refuse-ended";
import { readSetting, type UnitSetting, writeSetting } from "../settings/unit-setting";

export interface SigningSettings extends UnitSetting<Signing> {
  mayChange: boolean;
}

/**
 * How the unit signs its letters, with who changed it last.
 * @throws AppError FORBIDDEN
 */
export async function readSigning(ctx: UnitCtx): Promise<SigningSettings> {
  authorize(ctx, "settings:read");
  return inUnit(ctx, async (_tx, sql) => {
    const setting = await readSetting(sql, ctx.unitId, "signing", signing);
    return { ...setting, mayChange: mayDo(ctx, "settings:edit") };
  });
}

/**
 * Changes how the unit signs its letters, as it was seen; it holds for what is signed from then on.
 * @throws AppError FORBIDDEN; CONFLICT settings.changed; INVALID unit.ended
 */
export async function changeSigning(ctx: UnitCtx, input: ChangeSigning): Promise<void> {
  authorize(ctx, "settings:edit");
  const { unitId, now } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localDateOf(toLocalMinute(now)));
    const seen = await readSetting(sql, unitId, "signing", signing);
    await writeSetting(sql, ctx, "signing", seen, { revision: input.revision, value: input.signing });
  });
}
