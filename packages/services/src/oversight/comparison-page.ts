import type { ComparedFigures, ComparisonOf } from "./compare-figures";

const PAGE_SIZE = 50;
const STANDING = 8;

/** A page of a comparison; `Row` is what is known of each unit. */
export interface ComparisonPageOf<Row> extends Omit<ComparisonOf<Row>, "standing"> {
  /** The units of this page in the order of points; who has too little stands last. */
  ranking: Row[];
  standing: { standing: ComparisonOf<Row>["standing"][number]; row: Row }[];
  /** The lowest end of an interval among all ranked units. */
  lowest: number;
  total: number;
  page: number;
  pageSize: number;
}

/** Takes one page of 50 units out of a comparison; a page beyond the last is the last. */
export function comparisonPage<Row extends Pick<ComparedFigures, "ranked"> & { unit: { id: string } }>(
  comparison: ComparisonOf<Row>,
  asked: number,
): ComparisonPageOf<Row> {
  const { rows } = comparison;
  const page = Math.min(Math.max(1, asked), Math.max(1, Math.ceil(rows.length / PAGE_SIZE)));
  const cut = (all: Row[]) => all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const byPoints = [...rows].sort((a, b) => (b.ranked?.points ?? -1) - (a.ranked?.points ?? -1));
  const byId = new Map(rows.map((row) => [row.unit.id, row]));
  return {
    ...comparison,
    rows: cut(rows),
    ranking: cut(byPoints),
    standing: comparison.standing.slice(0, STANDING).flatMap((standing) => {
      const row = byId.get(standing.unitId);
      return row ? [{ standing, row }] : [];
    }),
    lowest: rows.reduce((least, { ranked }) => Math.min(least, ranked?.interval.low ?? least), 100),
    total: rows.length,
    page,
    pageSize: PAGE_SIZE,
  };
}
