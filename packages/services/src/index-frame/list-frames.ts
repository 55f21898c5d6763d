import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { localToday } from "../unit/local-today";
import { type FrameRow, frameColumns } from "./frame-rows";
import { sampleText } from "./frame-text";
import { countEntered } from "./publish-frame";

export interface ListedFrame extends Omit<FrameRow, "unitId" | "source" | "yaml"> {
  /** The unit's own; else published by a unit above, named `by`. */
  own: boolean;
  by: string;
  sample: boolean;
  total: number;
  /** Units below with results by this frame. */
  entered: number;
}

export interface FramePage {
  /** Newest year first; of one year the unit's own first. */
  frames: ListedFrame[];
  /** The next year, from this one on, for which the unit has no frame. */
  freeYear: number;
  hasSample: boolean;
  mayEdit: boolean;
}

/** Frames of the index: the unit's own, drafts too, and those that units above published. @throws AppError FORBIDDEN */
export async function listFrames(ctx: UnitCtx): Promise<FramePage> {
  authorize(ctx, "index:read");
  const rows = await inUnit(
    ctx,
    (_tx, sql) => sql<(FrameRow & { by: string })[]>`
      select ${frameColumns(sql)}, n.name as by from index_frame f
      left join lateral (select name from unit_name where unit_id = f.unit_id order by valid_from desc limit 1) n on true
      order by f.year desc, f.unit_id = ${ctx.unitId} desc, f.title`,
  );
  const entered = await countEntered(
    ctx,
    rows.map(({ id }) => id),
  );
  const own = new Set(rows.filter(({ unitId }) => unitId === ctx.unitId).map(({ year }) => year));
  let freeYear = Number(localToday(ctx.now).slice(0, 4));
  while (own.has(freeYear)) freeYear++;
  return {
    frames: rows.map(({ unitId, source, yaml: _, ...rest }) => ({
      ...rest,
      own: unitId === ctx.unitId,
      sample: source.sample,
      total: source.total,
      entered: entered.get(rest.id) ?? 0,
    })),
    freeYear,
    hasSample: sampleText() !== undefined,
    mayEdit: mayDo(ctx, "index:edit"),
  };
}
