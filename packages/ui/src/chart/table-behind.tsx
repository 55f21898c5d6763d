import { ScrollRegion } from "../scroll-region";

export interface TableBehindProps {
  /** "Xem bảng số liệu" */
  summary: string;
  caption: string;
  rowHeader: string;
  columns: readonly string[];
  rows: readonly { key: string; name: string; cells: readonly string[] }[];
}

/** The figures of a chart as a table, folded away under it. */
export function TableBehind({ summary, caption, rowHeader, columns, rows }: TableBehindProps) {
  return (
    <details className="table-behind">
      <summary>{summary}</summary>
      <ScrollRegion label={caption}>
        <table className="table table-flush">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{rowHeader}</th>
              {columns.map((column) => (
                <th scope="col" className="num" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, place) => (
                  <td className="num" key={columns[place] ?? place}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
