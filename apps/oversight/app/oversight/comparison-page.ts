import type { ComparedUnit, Comparison } from "@gandan/services/oversight/compare-units";

const PAGE_SIZE = 50;
const STANDING = 8;

/** A page of a comparison: what is drawn, and no unit more. */
export interface ComparisonPage extends Omit<Comparison, "standing"> {
  /** The units of this page in the order of points; who has too little stands last. */
  ranking: ComparedUnit[];
  standing: { standing: Comparison["standing"][number]; row: ComparedUnit }[];
  /** The lowest end of an interval among all ranked units. */
  lowest: number;
  total: number;
  page: number;
  pageSize: number;
}

/** Takes one page of 50 units out of a comparison; a page beyond the last is the last. */
export function comparisonPage(comparison: Comparison, asked: number): ComparisonPage {
  const { rows } = comparison;
  const page = Math.min(Math.max(1, asked), Math.max(1, Math.ceil(rows.length / PAGE_SIZE)));
  const cut = (all: ComparedUnit[]) => all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
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
    lowest: Math.min(100, ...rows.flatMap(({ ranked }) => ranked?.interval.low ?? [])),
    total: rows.length,
    page,
    pageSize: PAGE_SIZE,
  };
}
