import type { ReactNode } from "react";
import { IntervalBar, type IntervalBarProps } from "./chart/interval-bar";

export interface StatItem {
  label: string;
  value: ReactNode;
  /** Beside the number: out of how many, the unit. */
  small?: ReactNode;
  /** Under it: n, the interval, what was not measured. */
  note?: ReactNode;
  interval?: IntervalBarProps | undefined;
  tone?: "plain" | "missed";
  /** A middle size, for words and durations. */
  compact?: boolean;
}

export interface StatsProps {
  items: readonly StatItem[];
  /** Draws the frame of a panel. */
  panel?: boolean;
}

/** Numbers side by side; each says what it is of. */
export function Stats({ items, panel }: StatsProps) {
  return (
    <dl className={panel ? "results stats panel panel-p" : "results stats"}>
      {items.map((item) => (
        <div className="stat" key={item.label}>
          <dt>{item.label}</dt>
          <dd
            className={[item.compact && "stat-mid", item.tone === "missed" && "stat-missed"].filter(Boolean).join(" ")}
          >
            {item.value}
            {item.small ? <small> {item.small}</small> : null}
            {item.interval ? <IntervalBar {...item.interval} /> : null}
            {item.note ? <p className="note">{item.note}</p> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
