import type { AppraisedLeaf, EnteredLeaf } from "@gandan/model/index/assess-unit";
import type { TransactionSql } from "postgres";

const numberOf = (points: string | null) => (points === null ? null : Number(points));

/** Entries of one unit for a frame, by leaf. */
export async function readEntries(
  sql: TransactionSql,
  unitId: string,
  frameId: string,
): Promise<Map<string, EnteredLeaf>> {
  const rows = await sql<(Omit<EnteredLeaf, "points"> & { leaf: string; points: string | null })[]>`
    select leaf, points, value, note, entered_at as "enteredAt" from index_entry
    where unit_id = ${unitId} and frame_id = ${frameId}`;
  return new Map(rows.map(({ leaf, points, ...rest }) => [leaf, { ...rest, points: numberOf(points) }]));
}

type AppraisalRow = Omit<AppraisedLeaf, "points"> & { leaf: string; points: string | null };

/** Appraisals of one unit by the unit that looks, by leaf. */
export async function readAppraisals(
  sql: TransactionSql,
  unitId: string,
  frameId: string,
  belowId: string,
): Promise<Map<string, AppraisedLeaf>> {
  const rows = await sql<AppraisalRow[]>`
    select leaf, points, reason, appraised_at as "appraisedAt" from index_appraisal
    where unit_id = ${unitId} and frame_id = ${frameId} and below_id = ${belowId}`;
  return new Map(rows.map(({ leaf, points, ...rest }) => [leaf, { ...rest, points: numberOf(points) }]));
}

/** Appraisals about a unit as it sees them itself; of several offices above the highest decides. */
export async function readAppraisalsAbout(
  sql: TransactionSql,
  unitId: string,
  frameId: string,
): Promise<Map<string, AppraisedLeaf>> {
  const rows = await sql<AppraisalRow[]>`
    select distinct on (p.leaf) p.leaf, p.points, p.reason, p.appraised_at as "appraisedAt"
    from index_appraisal p
    left join unit_ancestors a on a.ancestor_id = p.unit_id and a.descendant_id = p.below_id
    where p.below_id = ${unitId} and p.frame_id = ${frameId}
    order by p.leaf, a.depth desc nulls last`;
  return new Map(rows.map(({ leaf, points, ...rest }) => [leaf, { ...rest, points: numberOf(points) }]));
}
