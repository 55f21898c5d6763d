import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { PublicUnitInput } from "@gandan/model/public/public-inputs";
import { office } from "@gandan/model/settings/office-inputs";
import type { TransactionSql } from "postgres";
import type { RequestCtx } from "../session/request-ctx";
import { readSetting } from "../settings/unit-setting";
import { findSuccessors, findUnitBySlug, isEnded, type Successor, type UnitFace } from "../unit/find-unit";

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
  phone: string | null;
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
  const [successors, setting] = await Promise.all([
    ended ? findSuccessors(ctx.db, id, ctx.now) : [],
    inUnit({ db: ctx.db, unitId: id }, (_tx, sql) => readSetting(sql, id, "office", office)),
  ]);
  const { phone, publicAddress } = setting.value;
  return { id, slug, name, type, parentName, ended, successors, phone: phone || null, origin: publicAddress || null };
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
