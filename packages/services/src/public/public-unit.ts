import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { type AccentColours, readAccent } from "@gandan/model/public/accent-colour";
import { publicFace } from "@gandan/model/public/public-face";
import type { PublicUnitInput } from "@gandan/model/public/public-inputs";
import { office } from "@gandan/model/settings/office-inputs";
import type { TransactionSql } from "postgres";
import type { RequestCtx } from "../session/request-ctx";
import { readSetting } from "../settings/unit-setting";
import { findSuccessors, findUnitBySlug, isEnded, type Successor, type UnitFace } from "../unit/find-unit";

/** Where the face stands among the settings of a unit. */
export const FACE_AREA = "public";

/** What stands around every public page of a unit. */
export interface PublicUnit {
  id: string;
  slug: string;
  /** "Phường Đông Hà" */
  name: string;
  type: string;
  parentName: string | null;
  ended: boolean;
  /** Units that went on with an ended one. */
  successors: Successor[];
  /** The hotline, else the desk's telephone. */
  phone: string | null;
  /** SHA-256 of the picture before its name; null when there is none. */
  seal: string | null;
  /** Colours in place of the usual ones; null for those. */
  colours: AccentColours | null;
  /** Scheme and host by which citizens reach the unit; null: the address of the request. */
  origin: string | null;
}

/**
 * The unit of a public address, as anybody may see it.
 * @throws AppError NOT_FOUND unit.notFound
 */
export async function readPublicUnit(ctx: RequestCtx, { slug }: PublicUnitInput): Promise<PublicUnit> {
  const unit = await publicUnitOf(ctx, slug);
  const { id, name, type, parentName } = unit;
  const ended = isEnded(unit, ctx.now);
  const [successors, shown] = await Promise.all([
    ended ? findSuccessors(ctx.db, id, ctx.now) : [],
    inUnit({ db: ctx.db, unitId: id }, (_tx, sql) => readShown(sql, id)),
  ]);
  return { id, slug, name, type, parentName, ended, successors, ...shown };
}

async function readShown(sql: TransactionSql, unitId: string) {
  const [desk, face, [other]] = await Promise.all([
    readSetting(sql, unitId, "office", office),
    readSetting(sql, unitId, FACE_AREA, publicFace),
    sql<{ seal: string | null; host: string | null }[]>`
      select (select hash from unit_seal where unit_id = ${unitId}) as seal,
        (select min(host) from unit_host where unit_id = ${unitId} and confirmed_at is not null) as host`,
  ]);
  return {
    phone: face.value.hotline || desk.value.phone || null,
    seal: other?.seal ?? null,
    colours: face.value.accent ? readAccent(face.value.accent).colours : null,
    origin: other?.host ? `https://${other.host}` : desk.value.publicAddress || null,
  };
}

/**
 * Runs `read` in the unit of a public address, for use cases that are open to anybody.
 * @throws AppError NOT_FOUND unit.notFound
 */
export async function inPublicUnit<T>(
  ctx: RequestCtx,
  slug: string,
  read: (sql: TransactionSql, unit: UnitFace) => Promise<T>,
): Promise<T> {
  const unit = await publicUnitOf(ctx, slug);
  return inUnit({ db: ctx.db, unitId: unit.id }, (_tx, sql) => read(sql, unit));
}

async function publicUnitOf(ctx: RequestCtx, slug: string): Promise<UnitFace> {
  const unit = await findUnitBySlug(ctx.db, slug, ctx.now);
  if (!unit || unit.level === "operator") throw new AppError("NOT_FOUND", "unit.notFound");
  return unit;
}
