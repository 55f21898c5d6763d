import type { UnitCtx } from "@gandan/auth/unit-context";
import { rankUnits, type UnitRank } from "@gandan/model/index/rank-units";
import { compileFrame, type IndexTree } from "@gandan/model/index/score-index";
import { emptySheets, type RoundScores, type RoundSheets, scoreRound } from "@gandan/model/index/score-round";
import type { TransactionSql } from "postgres";
import { readYardstickTallies } from "../oversight/read-yardstick-tallies";
import { byName, type UnitSpan } from "../oversight/units-below";
import { type PublishedFrame, periodOf } from "./read-frame";

/** A unit of a round, named as on the last day of its year. */
export interface RoundUnit extends UnitSpan {
  slug: string;
  code: string;
  name: string;
}

export interface RoundBelow {
  frame: PublishedFrame;
  tree: IndexTree;
  /** By name; the order of `scores` and `ranks`. */
  units: RoundUnit[];
  scores: RoundScores;
  /** By the totals that count. */
  ranks: UnitRank[];
}

/** Units of the frame's level that were below `unitId` on some day of its year, by name. One query. */
export async function readRoundUnits(sql: TransactionSql, unitId: string, frame: PublishedFrame): Promise<RoundUnit[]> {
  const { from, to } = periodOf(frame);
  const units = await sql<RoundUnit[]>`
    select u.id, u.slug, n.code, n.name, u.valid_from as "validFrom", u.valid_to as "validTo",
      a.below_from as "belowFrom", nullif(a.below_to, 'infinity') as "belowTo"
    from (
      select descendant_id, min(valid_from) as below_from, max(coalesce(valid_to, 'infinity')) as below_to
      from unit_ancestors
      where ancestor_id = ${unitId} and depth > 0 and valid_from <= ${to}::date
        and (valid_to is null or valid_to > ${from}::date)
      group by 1
    ) a
    join unit u on u.id = a.descendant_id and u.level = ${frame.source.level}
    join (
      select distinct on (unit_id) unit_id, code, name from unit_name
      order by unit_id, valid_from <= ${to}::date desc, valid_from desc
    ) n on n.unit_id = u.id`;
  return [...units].sort(byName);
}

/** Points of leaves, all units of a leaf side by side, from rows of a unit, a leaf and its points. */
function spread(
  tree: IndexTree,
  into: Float64Array,
  place: ReadonlyMap<string, number>,
  rows: readonly { unitId: string; leaf: string; points: string | null }[],
) {
  const units = place.size;
  for (const { unitId, leaf, points } of rows) {
    const position = tree.position.get(leaf);
    const unit = place.get(unitId);
    if (position === undefined || unit === undefined || !tree.leaves[position]) continue;
    into[tree.row[position]! * units + unit] = points === null ? Number.NaN : Number(points);
  }
}

async function readSheets(
  sql: TransactionSql,
  unitId: string,
  { frame, tree, units }: Pick<RoundBelow, "frame" | "tree" | "units">,
): Promise<RoundSheets> {
  const ids = units.map(({ id }) => id);
  const place = new Map(ids.map((id, i) => [id, i]));
  type Row = { unitId: string; leaf: string; points: string | null };
  const [entries, appraisals, talliesOf] = await Promise.all([
    sql<Row[]>`
      select unit_id as "unitId", leaf, points from index_entry
      where unit_id = any(${ids}::uuid[]) and frame_id = ${frame.id}`,
    sql<Row[]>`
      select below_id as "unitId", leaf, points from index_appraisal
      where unit_id = ${unitId} and frame_id = ${frame.id}`,
    readYardstickTallies(sql, units, periodOf(frame)),
  ]);
  const sheets = emptySheets(tree, units.length);
  spread(tree, sheets.entered, place, entries);
  spread(tree, sheets.appraised, place, appraisals);
  const rules = tree.leaves.flatMap((leaf) =>
    leaf?.kind === "ratio" && leaf.measured_by ? [leaf.measured_by.yardstick] : [],
  );
  const facts = new Map(
    rules.map((rule) => [rule, { met: new Float64Array(units.length), n: new Float64Array(units.length) }]),
  );
  for (const [i, id] of ids.entries()) {
    const { byRule } = talliesOf(id);
    for (const [rule, { met, n }] of facts) {
      const tally = byRule.get(rule);
      met[i] = tally?.met ?? 0;
      n[i] = tally ? tally.met + tally.missed : 0;
    }
  }
  return { ...sheets, facts };
}

/** All units below in a round with totals and ranks, in a constant number of queries and over flat arrays. */
export async function readRoundBelow(
  sql: TransactionSql,
  { unitId }: Pick<UnitCtx, "unitId">,
  frame: PublishedFrame,
): Promise<RoundBelow> {
  const tree = compileFrame(frame.source);
  const units = await readRoundUnits(sql, unitId, frame);
  const scores = scoreRound(frame.source, tree, await readSheets(sql, unitId, { frame, tree, units }));
  return { frame, tree, units, scores, ranks: rankUnits(scores.totals, frame.source.classes) };
}
