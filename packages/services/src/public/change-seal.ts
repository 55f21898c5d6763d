import { createHash } from "node:crypto";
import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { notePublicChange } from "@gandan/db/public-change";
import { AppError } from "@gandan/model/error/app-error";
import { cleanPhoto } from "@gandan/model/feedback/clean-photo";
import type { CleanPhoto } from "@gandan/model/feedback/cleaned-photo";
import { type ChangeSeal, MAX_SEAL_KB, MAX_SEAL_PIXELS } from "@gandan/model/public/public-face";
import type { PublicUnitInput } from "@gandan/model/public/public-inputs";
import { refuseEnded } from "../adoption/refuse-ended";
import { inPublicUnit } from "../public/public-unit";
import type { RequestCtx } from "../session/request-ctx";
import { localToday } from "../unit/local-today";

/**
 * Sets or (null) takes away the picture before the unit's name. What it is, is told from its content; nothing but the
 * picture is kept of the file.
 * @throws AppError FORBIDDEN; INVALID public.sealKind, public.sealBroken, public.sealLarge, unit.ended
 */
export async function changeSeal(ctx: UnitCtx, { file }: ChangeSeal): Promise<void> {
  authorize(ctx, "settings:edit");
  const { unitId, now } = ctx;
  const picture = file === null ? null : readSeal(file);
  const hash = picture && createHash("sha256").update(picture.bytes).digest("hex");
  const actor = ctx.actor.staffId;
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    if (picture) {
      await sql`
        insert into unit_seal (unit_id, media_type, image, width, height, hash, changed_at, changed_by)
        values (${unitId}, ${picture.type}, ${Buffer.from(picture.bytes)}, ${picture.width}, ${picture.height}, ${hash},
          ${now}, ${actor})
        on conflict (unit_id) do update set media_type = excluded.media_type, image = excluded.image,
          width = excluded.width, height = excluded.height, hash = excluded.hash, changed_at = excluded.changed_at,
          changed_by = excluded.changed_by`;
    } else await sql`delete from unit_seal where unit_id = ${unitId}`;
    await appendAudit(sql, { unitId, at: now, actor, action: "public.seal", subject: unitId, details: { hash } });
    await notePublicChange(sql, unitId);
  });
}

function readSeal(file: Uint8Array): CleanPhoto {
  const most = { kb: MAX_SEAL_KB, pixels: MAX_SEAL_PIXELS };
  if (file.length > MAX_SEAL_KB * 1024) throw new AppError("INVALID", "public.sealLarge", most);
  const picture = cleanPhoto(file);
  if (picture === "photoKind") throw new AppError("INVALID", "public.sealKind");
  if (picture === "photoBroken") throw new AppError("INVALID", "public.sealBroken");
  if (picture === "photoHuge" || Math.max(picture.width, picture.height) > MAX_SEAL_PIXELS)
    throw new AppError("INVALID", "public.sealLarge", most);
  return picture;
}

export interface SealFile {
  mediaType: string;
  bytes: Uint8Array;
  hash: string;
}

/** The picture before a unit's name. @throws AppError NOT_FOUND unit.notFound, public.noSeal */
export function readSealFile(ctx: RequestCtx, { slug }: PublicUnitInput): Promise<SealFile> {
  return inPublicUnit(ctx, slug, async (sql, { id }) => {
    const [row] = await sql<SealFile[]>`
      select media_type as "mediaType", image as bytes, hash from unit_seal where unit_id = ${id}`;
    if (!row) throw new AppError("NOT_FOUND", "public.noSeal");
    return { ...row };
  });
}
