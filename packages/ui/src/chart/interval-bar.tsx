import { cssVars } from "../css-vars";

export interface IntervalBarProps {
  /** All on one scale. */
  at: number;
  low: number;
  high: number;
  min: number;
  max: number;
  /** Read instead of the picture: "Khoảng tin cậy 94,6% đến 99,0%". */
  label: string;
  /** Ends of a cut axis, written under it. */
  ends?: { min: string; max: string } | undefined;
}

/** A value with its interval on a line. */
export function IntervalBar({ at, low, high, min, max, label, ends }: IntervalBarProps) {
  const place = (value: number) => `${(100 * Math.min(1, Math.max(0, (value - min) / (max - min)))).toFixed(1)}%`;
  return (
    <>
      <div
        className="ci"
        role="img"
        aria-label={label}
        style={cssVars({ "--lo": place(low), "--hi": place(high), "--at": place(at) })}
      >
        <i />
        <b />
      </div>
      {ends ? (
        <div className="ends" aria-hidden="true">
          <span>{ends.min}</span>
          <span>{ends.max}</span>
        </div>
      ) : null}
    </>
  );
}
