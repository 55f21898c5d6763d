/** A sum that is told, or may be: of a row or of a column of a table. */
export interface Part {
  n: number;
}

/** What lies where a row and a column cross; a cell is left out where everybody knows that nothing can lie there. */
export interface Crossing {
  /** Null for what lies in no row that is told. */
  row: number | null;
  /** Null for what lies in no column that is told. */
  column: number | null;
  n: number;
}

const FREE = 1 << 28;

/** Of a network, what may still flow between each two of its nodes. */
class Network {
  readonly left: Int32Array;

  constructor(
    readonly size: number,
    left?: Int32Array,
  ) {
    this.left = left ?? new Int32Array(size * size);
  }

  add(from: number, to: number, n: number): void {
    const at = from * this.size + to;
    this.left[at] = Math.min(FREE, this.left[at]! + n);
  }

  copy(): Network {
    return new Network(this.size, this.left.slice());
  }

  /** By node, the one before it on a shortest way from the source; -1 where no way leads. */
  private ways(source: number): Int32Array {
    const before = new Int32Array(this.size).fill(-1);
    before[source] = source;
    const queue = [source];
    for (let i = 0; i < queue.length; i++) {
      const node = queue[i]!;
      for (let next = 0; next < this.size; next++) {
        if (before[next] === -1 && this.left[node * this.size + next]! > 0) {
          before[next] = node;
          queue.push(next);
        }
      }
    }
    return before;
  }

  /** Lets flow what can, and gives the nodes on the source's side of the cut; null as soon as `enough` flows. */
  cut(source: number, sink: number, enough: number): Set<number> | null {
    for (let flow = 0; ; ) {
      const before = this.ways(source);
      if (before[sink] === -1) return new Set([...before.keys()].filter((node) => before[node] !== -1));
      let most = FREE;
      for (let node = sink; node !== source; node = before[node]!) {
        most = Math.min(most, this.left[before[node]! * this.size + node]!);
      }
      flow += most;
      if (flow >= enough) return null;
      for (let node = sink; node !== source; node = before[node]!) {
        this.left[before[node]! * this.size + node]! -= most;
        this.add(node, before[node]!, most);
      }
    }
  }
}

/**
 * The columns from which, with the rows, fewer than `minCell` can be worked out, so that one of them has to go; empty when
 * nothing can. Whatever follows from sums of rows and of columns is what lies in some rows and not in the columns that lie
 * wholly in them, or the other way round: a cut between rows and columns that only whole columns (or rows) cross. For
 * each cell with few the smallest cut through it is looked for.
 * @param crossings each pair of a row and a column at most once
 */
export function tellingColumns(
  rows: readonly Part[],
  columns: readonly Part[],
  crossings: readonly Crossing[],
  minCell: number,
): number[] {
  const noRow = rows.length;
  const noColumn = noRow + 1 + columns.length;
  const rowNode = (row: number | null) => row ?? noRow;
  const columnNode = (column: number | null) => (column === null ? noColumn : noRow + 1 + column);
  const network = new Network(noColumn + 1);
  for (const { row, column, n } of crossings) {
    network.add(rowNode(row), columnNode(column), n);
    network.add(columnNode(column), rowNode(row), FREE);
  }
  for (const { row, column, n } of crossings) {
    if (n === 0 || n >= minCell) continue;
    const [source, sink] = [rowNode(row), columnNode(column)];
    // What is told of nobody lies on no side that is added up: with the sink when rows are, with the source when columns.
    for (const added of ["rows", "columns"] as const) {
      if (added === "rows" ? row === null : column === null) continue;
      const tried = network.copy();
      for (const node of [noRow, noColumn]) {
        if (added === "rows" && node !== sink) tried.add(node, sink, FREE);
        if (added === "columns" && node !== source) tried.add(source, node, FREE);
      }
      const side = tried.cut(source, sink, minCell);
      if (side === null) continue;
      return [...columns.keys()].filter((each) => side.has(columnNode(each)) === (added === "rows"));
    }
  }
  return [];
}
