import { isValidElement, type ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Names the value on a narrow screen, where a row becomes a block; without it the cell stands alone. */
  narrowLabel?: string;
  align?: "start" | "number" | "date" | "end";
  /** The header is a link that sorts; `direction` is how the table is sorted now. */
  sort?: { href: string; direction: "ascending" | "descending" | "none" };
  headerHidden?: boolean;
  nowrap?: boolean;
}

export interface DataTableProps<Row> {
  caption: string;
  /** Where a heading above already says it. */
  captionHidden?: boolean;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The row that is meant: oneself in a ranking. */
  isCurrent?: (row: Row) => boolean;
  /** Aligns with the text around it instead of running to a panel's edge. */
  flush?: boolean;
  /** Shown instead of rows. */
  empty?: ReactNode;
}

/** Rows drawn as blocks lose their meaning in some browsers; the roles keep it. */
const roles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

const cellClass = (column: Pick<Column<unknown>, "align" | "nowrap">) =>
  classNames(
    (column.align === "number" || column.align === "date") && "num",
    column.align === "date" && "date",
    column.align === "end" && "end",
    column.nowrap && "nowrap",
  );

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  const text = column.headerHidden ? <span className="vh">{column.header}</span> : column.header;
  const arrow = { ascending: "arrow-up", descending: "arrow-down", none: "arrow-up-down" } as const;
  return (
    <th
      scope="col"
      {...roles.columnheader}
      aria-sort={sort ? sort.direction : undefined}
      className={column.align === "number" || column.align === "date" ? "num" : undefined}
    >
      {sort ? (
        <a className="sort" href={sort.href}>
          {text} <Icon name={arrow[sort.direction]} />
        </a>
      ) : (
        text
      )}
    </th>
  );
}

/** Several things in a cell stay together beside its label, where a row becomes a block. */
function together(content: ReactNode): ReactNode {
  return isValidElement(content) && typeof content.type !== "string" ? <div>{content}</div> : content;
}

/** Rows of equal things. Below 720 px each row becomes a block; the explicit roles keep it a table for those who listen. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden = true, columns, rows, rowKey, isCurrent, flush, empty } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <table className={classNames("table table-stack", flush && "table-flush")} {...roles.table}>
      <caption className={captionHidden ? "vh" : undefined}>{caption}</caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {rows.map((row) => (
          <tr key={rowKey(row)} aria-current={isCurrent?.(row) ? "true" : undefined} {...roles.row}>
            {columns.map((column, place) =>
              place === 0 ? (
                <th key={column.key} scope="row" className={cellClass(column)} {...roles.rowheader}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={cellClass(column)} data-l={column.narrowLabel} {...roles.cell}>
                  {column.narrowLabel ? together(column.cell(row)) : column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
