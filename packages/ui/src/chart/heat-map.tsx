import { Icon } from "../icon";
import { ScrollRegion } from "../scroll-region";

export type HeatStep = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Six rising bounds in per cent; a value from a bound on stands on the next step. */
export const HEAT_BOUNDS = [70, 80, 85, 90, 95, 98] as const;

/** The step of a value on the seven-step scale, 1 low … 7 high. */
export function heatStep(value: number, bounds: readonly number[] = HEAT_BOUNDS): HeatStep {
  return (1 + bounds.filter((bound) => value >= bound).length) as HeatStep;
}

/** Measured, too few to say, or nothing to measure. */
export type HeatCell =
  | { kind: "value"; step: HeatStep; text: string; n: string; interval?: string; href?: string; label?: string }
  | { kind: "few"; text: string; n: string }
  | { kind: "none"; text: string };

export interface HeatColumn {
  key: string;
  label: string;
  sort?: { href: string; direction: "ascending" | "descending" | "none" } | undefined;
}

export interface HeatMapProps {
  id: string;
  caption: string;
  /** Says that the region scrolls sideways. */
  scrollLabel: string;
  /** "Đơn vị" */
  rowHeader: HeatColumn;
  columns: readonly HeatColumn[];
  rows: readonly {
    key: string;
    name: string;
    href?: string | undefined;
    note?: string | undefined;
    cells: readonly HeatCell[];
  }[];
  /** Label of the box that shows the intervals; works without script. */
  showIntervals?: string | undefined;
  legend: { label: string; steps: readonly string[]; note: string };
}

const arrows = { ascending: "arrow-up", descending: "arrow-down", none: "arrow-up-down" } as const;

function HeatHeader({ column }: { column: HeatColumn }) {
  return (
    <th scope="col" aria-sort={column.sort?.direction}>
      {column.sort ? (
        <a className="sort" href={column.sort.href}>
          {column.label} <Icon name={arrows[column.sort.direction]} />
        </a>
      ) : (
        column.label
      )}
    </th>
  );
}

function Cell({ cell }: { cell: HeatCell }) {
  if (cell.kind === "none") return <td className="none-cell">{cell.text}</td>;
  if (cell.kind === "few") {
    return (
      <td className="few">
        <span>{cell.text}</span>
        <small>
          <span>{cell.n}</span>
        </small>
      </td>
    );
  }
  return (
    <td className={`q${cell.step}`}>
      {cell.href ? (
        <a href={cell.href} aria-label={cell.label}>
          {cell.text}
        </a>
      ) : (
        <b>{cell.text}</b>
      )}
      <small>{cell.n}</small>
      {cell.interval ? <small className="wi">{cell.interval}</small> : null}
    </td>
  );
}

/** Units by indicators: a colour, its number and n in each cell. It may scroll sideways, its first column stays. */
export function HeatMap({ id, caption, scrollLabel, rowHeader, columns, rows, showIntervals, legend }: HeatMapProps) {
  return (
    <div className="heat-box">
      {showIntervals ? (
        <label className="heat-pick no-print" htmlFor={`${id}-intervals`}>
          <input type="checkbox" id={`${id}-intervals`} className="heat-ci" />
          {showIntervals}
        </label>
      ) : null}
      <ScrollRegion className="heat-scroll" label={scrollLabel}>
        <table className="heat">
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              <HeatHeader column={rowHeader} />
              {columns.map((column) => (
                <HeatHeader key={column.key} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.href ? <a href={row.href}>{row.name}</a> : row.name}
                  {row.note ? <small>{row.note}</small> : null}
                </th>
                {row.cells.map((cell, place) => (
                  <Cell key={columns[place]?.key ?? place} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <div className="legend">
        <ol aria-label={legend.label}>
          {legend.steps.map((step, place) => (
            <li key={step} className={`q${place + 1}`}>
              {step}
            </li>
          ))}
        </ol>
        <span>{legend.note}</span>
      </div>
    </div>
  );
}
