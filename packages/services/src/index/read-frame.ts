import type { IndexFrame } from "@gandan/model/index/index-frame";
import type { Period } from "@gandan/model/oversight/period";
import type { TransactionSql } from "postgres";

export interface PublishedFrame {
  id: string;
  /** The unit that published it. */
  unitId: string;
  year: number;
  title: string;
  source: IndexFrame;
}

export interface Round {
  /** Years with a frame, newest first. */
  years: number[];
  frame: PublishedFrame | null;
}

/** The frame of a year for a unit: published by itself or, nearest first, by a unit above; the newest year by default. */
export async function readFrame(sql: TransactionSql, unitId: string, year: number | undefined): Promise<Round> {
  const frames = await sql<PublishedFrame[]>`
    select distinct on (f.year) f.id, f.unit_id as "unitId", f.year, f.title, f.source
    from index_frame f
    join unit_ancestors a on a.ancestor_id = f.unit_id and a.descendant_id = ${unitId}
    where f.state = 'published'
      and a.valid_from <= make_date(f.year, 12, 31) and (a.valid_to is null or a.valid_to > make_date(f.year, 1, 1))
    order by f.year desc, a.depth, f.published_at desc`;
  const chosen = year === undefined ? frames[0] : frames.find((frame) => frame.year === year);
  return { years: frames.map((frame) => frame.year), frame: chosen ?? null };
}

/** The days of a round. */
export function periodOf({ year }: PublishedFrame): Period {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}
