import { useId } from "react";
import { TableBehind } from "./table-behind";

export interface Series {
  key: string;
  name: string;
  href?: string | undefined;
  /** One a point of the axis; null where nothing was measured. */
  points: readonly (number | null)[];
  /** The latest, as text; beside the name. */
  last?: string | undefined;
  /** Read instead of the picture. */
  summary: string;
  /** Said instead of the picture when there is too little. */
  few?: string | undefined;
}

export interface SmallMultiplesProps {
  series: readonly Series[];
  /** In grey behind each line. */
  median: readonly (number | null)[];
  /** One axis for all. */
  axis: { min: number; max: number; ticks: readonly { at: number; label: string }[]; start: string; end: string };
  labels: { series: string; median: string };
  note?: string | undefined;
  /** The same figures as a table. */
  table: {
    summary: string;
    caption: string;
    rowHeader: string;
    columns: readonly string[];
    write: (value: number) => string;
  };
}

const LEFT = 4;
const RIGHT = 168;
const TOP = 8;
const BOTTOM = 72;

/** Runs of measured points, so that a gap stays a gap. */
function runs(points: readonly (number | null)[], at: (value: number, place: number) => string): string[] {
  const found: string[] = [];
  let open: string[] = [];
  for (const [place, value] of points.entries()) {
    if (value === null) {
      if (open.length > 0) found.push(open.join(" "));
      open = [];
    } else open.push(at(value, place));
  }
  if (open.length > 0) found.push(open.join(" "));
  return found;
}

type Scale = Pick<SmallMultiplesProps, "median" | "axis"> & { count: number };

/** Where a value at a place stands. */
function placeOn({ axis, count }: Pick<Scale, "axis" | "count">) {
  const y = (value: number) => {
    const share = (Math.min(axis.max, Math.max(axis.min, value)) - axis.min) / (axis.max - axis.min);
    return BOTTOM - share * (BOTTOM - TOP);
  };
  const x = (place: number) => LEFT + ((RIGHT - LEFT) * place) / (count - 1);
  return { x, y, at: (value: number, place: number) => `${x(place).toFixed(1)},${y(value).toFixed(1)}` };
}

/** What all charts share: the axis and the median. */
function Ground({ id, median, axis, count }: Scale & { id: string }) {
  const { y, at } = placeOn({ axis, count });
  return (
    <g id={id}>
      {axis.ticks.map((tick) => (
        <g key={tick.at}>
          <line x1={LEFT} x2={RIGHT} y1={y(tick.at)} y2={y(tick.at)} stroke="var(--line)" />
          <text className="svg-n svg-s" x="199" y={y(tick.at) + 3.5} textAnchor="end">
            {tick.label}
          </text>
        </g>
      ))}
      {runs(median, at).map((line) => (
        <polyline
          key={line}
          points={line}
          fill="none"
          stroke="var(--line-strong)"
          strokeWidth="1.25"
          strokeLinejoin="round"
        />
      ))}
      <text className="svg-n svg-s" x={LEFT} y="88">
        {axis.start}
      </text>
      <text className="svg-n svg-s" x={RIGHT} y="88" textAnchor="end">
        {axis.end}
      </text>
    </g>
  );
}

/** @param ground what all share: drawn by the first chart, taken from there by the others */
function Lines({ series, ground, scale, isFirst }: { series: Series; ground: string; scale: Scale; isFirst: boolean }) {
  const { x, y, at } = placeOn(scale);
  const lastPlace = series.points.findLastIndex((value) => value !== null);
  const last = series.points[lastPlace] ?? null;
  return (
    <svg viewBox="0 0 200 92" role="img" aria-label={series.summary}>
      {isFirst ? <Ground id={ground} {...scale} /> : <use href={`#${ground}`} />}
      {runs(series.points, at).map((line) => (
        <polyline
          key={line}
          points={line}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="2.25"
          strokeLinejoin="round"
        />
      ))}
      {last === null ? null : <circle cx={x(lastPlace)} cy={y(last)} r="3.5" fill="var(--accent)" />}
    </svg>
  );
}

/** One small line chart a unit, all on one axis, with the median of all in grey. */
export function SmallMultiples({ series, median, axis, labels, note, table }: SmallMultiplesProps) {
  const ground = useId();
  const first = series.find(({ few }) => !few);
  const scale = { axis, median, count: Math.max(2, median.length, ...series.map(({ points }) => points.length)) };
  const rows = [
    ...series.map((one) => ({ key: one.key, name: one.name, points: one.points })),
    { key: "median", name: labels.median, points: median },
  ];
  return (
    <>
      <div className="key key-multi">
        <span>
          <i className="key-line" />
          {labels.series}
        </span>
        <span>
          <i className="key-median" />
          {labels.median}
        </span>
      </div>
      <div className="multi">
        {series.map((one) => (
          <figure key={one.key}>
            <figcaption>
              {one.href ? <a href={one.href}>{one.name}</a> : <span>{one.name}</span>}
              {one.last ? <b>{one.last}</b> : null}
            </figcaption>
            {one.few ? (
              <p className="hint">{one.few}</p>
            ) : (
              <Lines series={one} ground={ground} scale={scale} isFirst={one === first} />
            )}
          </figure>
        ))}
      </div>
      {note ? <p className="figure-note">{note}</p> : null}
      <TableBehind
        summary={table.summary}
        caption={table.caption}
        rowHeader={table.rowHeader}
        columns={table.columns}
        rows={rows.map((row) => ({
          key: row.key,
          name: row.name,
          cells: table.columns.map((_, place) => {
            const value = row.points[place] ?? null;
            return value === null ? "–" : table.write(value);
          }),
        }))}
      />
    </>
  );
}
