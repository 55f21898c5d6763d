import { packSheet } from "@gandan/model/index/pack-sheet";
import type { IndexTree } from "@gandan/model/index/score-index";
import type { TransactionSql } from "postgres";

/** Which sheet: of the unit that writes, in a frame, about itself or about a unit below. */
export interface SheetKey {
  unitId: string;
  frameId: string;
  belowId: string;
}

/** Lets one writer of a sheet at a time, until its transaction ends; call it before reading what is to be changed. */
export async function lockSheet(sql: TransactionSql, { unitId, frameId, belowId }: SheetKey): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`index sheet ${unitId} ${frameId} ${belowId}`}, 0))`;
}

/** Writes all points of a sheet side by side, for rankings. */
export async function writeSheet(
  sql: TransactionSql,
  { unitId, frameId, belowId }: SheetKey,
  tree: IndexTree,
  points: ReadonlyMap<string, { points: number | null }>,
  now: Date,
): Promise<void> {
  const packed = packSheet(
    tree,
    [...points].map(([leaf, { points }]) => [leaf, points]),
  );
  await sql`
    insert into index_sheet (unit_id, frame_id, below_id, points, updated_at)
    values (${unitId}, ${frameId}, ${belowId}, ${Buffer.from(packed)}, ${now})
    on conflict (unit_id, frame_id, below_id) do update
      set points = excluded.points, updated_at = excluded.updated_at`;
}
