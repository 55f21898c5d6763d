import type { ReactNode } from "react";
import { cssVars } from "./css-vars";

export interface ClockSegment {
  kind: "used" | "paused" | "left" | "over";
  /** Working minutes. */
  minutes: number;
}

export interface ClockBarProps {
  /** In the order of time; the due mark stands before the first `over`. */
  segments: readonly ClockSegment[];
  /** Read instead of the picture. */
  label: string;
  /** "Còn 2 giờ 15 phút" */
  strong?: string;
  late?: boolean;
  /** "đã dùng 21 giờ 45 phút" */
  text?: ReactNode;
}

/** The clock of a dossier in one line of a table: used, waiting (hatched), left, over. */
export function ClockBar({ segments, label, strong, late, text }: ClockBarProps) {
  const over = segments.findIndex((segment) => segment.kind === "over");
  const draw = (part: readonly ClockSegment[], offset: number) =>
    part.map((segment, place) => (
      <i
        key={`${segment.kind}${offset + place}`}
        className={segment.kind}
        style={cssVars({ "--n": Math.max(0.1, Math.round(segment.minutes / 6) / 10) })}
      />
    ));
  const cut = over === -1 ? segments.length : over;
  return (
    <div className="clock">
      <div className="clock-bar" role="img" aria-label={label}>
        {draw(segments.slice(0, cut), 0)}
        {over === -1 ? null : <i className="due" />}
        {draw(segments.slice(cut), cut)}
      </div>
      {strong || text ? (
        <div className="clock-t">
          {strong ? <b className={late ? "late" : undefined}>{strong}</b> : null}
          {strong && text ? " · " : null}
          {text}
        </div>
      ) : null}
    </div>
  );
}

export interface ClockKeyProps {
  labels: Partial<Record<ClockSegment["kind"], string>>;
}

/** What the colours of a clock mean. */
export function ClockKey({ labels }: ClockKeyProps) {
  const kinds = (["used", "paused", "left", "over"] as const).filter((kind) => labels[kind] !== undefined);
  return (
    <div className="key">
      {kinds.map((kind) => (
        <span key={kind}>
          <i className={kind} />
          {labels[kind]}
        </span>
      ))}
    </div>
  );
}
