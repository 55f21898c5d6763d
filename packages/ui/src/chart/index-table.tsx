import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { cssVars } from "../css-vars";

export interface IndexRow {
  key: string;
  title: ReactNode;
  /** 0 a field, 1 an opened field, 2 a criterion in it, 3 the total. */
  level: 0 | 1 | 2 | 3;
  max: string;
  self: string;
  appraised: string;
  /** Shares 0..1 of the maximum; null where nothing is entered. */
  selfShare: number | null;
  appraisedShare: number | null;
  /** Null when both agree or one is missing. */
  difference: string | null;
  reason?: ReactNode;
}

export interface IndexTableProps {
  caption: string;
  rows: readonly IndexRow[];
  labels: {
    title: string;
    max: string;
    self: string;
    appraised: string;
    chart: string;
    difference: string;
    reason: string;
  };
}

const cell = { role: "cell" } as const;
const header = { role: "columnheader" } as const;
const group = { role: "rowgroup" } as const;
const line = { role: "row" } as const;
const widthOf = (share: number) => `${(100 * Math.min(1, Math.max(0, share))).toFixed(1)}%`;

/** The two bars of self-score and appraisal; the numbers beside them say the same. */
function Pair({ row }: { row: IndexRow }) {
  return (
    <div className="pair" aria-hidden="true">
      <span>
        <i className="self" style={cssVars({ "--w": widthOf(row.selfShare ?? 0) })} />
      </span>
      <span className={row.appraisedShare === null ? "pair-none" : undefined}>
        <i className="app" style={cssVars({ "--w": widthOf(row.appraisedShare ?? 0) })} />
      </span>
    </div>
  );
}

/** An index by field and criterion: self-score against appraisal, each difference with its reason. */
export function IndexTable({ caption, rows, labels }: IndexTableProps) {
  return (
    <table className="table table-stack par" {...{ role: "table" }}>
      <caption className="vh">{caption}</caption>
      <thead {...group}>
        <tr {...line}>
          <th scope="col" {...header}>
            {labels.title}
          </th>
          <th scope="col" className="num" {...header}>
            {labels.max}
          </th>
          <th scope="col" className="num" {...header}>
            {labels.self}
          </th>
          <th scope="col" className="num" {...header}>
            {labels.appraised}
          </th>
          <th scope="col" {...header}>
            <span className="vh">{labels.chart}</span>
          </th>
          <th scope="col" className="num" {...header}>
            {labels.difference}
          </th>
          <th scope="col" {...header}>
            {labels.reason}
          </th>
        </tr>
      </thead>
      <tbody {...group}>
        {rows.map((row) => (
          <tr
            key={row.key}
            {...line}
            className={classNames(row.level === 1 && "lvl1", row.level === 2 && "lvl2", row.level === 3 && "lvl3")}
          >
            <th scope="row" {...{ role: "rowheader" }}>
              {row.title}
            </th>
            <td {...cell} className="num muted" data-l={labels.max}>
              {row.max}
            </td>
            <td {...cell} className="num" data-l={labels.self}>
              {row.self}
            </td>
            <td {...cell} className="num" data-l={labels.appraised}>
              <strong>{row.appraised}</strong>
            </td>
            <td {...cell}>{row.level === 3 ? null : <Pair row={row} />}</td>
            <td {...cell} className="num" data-l={row.difference ? labels.difference : undefined}>
              {row.difference ? <span className="diff">{row.difference}</span> : null}
            </td>
            <td {...cell} className="soft">
              {row.reason}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the two bars mean. */
export function IndexKey({ self, appraised }: { self: string; appraised: string }) {
  return (
    <div className="key">
      <span>
        <i className="key-self" />
        {self}
      </span>
      <span>
        <i className="key-app" />
        {appraised}
      </span>
    </div>
  );
}
