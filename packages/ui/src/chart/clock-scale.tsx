import { ClockBar } from "../dossier-clock";
import { placeLabels } from "./place-labels";

export interface ClockScaleProps {
  id: string;
  /** Read instead of the picture: the whole story in a sentence or two. */
  title: string;
  /** Working days along the axis, each as wide as the next: "T5 12/11". */
  days: readonly string[];
  /** Working minutes a day; positions count from the start of the first day. */
  minutesPerDay: number;
  segments: readonly { kind: "used" | "paused" | "over"; from: number; to: number }[];
  marks: readonly { kind: "due" | "promised" | "now"; at: number; label: string }[];
  /** Said under a pause. */
  pauses?: readonly { from: number; to: number; label: string }[];
}

const WIDTH = 900;
const EDGE = 8;
const ROW = 18;
const fills = { used: "var(--clock-used)", over: "var(--clock-over)" } as const;

function Scale({ id, title, days, minutesPerDay, segments, marks, pauses = [] }: ClockScaleProps) {
  const inner = WIDTH - 2 * EDGE;
  const total = Math.max(1, days.length * minutesPerDay);
  const x = (minutes: number) => EDGE + (inner * Math.min(total, Math.max(0, minutes))) / total;
  const placed = placeLabels(
    marks.map((mark) => ({ at: x(mark.at), text: mark.label })),
    WIDTH,
  );
  const below = placeLabels(
    pauses.map((pause) => ({ at: (x(pause.from) + x(pause.to)) / 2, text: pause.label })),
    WIDTH,
    6.2,
  );
  const topRows = 1 + Math.max(0, ...placed.map((label) => label.row));
  const bottomRows = pauses.length === 0 ? 0 : 1 + Math.max(...below.map((label) => label.row));
  const top = 10 + topRows * ROW;
  const bar = top + 6;
  const height = bar + 48 + (bottomRows > 0 ? 12 + bottomRows * ROW : 0);
  const every = Math.ceil(days.length / 12);
  const rowOf = (text: string, at: number) => placed.find((label) => label.text === text && label.at === at)?.row ?? 0;
  return (
    <svg className="clock-scale" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${id}-picture`}>
      <title id={`${id}-picture`}>{title}</title>
      <defs>
        <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--clock-pause-b)" />
          <rect width="3" height="6" fill="var(--clock-pause-a)" />
        </pattern>
      </defs>
      {days.map((day, place) => (
        <g key={day}>
          <line
            x1={x(place * minutesPerDay)}
            x2={x(place * minutesPerDay)}
            y1={bar - 8}
            y2={bar + 28}
            stroke="var(--line)"
          />
          {place % every === 0 ? (
            <text className="svg-n" x={x((place + 0.5) * minutesPerDay)} y={bar + 44} textAnchor="middle">
              {day}
            </text>
          ) : null}
        </g>
      ))}
      <rect x={EDGE} y={bar} width={inner} height="20" fill="var(--sunk)" />
      {segments.map((segment) => (
        <rect
          key={`${segment.kind}${segment.from}`}
          x={x(segment.from)}
          y={bar}
          width={Math.max(1, x(segment.to) - x(segment.from))}
          height="20"
          fill={segment.kind === "paused" ? `url(#${id}-hatch)` : fills[segment.kind]}
        />
      ))}
      {marks.map((mark) => (
        <line
          key={`${mark.kind}${mark.at}`}
          x1={x(mark.at)}
          x2={x(mark.at)}
          y1={top - rowOf(mark.label, x(mark.at)) * ROW}
          y2={bar + 24}
          stroke="var(--ink)"
          strokeWidth={mark.kind === "now" ? 1 : 2}
          strokeDasharray={mark.kind === "promised" ? "3 3" : undefined}
        />
      ))}
      {placed.map((label) => (
        <text className="svg-b" key={`${label.text}${label.at}`} x={label.from} y={top - 6 - label.row * ROW}>
          {label.text}
        </text>
      ))}
      {pauses.map((pause) => (
        <line
          key={`${pause.label}${pause.from}`}
          x1={x(pause.from)}
          x2={x(pause.to)}
          y1={bar + 56}
          y2={bar + 56}
          stroke="var(--pending)"
          strokeWidth="2"
        />
      ))}
      {below.map((label) => (
        <text className="svg-t" key={`${label.text}${label.at}`} x={label.from} y={bar + 72 + label.row * ROW}>
          {label.text}
        </text>
      ))}
    </svg>
  );
}

/** The clock of one dossier over its working days: what ran, what stood still, when it was due. On a phone, one bar. */
export function ClockScale(props: ClockScaleProps) {
  return (
    <>
      <div className="wide-only">
        <Scale {...props} />
      </div>
      <div className="narrow-only">
        <ClockBar
          label={props.title}
          segments={props.segments.map(({ kind, from, to }) => ({ kind, minutes: to - from }))}
        />
      </div>
    </>
  );
}
