import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { notePublicChange } from "@gandan/db/public-change";
import { type ChangePublicFace, type PublicFace, publicFace } from "@gandan/model/public/public-face";
import { meetsDuty, type ReceptionDuty, receptionDuty } from "@gandan/model/public/reception-days";
import { refuseEnded } from "../adoption/refuse-ended";
import { readSetting, type UnitSetting, writeSetting } from "../settings/unit-setting";
import { localToday } from "../unit/local-today";
import { FACE_AREA } from "./public-unit";

export interface FaceSettings extends UnitSetting<PublicFace> {
  mayChange: boolean;
  hosts: { host: string; confirmed: boolean }[];
  /** Address of the picture behind the unit's; null when there is none. */
  seal: { hash: string; width: number; height: number } | null;
  duty: ReceptionDuty;
  /** Whether the days of reception are as many as the duty asks. */
  dutyMet: boolean;
}

/** How the unit shows itself to citizens, with who changed it last. @throws AppError FORBIDDEN */
export async function readFace(ctx: UnitCtx): Promise<FaceSettings> {
  authorize(ctx, "settings:read");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [setting, hosts, [seal]] = await Promise.all([
      readSetting(sql, unitId, FACE_AREA, publicFace),
      sql<{ host: string; confirmed: boolean }[]>`
        select host, confirmed_at is not null as confirmed from unit_host where unit_id = ${unitId} order by host`,
      sql<{ hash: string; width: number; height: number }[]>`
        select hash, width, height from unit_seal where unit_id = ${unitId}`,
    ]);
    const duty = receptionDuty(localToday(ctx.now));
    return {
      ...setting,
      mayChange: mayDo(ctx, "settings:edit"),
      hosts: [...hosts],
      seal: seal ?? null,
      duty,
      dutyMet: meetsDuty(setting.value.receptionWeeks, duty),
    };
  });
}

/**
 * Changes how the unit shows itself to citizens, as it was seen.
 * @throws AppError FORBIDDEN; CONFLICT settings.changed; INVALID unit.ended
 */
export async function changeFace(ctx: UnitCtx, input: ChangePublicFace): Promise<void> {
  authorize(ctx, "settings:edit");
  const { unitId, now } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    const seen = await readSetting(sql, unitId, FACE_AREA, publicFace);
    await writeSetting(sql, ctx, FACE_AREA, seen, { revision: input.revision, value: input.face });
    await notePublicChange(sql, unitId);
  });
}
