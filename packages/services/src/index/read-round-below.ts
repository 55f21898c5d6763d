import type { UnitCtx } from "@gandan/auth/unit-context";
import { spreadSheet } from "@gandan/model/index/pack-sheet";
import { rankUnits, type UnitRank } from "@gandan/model/index/rank-units";
import { compileFrame, type IndexTree } from "@gandan/model/index/score-index";
import { emptySheets, type RoundScores, type RoundSheets, scoreRound } from "@gandan/model/index/score-round";
import type { TransactionSql } from "postgres";
import { readYardstickTallies } from "../oversight/read-yardstick-tallies";
import type { UnitSpan } from "../oversight/units-below";
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
  /** In no order of their own; that of `scores` and `ranks`. */
  units: RoundUnit[];
  scores: RoundScores;
  /** By the totals that count. */
  ranks: UnitRank[];
}

/** Units of the frame's level that were below `unitId` on some day of its year. One query. */
export async function readRoundUnits(sql: TransactionSql, unitId: string, frame: PublishedFrame): Promise<RoundUnit[]> {
  const { from, to } = periodOf(frame);
  return sql<RoundUnit[]>`
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
}

/** Sheets of many units in one row: their points one after the other. */
interface SheetRow {
  units: string[] | null;
  points: Uint8Array | null;
}

/** Entries of units that have no sheet yet: nothing was entered, or it was not entered by hand. */
async function spreadEntries(
  sql: TransactionSql,
  { frame, tree, units }: Pick<RoundBelow, "frame" | "tree" | "units">,
  without: ReadonlyMap<string, number>,
  into: Float64Array,
): Promise<void> {
  const rows = await sql<{ unitId: string; leaf: string; points: string | null }[]>`
    select unit_id as "unitId", leaf, points from index_entry
    where unit_id = any(${[...without.keys()]}::uuid[]) and frame_id = ${frame.id}`;
  for (const { unitId, leaf, points } of rows) {
    const position = tree.position.get(leaf);
    if (position === undefined || !tree.leaves[position]) continue;
    into[tree.row[position]! * units.length + without.get(unitId)!] = points === null ? Number.NaN : Number(points);
  }
}

/** Indicators that fill leaves of the frame, one place a unit. */
async function readFacts(
  sql: TransactionSql,
  { frame, tree, units }: Pick<RoundBelow, "frame" | "tree" | "units">,
): Promise<RoundSheets["facts"]> {
  const measured = tree.leaves.flatMap((leaf) => (leaf?.kind === "ratio" && leaf.measured_by ? leaf.measured_by : []));
  const rules = new Set(measured.map(({ yardstick }) => yardstick));
  if (rules.size === 0) return new Map();
  const talliesOf = await readYardstickTallies(sql, units, periodOf(frame), { sharesOf: rules });
  const one = () => ({ met: new Float64Array(units.length), n: new Float64Array(units.length) });
  const facts = new Map([...rules].map((rule) => [rule, one()]));
  for (const [i, { id }] of units.entries()) {
    const { byRule } = talliesOf(id);
    for (const [rule, { met, n }] of facts) {
      const tally = byRule.get(rule);
      met[i] = tally?.met ?? 0;
      n[i] = tally ? tally.met + tally.missed : 0;
    }
  }
  return facts;
}

async function readSheets(
  sql: TransactionSql,
  unitId: string,
  round: Pick<RoundBelow, "frame" | "tree" | "units">,
): Promise<RoundSheets> {
  const { frame, tree, units } = round;
  const ids = units.map(({ id }) => id);
  const place = new Map(ids.map((id, i) => [id, i]));
  const without = new Map(place);
  const sheets = emptySheets(tree, units.length);
  const size = 8 * tree.leafPositions.length;
  const spread = ([row]: readonly SheetRow[], into: Float64Array): string[] => {
    const { units: of, points } = row ?? {};
    if (!of || !points) return [];
    for (const [i, id] of of.entries()) {
      const unit = place.get(id);
      if (unit !== undefined) spreadSheet(tree, points.subarray(i * size, (i + 1) * size), into, units.length, unit);
    }
    return of;
  };
  const joined = sql`array_agg(below_id order by below_id) as units, string_agg(points, ''::bytea order by below_id) as points`;
  // Facts are asked for first: the server adds them up while the sheets are unpacked here.
  const [facts, own] = await Promise.all([
    readFacts(sql, round),
    sql<SheetRow[]>`
      select ${joined} from index_sheet
      where unit_id = any(${ids}::uuid[]) and frame_id = ${frame.id} and below_id = unit_id
        and octet_length(points) = ${size}`.then((rows) => spread(rows, sheets.entered)),
    sql<SheetRow[]>`
      select ${joined} from index_sheet
      where unit_id = ${unitId} and frame_id = ${frame.id} and below_id <> unit_id
        and octet_length(points) = ${size}`.then((rows) => spread(rows, sheets.appraised)),
  ]);
  for (const id of own) without.delete(id);
  if (without.size > 0) await spreadEntries(sql, round, without, sheets.entered);
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
